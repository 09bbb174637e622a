// Headlines have a grammar of their own: no article, no stop, every word a capital, and the tagger takes verbs for names.
import { rangesOf } from './find-contents.ts'
import type { Cue } from './find-cues.ts'
import { findTurns } from './find-turns.ts'
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'

const FEWEST = 3 // words of a headline with a voice in it
const MOST = 30
const TITLED = 0.7 // of the long words have a capital

/** True for a sentence that is a whole paragraph without a stop, in capitals or, where the doc begins, in title case. */
export function isHeadline({ tokens, sentences, sentenceOf }: Scene, sentence: Range): boolean {
  const at = sentenceOf[sentence.from] ?? -1
  const own = sentences[at]
  if (!own || sentences[at - 1]?.block === own.block || sentences[at + 1]?.block === own.block) return false
  if (own.to - own.from > 2 * MOST) return false
  const words = tokens.slice(own.from, own.to).filter(({ text }) => /\p{L}/u.test(text))
  if (words.length < FEWEST || words.length > MOST || tokens[own.to - 1]?.text === '.') return false
  if (words.every(({ text }) => text === text.toUpperCase())) return true
  if (own.kind !== 'headline' && !own.isFirst) return false
  const long = words.filter(({ text }) => text.length > 3)
  return long.filter(({ text }) => /^\p{Lu}/u.test(text)).length >= TITLED * long.length && long.length > 1
}

/** Forms that are no noun: in a headline the claims and the offers of others look just like verbs. */
const PLAIN =
  /^(says|said|tells|told|denies|denied|warns|warned|insists|insisted|accuses|accused|urges|urged|rejects|rejected|announces|announced|admits|admitted|confirms|confirmed|believes|argues|adds|dismisses|dismissed|condemns|condemned|declares|declared|refuses|refused|asks|asked|explains|reveals|revealed|suggests|vows|vowed)$/

/** True where the word speaks in a headline whatever the tagger takes it for. */
export function isHeadlineVerb(scene: Scene, at: number, sentence: Range): boolean {
  return at > sentence.from && PLAIN.test(scene.tokens[at]?.lower ?? '') && isHeadline(scene, sentence)
}

/** The relation of the first verb of a headline; none where the sentence is no headline. */
export function relateHeadline(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  if (!PLAIN.test(scene.tokens[cue.head]?.lower ?? '') || !isHeadline(scene, sentence)) return undefined
  const { tokens } = scene
  const before = tokens.slice(sentence.from, cue.from)
  if (before.some((token) => (scene.quotationOf[token.at] ?? -1) >= 0)) return undefined // “OFFER IS DEAD,” MARROW SAYS
  const turns = findTurns(scene)
  const colon = before.findLast(({ text, at: mark }) => text === ':' || turns.has(mark)) // EXCLUSIVE: MARROW SAYS …
  const from = colon ? colon.at + 1 : sentence.from
  const comma = before.findLast(({ text, at: mark }) => /^[,–—-]$/.test(text) && mark > from)?.at ?? -1
  const draft = { cue, sentence: at, isOwn: true } as const
  const made = (pattern: Draft['pattern'], source: Range, content: Range): Draft | undefined => {
    const ranges = rangesOf(scene, content.from, content.to)
    return source.to > source.from && ranges.length > 0 ? { ...draft, pattern, source, content: ranges } : undefined
  }
  const last = tokens[sentence.to - 1]?.pos === 'PUNCT' && !/["”’»]/.test(tokens[sentence.to - 1]?.text ?? '') ? 1 : 0
  const to = sentence.to - last
  // LOCK WILL OPEN IN MAY, COMMISSION SAYS / OFFER DEAD, SAYS MARROW
  if (comma > 0 && cue.to === to) return made('clause before', { from: comma + 1, to: cue.from }, { from, to: comma })
  if (comma > 0 && comma === cue.from - 1) return made('clause before', { from: cue.to, to }, { from, to: comma })
  // KARSK SAYS BOAT HAS LEFT / MARROW TELLS COUNCIL OFFER IS DEAD
  return made('that-clause', { from, to: cue.from }, { from: afterHearer(scene, cue), to })
}

function afterHearer({ tokens }: Scene, cue: Cue): number {
  if (!cue.verb?.takesHearer || /^(that|to|of|on|about|against|over)$/.test(tokens[cue.to]?.lower ?? '')) return cue.to
  return /^(the|a|an|its|his|her|their)$/.test(tokens[cue.to]?.lower ?? '') ? cue.to + 2 : cue.to + 1
}
