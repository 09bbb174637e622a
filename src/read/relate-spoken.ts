// Verbs with a subject: who said it stands before the verb or after it, and what was said before, after or around both.
import { findComplement } from './find-complement.ts'
import { clauseFrom } from './find-contents.ts'
import type { Cue } from './find-cues.ts'
import { findSubject } from './find-sources.ts'
import { relateAside, relateInverted, relatePostposed } from './relate-afterwards.ts'
import { relateHeadline } from './relate-headline.ts'
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'

/** Where a cue stands: its sentence, and what was found in that sentence before it. */
export interface Site {
  readonly scene: Scene
  readonly cue: Cue
  readonly sentence: Sentence
  readonly at: number // the sentence's index
  readonly earlier: readonly Draft[]
}

/** The relation of a verb with a subject, by the first pattern that fits; none where nobody is its subject. */
export function relateSpoken(site: Site): Draft | undefined {
  const { scene, cue, sentence, at, earlier } = site
  const headline = earlier.length === 0 ? relateHeadline(scene, cue, at, sentence) : undefined
  if (headline) return headline
  const before = relateAside(site) ?? relateInverted(site)
  if (before) return before
  const own = cue.kind === 'participle' ? undefined : findSubject(scene, cue)
  const source = own ?? sharedSubject(site)
  if (!source || isExcluded(scene, source)) return undefined
  const isOwn = own !== undefined
  if (cue.kind === 'silence') return relateSilence(site, source, isOwn)
  const postposed = own && relatePostposed(site, own)
  if (postposed) return postposed
  const complement = findComplement(scene, cue, sentence)
  // withdraws [it] and apologises
  const isIt = complement?.pattern === 'object' && /^(?:it|this|that)$/.test(scene.tokens[complement.from]?.lower ?? '')
  const content = !complement
    ? []
    : isIt
      ? [{ from: complement.from, to: complement.from + 1 }]
      : clauseFrom(scene, complement.from, sentence)
  return complement && content.length > 0
    ? { cue, pattern: complement.pattern, source, content, sentence: at, isOwn }
    : undefined
}

// The ministry declined to comment on the levy. / All four declined to comment.: then "to comment" is what stays unsaid
function relateSilence({ scene, cue, sentence, at }: Site, source: Range, isOwn: boolean): Draft {
  // Hale declined to comment, citing the talks.: what follows the comma is his reason
  const isOver = /^[,;:—–-]$/.test(scene.tokens[cue.to]?.text ?? '')
  const content = isOver ? [] : clauseFrom(scene, cue.to, sentence)
  if (content.length > 0) return { cue, pattern: 'silence', source, content, sentence: at, isOwn }
  const last = scene.tokens[cue.to - 2]?.lower === 'to' ? cue.to - 2 : cue.to - 1
  return {
    cue: { ...cue, to: last },
    pattern: 'silence',
    source,
    content: [{ from: last, to: cue.to }],
    sentence: at,
    isOwn,
  }
}

// There, it: subjects that speak for nobody. "It said" may be a body; "it was announced" is a passive.
function isExcluded({ tokens }: Scene, source: Range): boolean {
  return (
    source.to - source.from === 1 &&
    /^(nobody|everybody|anybody|everyone|anyone|nothing|there|this|that|which|what|it’s|its|my|our|their|your)$/.test(
      tokens[source.from]?.lower ?? '',
    )
  )
}

/** The subject that a participle or a second verb shares with the cue before it: "said …, adding that". */
function sharedSubject({ scene, cue, sentence, earlier }: Site): Range | undefined {
  const { tokens } = scene
  const last = earlier.at(-1)
  if (
    last?.source &&
    (cue.kind === 'participle' || tokens[cue.from - 1]?.pos === 'CCONJ' || tokens[cue.from - 1]?.text === ',')
  )
    return last.source
  if (cue.kind !== 'participle' && tokens[cue.from - 1]?.pos !== 'CCONJ') return undefined
  // Karsk turned the offer down, saying that …: the subject of the sentence's first verb
  for (let at = sentence.from + 1; at < cue.from; at++) {
    const token = tokens[at]
    if (!token || !/^(VERB|AUX)$/.test(token.pos) || /ing$/.test(token.lower)) continue
    let from = at
    while (from > sentence.from && /^(ADV|AUX)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1
    const subject = findSubject(scene, { from, to: at + 1 })
    if (subject && scene.quotationOf[subject.from] === scene.quotationOf[cue.from]) return subject
  }
  return undefined
}
