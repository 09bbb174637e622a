// Whether some words stand in others in one run.
import type { Word } from './split-words.ts'

/** True where the words of `part` stand in `whole`, one after the other, in any case. */
export function find(whole: readonly Word[], part: readonly Word[]): boolean {
  const [first] = part
  if (!first) return false
  return whole.some(
    ({ lower }, at) => lower === first.lower && part.every((word, i) => whole[at + i]?.lower === word.lower),
  )
}
