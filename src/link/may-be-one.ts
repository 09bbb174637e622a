// Which of the voices behind a claim may be the same people. Nothing shows it of two unnamed ones, at one outlet or at two, but that they
// are on different sides shows that they are not. So the unnamed of one side, with those whose side nobody tells, are a set of which any
// two may be one: a reason for each side, where one for each two of them would be thousands for what everybody prints.
import type { Teller } from '../model/origin.ts'
import { setsLeft } from '../model/sets-left.ts'
import { foldBody } from './fold-name.ts'
import { isUndecided } from './is-bare-body.ts'

/** The sets of two or more of which any two may be one. One whose side is unknown stands in each set. */
export function mayBeOne<T extends { readonly teller: Teller }>(voices: readonly T[]): [T, T, ...T[]][] {
  const unnamed = voices.filter(({ teller }) => teller.kind !== 'named')
  const sides = new Set(unnamed.flatMap(({ teller }) => (teller.side === undefined ? [] : [foldBody(teller.side)])))
  const ofSide = (side: string): T[] =>
    unnamed.filter(({ teller }) => teller.side === undefined || foldBody(teller.side) === side)
  const bare = Map.groupBy(
    voices.filter(({ teller }) => teller.isBare),
    ({ teller: { name } }) => (isUndecided(name) ? '' : foldBody(name)),
  )
  return setsLeft([...(sides.size === 0 ? [unnamed] : [...sides].map(ofSide)), ...bare.values()], () => true)
}

/** Whether nothing shows that two are on different sides. */
export function areSidesOpen(a: Teller, b: Teller): boolean {
  return a.side === undefined || b.side === undefined || foldBody(a.side) === foldBody(b.side)
}
