// What an outlet rests on: "according to Meridian, which cites three unnamed officials".
import type { StatedSource } from '../model/attribution.ts'
import type { ChainBook } from './chain-book.ts'
import type { Names } from './find-names.ts'
import { type Resolved, resolveWords, sourceOf } from './resolve-sources.ts'
import { type Scene, spanOf } from './scene.ts'

// according to Meridian, which cites three unnamed Veldanian officials / Meridian reported, citing two diplomats
export function findFoundation(
  scene: Scene,
  { relation, entries }: Resolved,
  names: Names,
  book: ChainBook,
): StatedSource | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const sentence = sentences[sentenceOf[relation.cue.head] ?? -1]
  const [outlet] = entries
  if (outlet?.kind !== 'outlet' || !sentence) return undefined
  for (let at = sentence.from; at < sentence.to; at++) {
    const isCiting = /^(cites|cited|citing|quoting|quoted|quotes)$/.test(tokens[at]?.lower ?? '')
    if (!isCiting) continue
    let to = at + 1
    while (to < sentence.to && /^(NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[to]?.pos ?? '')) to += 1
    if (to === at + 1) continue
    const range = { from: at + 1, to }
    const [entry, ...rest] = resolveWords(scene, range, names, book)
    if (!entry) continue
    entry.toldTo = outlet
    return sourceOf([entry, ...rest], spanOf(scene, range))
  }
  return undefined
}
