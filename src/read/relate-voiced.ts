// What the network voiced, as relations between tokens: the lexicon says what kind of cue it is, where it knows it.
import { VERB_BY_FORM } from './english/cue-verbs.ts'
import type { Cue } from './find-cues.ts'
import type { Extent, Voiced } from './network/network.ts'
import type { Draft } from './relation.ts'
import type { Range, Scene } from './scene.ts'
import { byParagraph } from './trim-pieces.ts'

/** The relation of a cue that the network found; none where its words lie in no sentence or it has no content. */
export function relateVoiced(scene: Scene, voiced: Voiced, cues: readonly Cue[]): Draft | undefined {
  const range = rangeOf(scene, voiced.cue)
  const sentence = range ? (scene.sentenceOf[range.from] ?? -1) : -1
  if (!range || sentence < 0) return undefined
  const content = voiced.content.flatMap((extent) => rangeOf(scene, extent) ?? [])
  if (content.length === 0) return undefined
  const cue = cueOf(scene, range, cues)
  const sources = voiced.source.flatMap((extent) => rangeOf(scene, extent) ?? [])
  const [source] = sources
    .flatMap((piece) => byParagraph(scene, piece))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from)) // the rest are scraps: "the", a dateline
  const pattern = cue.kind === 'silence' ? 'silence' : 'network'
  return { cue, pattern, source, content, sentence, isOwn: true, confidence: voiced.confidence }
}

/** The tokens that the extent touches. */
export function rangeOf({ tokens }: Scene, { start, end }: Extent): Range | undefined {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < tokens.length && (tokens[to]?.start ?? end) < end) to += 1
  return to > low ? { from: low, to } : undefined
}

/** The cue with its verb: the one that the rules see in the same words, else the last verb of the lexicon, else none. */
function cueOf({ tokens }: Scene, range: Range, cues: readonly Cue[]): Cue {
  const seen = cues.find(({ head }) => head >= range.from && head < range.to)
  if (seen) return { ...seen, ...range }
  for (let at = range.to - 1; at >= range.from; at--) {
    const token = tokens[at]
    const entries = (token && VERB_BY_FORM.get(token.lower)) ?? []
    const entry = entries.find(({ verb }) => (verb.particle ?? tokens[at + 1]?.lower) === tokens[at + 1]?.lower)
    if (entry) {
      const past = /^(past|participle)$/.test(entry.form)
      return { ...range, head: at, kind: 'finite', verb: entry.verb, past }
    }
  }
  const verb = tokens.slice(range.from, range.to).findLast(({ pos }) => pos === 'VERB')
  return { ...range, head: verb?.at ?? range.to - 1, kind: 'finite', past: verb?.lower.endsWith('ed') ?? false }
}
