// How the text first speaks of somebody whom it does not name: "an Ostmerian shipowner", by which "the shipowner" of
// the next paragraph is known to be Ostmerian.
import type { Names } from './find-names.ts'
import { isSide, singular } from './name-unnamed.ts'
import type { Scene } from './scene.ts'

export interface Introduction {
  readonly head: string // the noun, singular
  readonly side: string // as printed
  readonly at: number // offset
}

const LONGEST = 5 // words between the article and the noun

/** Every phrase of the doc in which an article or a number introduces somebody with their side. */
export function findIntroductions({ tokens }: Scene, names: Pick<Names, 'adjectives'>): Introduction[] {
  return tokens.flatMap((token): Introduction[] => {
    if (!/^(a|an|two|three|four|five|several|some)$/.test(token.lower)) return []
    const phrase = tokens.slice(token.at + 1, token.at + 1 + LONGEST)
    const end = phrase.findIndex(({ pos }) => !/^(ADJ|PROPN|NOUN)$/.test(pos))
    const words = end < 0 ? phrase : phrase.slice(0, end)
    const head = words.findLast(({ pos }) => pos === 'NOUN')
    const side = words.find((word) => isSide(word, names))
    return head && side && side.at < head.at ? [{ head: singular(head.lower), side: side.text, at: token.start }] : []
  })
}
