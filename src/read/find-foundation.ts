// What an outlet rests on: "according to Meridian, which cites three unnamed officials".
import type { StatedSource } from '../model/attribution.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import { DOCUMENT } from './english/bodies.ts'
import { UNNAMED } from './english/people.ts'
import type { Names } from './find-names.ts'
import { outletFrom } from './find-outlet.ts'
import { POSTMODIFIERS } from './noun-phrase.ts'
import { type Resolved, resolveWords, sourceOf } from './resolve-sources.ts'
import { type Range, type Scene, spanOf } from './scene.ts'

// according to Meridian, which cites three unnamed Veldanian officials / Meridian reported, citing two diplomats
// Citing the Courier, Meridian reported / Meridian, quoting a letter seen by its reporter, said
export function findFoundation(
  scene: Scene,
  { relation, entries }: Resolved,
  names: Names,
  book: ChainBook,
): StatedSource | undefined {
  const { sentences, sentenceOf, quotationOf } = scene
  const sentence = sentences[sentenceOf[relation.cue.head] ?? -1]
  const [outlet] = entries
  if (outlet?.kind !== 'outlet' || !sentence) return undefined
  const isCue = (at: number): boolean => relation.cue.from <= at && at < relation.cue.to
  for (let at = sentence.from; at < sentence.to; at++) {
    if ((quotationOf[at] ?? -1) >= 0 || isCue(at) || !cites(scene, at)) continue
    const found = whoIsCited(scene, at + 1, sentence.to, names, book)
    if (!found || found.entries.includes(outlet)) continue
    const [entry, ...rest] = found.entries
    if (!entry) continue
    if (entry.voice.kind === 'anonymous') entry.toldTo = outlet
    return sourceOf([entry, ...rest], spanOf(scene, found.range))
  }
  return undefined
}

// citing two diplomats; which quotes; not: Hale cited the weather
function cites({ tokens }: Scene, at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  if (/^(?:citing|quoting)$/.test(word)) return true
  return /^(?:cites|cited|quotes|quoted)$/.test(word) && /^(?:which|it|that)$/.test(tokens[at - 1]?.lower ?? '')
}

/** Those cited, if they are somebody: people, a body, an outlet, a document; reasons and figures are nobody. */
function whoIsCited(
  scene: Scene,
  from: number,
  end: number,
  names: Names,
  book: ChainBook,
): { entries: readonly Entry[]; range: Range } | undefined {
  const outlet = outletFrom(scene, from, names, book)
  if (outlet) return { entries: [outlet.entry], range: outlet.range }
  const { tokens } = scene
  let to = from
  while (
    to < end &&
    (/^(NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[to]?.pos ?? '') || isInside(scene, to, from)) &&
    !POSTMODIFIERS.test(tokens[to]?.lower ?? '')
  )
    to += 1
  if (to === from) return undefined
  const range = { from, to }
  const isSomebody = (entry: Entry): boolean => {
    if (entry.voice.kind === 'anonymous') return UNNAMED.test(entry.voice.head)
    if (entry.kind === 'document') return DOCUMENT.test(entry.name)
    return entry.kind !== 'place' && !entry.isUndecided
  }
  const entries = resolveWords(scene, range, names, book)
  return entries.length > 0 && entries.every(isSomebody) ? { entries, range } : undefined
}

// the Karskan president’s aides, one of the envoys
function isInside({ tokens }: Scene, at: number, from: number): boolean {
  if (at === from) return false
  return (
    /^(?:’s|'s|-)$/.test(tokens[at]?.text ?? '') ||
    (tokens[at]?.lower === 'of' && /^(?:one|two|three|some|several)$/.test(tokens[at - 1]?.lower ?? ''))
  )
}
