// Which of the voices behind a claim may be the same people. Nothing shows it of two unnamed ones, at one outlet or at two, but that they
// are on different sides shows that they are not. So the unnamed of one side, with those whose side nobody tells, are a set of which any
// two may be one: a reason for each side, where one for each two of them would be thousands for what everybody prints. One who is called
// by less than a name, "the minister", "the navy", "Marrow", may be whoever is named in full.
import type { Teller } from '../model/origin.ts'
import { setsLeft } from '../model/sets-left.ts'
import { foldBody } from './fold-name.ts'
import { isUndecided } from './is-bare-body.ts'
import { isSpokesman, isVague, mayMean } from './may-mean.ts'

/** Voices of which any two may be one. `meant`: the one of them that is named in full, and that the others may be. */
export interface Doubt<T> {
  readonly voices: readonly [T, T, ...T[]]
  readonly meant?: T
}

/** The doubts about voices. One whose side is unknown stands in the set of each side. */
export function mayBeOne<T extends { readonly teller: Teller }>(voices: readonly T[]): Doubt<T>[] {
  const unnamed = voices.filter(({ teller }) => teller.kind !== 'named')
  const sides = new Set(unnamed.flatMap(({ teller }) => (teller.side === undefined ? [] : [foldBody(teller.side)])))
  const ofSide = (side: string): T[] =>
    unnamed.filter(({ teller }) => teller.side === undefined || foldBody(teller.side) === side)
  const bare = Map.groupBy(
    voices.filter(({ teller }) => teller.isBare),
    ({ teller: { name } }) => (isUndecided(name) ? '' : foldBody(name)),
  )
  const alike = setsLeft([...(sides.size === 0 ? [unnamed] : [...sides].map(ofSide)), ...bare.values()], () => true)
  const named = voices.filter(({ teller }) => teller.kind === 'named')
  const vague = named.filter(({ teller }) => isVague(teller))
  const meant = named.flatMap((voice): Doubt<T>[] => {
    const near = isSpokesman(voice.teller) ? named : vague
    const [first, ...others] = near.filter((other) => other !== voice && mayMean(other.teller, voice.teller))
    return first ? [{ voices: [voice, first, ...others], meant: voice }] : []
  })
  return [...alike.map((set) => ({ voices: set })), ...meant]
}

/** Whether nothing shows that two are on different sides. */
export function areSidesOpen(a: Teller, b: Teller): boolean {
  return a.side === undefined || b.side === undefined || foldBody(a.side) === foldBody(b.side)
}
