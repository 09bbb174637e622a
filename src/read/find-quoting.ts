// The verb by which an outlet quotes somebody: "KNA quoted Marrow as saying".
import type { Token } from './tokenise.ts'

const QUOTING = /^(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing))$/
const LONGEST = 14 // words between it and those by which it quotes: "as saying"

/** The verb that quotes, before the token and at `floor` or after it; where it is too far off, none. */
export function quotingBefore(tokens: readonly Token[], at: number, floor = 0): number | undefined {
  const from = Math.max(floor, at - LONGEST)
  const found = tokens.slice(from, at).findLastIndex(({ lower }) => QUOTING.test(lower))
  return found < 0 ? undefined : from + found
}
