// Words that a report prints and that nobody said: "Hale never said that the dam was sold", "no official has claimed it",
// "she might have said so". They put nothing forward, and whoever did not say them is no origin.
import { isSilent } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'

// has not said, stopped short of saying, has yet to say, does not believe
const NEGATED =
  /\b(?:not|never|neither|nor|cannot|hardly|(?:has|have|had) yet to|unable to|(?:fail|refus|declin)\p{L}+ to|(?:stop(?:s|ped)?|f[ae]ll?s?|fallen) short of)\b|n['’]t\b/iu
// not only said; never tired of saying; did not hesitate to say: said all the same
const SAID_STILL =
  /(?:\bnot|\bnever|n['’]t) (?:only|just|merely|simply|hesitat\p{L}+|help|resist\p{L}*|tir\p{L}+|stop\p{L}*|ceas\p{L}+|wear\p{L}+)\b/iu
// might have said, should have denied
const UNREAL = /\b(?:might|may|could|should|would|must|ought to) have\b/i
// will deny it, may confirm it: not yet. Some may say: nobody in particular has
const FORETOLD =
  /\b(?:will|may|might|could|should|must) (?:(?!only\b)\p{L}+ )?(?:deny|confirm|retract|correct)\b|\b(?:may|might) \p{L}+$/iu
// No official, not one minister, neither Hale nor Marrow. But No. 9 Quay Street, none other than Hale, no fewer than three
const NOBODY =
  /^(?:neither|none(?! other)|nobody|no(?!\.? ?\d| (?:fewer|less)\b)|not (?:one|all|any|every(?:one|body)?|an?(?: single)?))\b/i
// Nor did Hale say; never has she said; if Hale said: the word stands before the source
const LEFT =
  /\b(?:(?:nor|neither|never|not once|at no time|nowhere) (?:did|does|do|has|have|had|would|will|could)|if|unless|whether) $/i
const BEFORE = 24 // characters, enough for the longest of these
const WHOLE = 0.9 // of the outer words, that the inner ones are

/** True for words that nobody said, by the report that prints them, and for what stands within such words or only passes them on. */
export function isUnsaid(read: ReadDoc, attribution: Attribution): boolean {
  if (isSilent(attribution.act)) return false // has not confirmed it: a silence, and news
  const { attributions } = read.reading
  const outer = attributions.find(({ id }) => id === attribution.within)
  if (isNot(read, attribution) || (outer && isUnsaid(read, outer))) return true
  // Roke said that Hale had never said it
  return attributions.some(
    (inner) =>
      inner.within === attribution.id && isNot(read, inner) && extent(inner, true) >= WHOLE * extent(attribution),
  )
}

function isNot({ doc: { text } }: ReadDoc, { act, source, cue, content }: Attribution): boolean {
  const [words, by] = [wordsOf(text, cue), source.kind === 'unstated' ? '' : wordsOf(text, source.words)]
  const start = source.kind === 'unstated' ? cue[0].start : Math.min(source.words[0].start, cue[0].start)
  if (UNREAL.test(words) || NOBODY.test(by) || LEFT.test(text.slice(Math.max(0, start - BEFORE), start))) return true
  if (act !== 'asserts') return false
  if (
    isAboutTelling(
      words,
      content.map(({ start, end }) => text.slice(start, end)),
    )
  )
    return true
  const isOfSelf = /^(?:I|we)$/i.test(by) // I might add that the dam is sold
  return (NEGATED.test(words) && !SAID_STILL.test(words)) || (FORETOLD.test(words) && !isOfSelf)
}

// condemned the allegation that Zemlin had poisoned the wells, mocked reports that it had: of what others tell. But: repeated the claim, warned that
// reports of attacks were growing
const TOLD_BY_OTHERS =
  /^(?:that |of )?(?:the|an?|any|its|his|her|their|those|these|such|all)? ?(?:\p{L}+ ){0,2}?(?:accusations?|allegations?|charges?|claims?|rumou?rs?|reports?|news|suggestions?|notion|idea) (?:that|of)\b/iu
const SPEAKS_OF =
  /\b(?:condemn|denounc|deplor|mock|ridicul|laugh|welcom|hail|slam|criticis|criticiz|investigat|look\p{L}* into|examin|prob|discuss|weigh|receiv|hear|regret)\p{L}*(?: (?:at|by|about|to))?$|\b(?:said|says|saying|spoke|speaks) of$/iu
// said it was too early to say, investigators were looking into whether: it may be so, or not. But: was studying the offer; impossible to sign it
const LEFT_OPEN = new RegExp(
  `^(?:that )?(?:${[
    'it (?:is|was|remains|remained|would be) (?:still )?(?:unclear|unknown|not (?:yet )?(?:clear|known)|too (?:early|soon) to (?:say|tell|know|judge|confirm)|(?:impossible|not possible) to (?:say|tell|know|confirm|verify|be sure))',
    '(?:they|he|she|it|we|i|investigators|officials|police|the \\p{L}+) (?:is|are|was|were|will be|would be) (?:still )?(?:looking into|investigating|examining|checking|trying to (?:establish|determine|find out|confirm|verify)) (?:whether|if|how|who|what|when|where|why|(?:the )?(?:reports?|claims?|allegations?|accusations?) (?:that|of))',
    "(?:they|he|she|it|we|i|the \\p{L}+) (?:could not|couldn['’]t|cannot|can['’]t) (?:independently )?(?:confirm|verify|say (?:whether|if|how|who|what|when|where|why))",
  ].join('|')})\\b`,
  'iu',
)

function isAboutTelling(cue: string, pieces: readonly string[]): boolean {
  return LEFT_OPEN.test(pieces[0] ?? '') || (SPEAKS_OF.test(cue) && pieces.some((piece) => TOLD_BY_OTHERS.test(piece)))
}

// From the first word to the last of what is said, in characters; of an inner one with who says it.
function extent({ source, content }: Attribution, isInner = false): number {
  const from = isInner && source.kind !== 'unstated' ? [...source.words, ...content] : content
  return Math.max(...content.map(({ end }) => end)) - Math.min(...from.map(({ start }) => start))
}
