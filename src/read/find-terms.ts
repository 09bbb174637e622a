// The terms on which somebody unnamed spoke: "on condition of anonymity because the talks are secret". They stand in the
// sentence of the words, or in the one after or before it where that speaks of the same people.
import { makeSpan, type Span } from '../model/span.ts'
import type { Entry } from './chain-book.ts'
import type { Relation } from './relation.ts'
import { type Scene, spanOf } from './scene.ts'
import type { Sentence } from './tokenise.ts'

const NOT_NAMED =
  '(?:not (?:to )?be|to not be|not being) (?:publicly |further |directly )?(?:named|identified|quoted)|remain (?:anonymous|unnamed|nameless)|anonymity'

const TERMS = new RegExp(
  `\\b(?:${[
    // on condition of anonymity / on the condition that they not be named / on background
    `on (?:the )?(?:strict )?condition (?:of (?:strict )?anonymity|that (?:he|she|they|(?:his|her|their) names?) (?:${NOT_NAMED}|not be used))`,
    '(?:speaking|spoke|talking|briefing|briefed reporters) (?:only )?(?:anonymously|on (?:deep )?background|without attribution|under (?:the )?(?:cover|cloak) of anonymity)',
    // granted anonymity to discuss / given anonymity / whom Meridian agreed not to name
    '(?:granted|given|promised|offered) (?:the )?anonymity',
    'agreed not to (?:name|identify)',
    // asked not to be named / requested anonymity in order to / insisted on anonymity / asked that her name not be used
    `(?:ask|request|insist|demand|seek|prefer|wish|choos|want)(?:s|ed|ing)? (?:on |to |for )*(?:${NOT_NAMED})`,
    '(?:asked|requested|insisted) that (?:his|her|their) (?:names?|identit(?:y|ies)) not be (?:used|published|disclosed|revealed|printed)',
    // who declined to be named / would not be identified / did not want to be named
    '(?:declined|refused) to (?:be (?:named|identified|quoted by name)|give (?:his|her|their) names?|speak on the record)',
    `(?:did not|didn[’']t|would not|wouldn[’']t) (?:want to )?(?:be (?:named|identified|quoted by name)|give (?:his|her|their) names?)`,
    // not authorised to speak / lacked authorisation to discuss
    "(?:not|n[’']t) (?:been )?(?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|discuss|comment|talk|disclose|brief|be quoted)",
    '(?:unauthori[sz]ed|lack(?:s|ed)? (?:the )?authori(?:[sz]ation|ty)|without authori[sz]ation) to (?:speak|discuss|comment|talk|disclose|brief)',
    // given the sensitivity of the talks
    '(?:given|due to|because of|owing to|citing) the (?:\\p{L}+ )?(?:sensitivity|delicacy) of',
    'for fear of (?:reprisals?|retaliation|retribution|losing (?:his|her|their) jobs?)',
  ].join('|')})`,
  'iu',
)

// … on condition of anonymity[, citing the sensitivity of the U.S. talks]
const REASON =
  /^(?:[^.,;:”"]|\.(?=\p{L}))*(?:, (?:because|citing|given|due to|owing to|in order to|so as) (?:[^.,;:”"]|\.(?=\p{L}))*)?/u

/** The words for the terms on which this source spoke, to the end of the reason they give. */
export function findTerms(scene: Scene, relation: Relation, { mentions, voice }: Entry): Span | undefined {
  const { sentence, cue, content } = relation
  const own = scene.sentences[sentence]
  if (!own) return undefined
  const found = termsIn(
    scene,
    own,
    [cue, ...content].map((range) => spanOf(scene, range).start),
  )
  if (found || voice.kind !== 'anonymous') return found
  const head = voice.head.replace(/[^\p{L}-]/gu, '') || 'person'
  const [before, after] = [scene.sentences[sentence - 1], scene.sentences[sentence + 1]]
  // … said a Karskan official. He spoke on condition of anonymity. / The officials were not authorised to speak.
  const goesOn = new RegExp(
    `^\\W*(?:He|She|They|Both|All|Like (?:\\w+ )?others|The (?:\\p{L}+ )?(?:${head}s?|person|people|sources?))\\b`,
    'u',
  )
  if (after?.block === own.block && goesOn.test(sentenceText(scene, after))) {
    const terms = termsIn(scene, after)
    if (terms) return terms
  }
  // Two officials spoke on condition of anonymity. They said … / The officials said …
  if (before?.block !== own.block) return undefined
  const isSpokenOf = voice.isDefinite && new RegExp(`\\b${head}s?\\b`, 'i').test(sentenceText(scene, before))
  const isMeant = mentions.some(({ span }) => before.span.start <= span.start && span.end <= before.span.end)
  return isMeant || isSpokenOf ? termsIn(scene, before) : undefined
}

/** `edges`: where the cue and the content begin, which are no part of a reason. */
function termsIn({ doc: { text } }: Scene, { span }: Sentence, edges: readonly number[] = []): Span | undefined {
  const words = text.slice(span.start, span.end)
  const found = TERMS.exec(words)
  if (!found) return undefined
  const end = found.index + found[0].length
  const edge = Math.min(words.length, ...edges.map((at) => at - span.start).filter((at) => at >= end))
  const reason = REASON.exec(words.slice(end, edge))?.[0] ?? ''
  return makeSpan(text, span.start + found.index, span.start + end + reason.trimEnd().length)
}

function sentenceText({ doc }: Scene, { span }: Sentence): string {
  return doc.text.slice(span.start, span.end)
}
