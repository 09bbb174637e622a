// Who and what a story is about: the same number always has the same name.
import { digestOfParts } from '../../src/model/digest.ts'
import { asId, type Id } from '../../src/model/id.ts'
import { makeRandom } from '../make-texts.ts'
import { capital, spell, word } from '../spell-words.ts'

const PEOPLE = 60_000
const KNOWN = 300 // whom every story may name

// Of the six whom a story names, two are known everywhere.
export function personOf(story: number, nth: number, random: () => number): number {
  if (nth < 2) return Math.floor(KNOWN * random() ** 3)
  return KNOWN + Math.floor(makeRandom(story * 17 + nth)() * PEOPLE)
}

export function kindOf(person: number): 'person' | 'government' | 'group' {
  return person % 11 === 0 ? 'government' : person % 7 === 0 ? 'group' : 'person'
}

export function nameOf(person: number): string {
  const [first, last] = [capital(spell(person % 397, 2)), capital(spell(person, 3))]
  return kindOf(person) === 'person'
    ? `${first}n ${last}rk`
    : kindOf(person) === 'group'
      ? `${last}n officials`
      : `${last}sk`
}

export function entityOf(person: number): Id<'entity'> {
  return asId<'entity'>(digestOfParts('bench entity', person))
}

export function claimOf(story: number, claim: number): Id<'claim'> {
  return asId<'claim'>(digestOfParts('bench claim', story, claim))
}

export function wordingOf(story: number, claim: number): string {
  const random = makeRandom(story * 131 + claim)
  const words = Array.from({ length: 7 }, () => word(random))
  return `${placeOf(story, 0)} ${words[0]} had ${words[1]}ed the ${words.slice(2).join(' ')} of ${placeOf(story, claim % 3)}`
}

export function placeOf(story: number, nth: number): string {
  return `${capital(spell(Math.floor(makeRandom(story * 19 + nth)() * 3000), 3))}sk`
}
