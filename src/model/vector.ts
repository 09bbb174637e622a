// What words mean, as numbers that can be held against one another.
import { digestOf } from './digest.ts'
import type { Digest } from './id.ts'

/** What a sentence or a report is about, as whole numbers from -127 to 127. A small angle between two is a like sense. */
export type Vector = Int8Array

/** The vector of a text, where one was made; a lookup, so that whoever weighs vectors loads no network. */
export type VectorOf = (text: string) => Vector | undefined

/** By what the vector of a text is found: its digest, however its words are spaced. */
export function keyOfText(text: string): Digest {
  return digestOf(text.replace(/\s+/g, ' ').trim())
}

/** The cosine of the angle between two vectors, to a thousandth: 1 for one sense, about 0 for two that have nothing in common. */
export function nearness(a: Vector, b: Vector): number {
  let product = 0
  let squaresA = 0
  let squaresB = 0
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0]
    product += x * y
    squaresA += x * x
    squaresB += y * y
  }
  const lengths = Math.sqrt(squaresA) * Math.sqrt(squaresB)
  return lengths > 0 ? Math.round((1000 * product) / lengths) / 1000 : 0
}
