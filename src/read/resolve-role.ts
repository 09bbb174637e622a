// Whom "the minister", "the candidate", "the former governor" means: of the people whom the text has spoken of, one to whom
// it gave that office, the one who stands most in the light. Nobody where the text has spoken of an unnamed one since.
import type { ChainBook, Entry } from './chain-book.ts'
import type { Person } from './find-names.ts'
import { turnAround } from './find-turns.ts'
import { fitsOffice, lastNamed, nameOffice } from './fits-office.ts'
import { genderOf, genderOfNoun } from './judge-gender.ts'
import { AS_MUCH, listLit } from './resolve-pronoun.ts'
import { type Range, type Scene, textOf } from './scene.ts'

/** Nouns that say one thing of somebody: who is called by one of a line may be called by the others. */
const ALIKE = `candidate nominee hopeful contender front-runner frontrunner standard-bearer challenger
businessman businesswoman tycoon mogul magnate billionaire millionaire developer entrepreneur
senator lawmaker legislator congressman congresswoman representative politician
president commander-in-chief
minister premier politician
envoy ambassador diplomat negotiator
lawyer attorney counsel
author writer columnist journalist
adviser advisor strategist
general commander officer
professor academic scholar historian economist expert analyst`
  .split('\n')
  .map((line) => new Set(line.split(' ')))

/** Words by which a text may call somebody whom it has given no office yet: of whom else than of who stands in the light? */
const EPITHET =
  /^(candidate|nominee|hopeful|contender|front-?runner|standard-bearer|challenger|businessman|businesswoman|tycoon|mogul|magnate|billionaire|president|governor|senator|mayor|premier|chancellor|politician|lawmaker|congressman|congresswoman|minister|chairman|chairwoman|monarch|author)$/

// of a politician a text says "the candidate" and "the tycoon" without further ado; an office it first gives somebody
const LOOSE =
  /^(candidate|nominee|hopeful|contender|front-?runner|standard-bearer|challenger|businessman|businesswoman|tycoon|mogul|magnate|billionaire|politician)$/
const CLEARLY = 0.5 // as much as the first in the light

const HELD = 6 // times as likely: one whom the text has given the office
const ALSO = 3 // one whom it has given a like one
const SAME_PLACE = 1.6 // "the Karskan senator" and "Karskan senator Ilse Marrow": for each further word that both have
const MANY = 0.7 // of its mentions: twice as many make somebody about half as likely again
const ELSE = 0.3
const PAST = 0.3 // "the governor" is seldom one who was that once

/** The holder of the office that the words name, if the text tells. */
export function resolveRole(scene: Scene, range: Range, head: string, book: ChainBook): Entry | undefined {
  const { tokens } = scene
  const words = tokens.slice(range.from, range.to).map(({ lower }) => lower)
  if (/^(his|her|their|our|my|its)$/.test(words[0] ?? '')) return undefined // his spokesman: nobody whom the text has named
  const isEpithet = EPITHET.test(head)
  const gender = genderOfNoun(head)
  const isPast = words.includes('former') || words.includes('ex')
  const office = nameOffice(scene, range)
  // of one to whom the text gave another office, or no office where the words say of which country, or who is one of those who talk: nobody yet
  const isTalk = turnAround(scene, range.from) !== undefined
  const isOther = (entry: Entry): boolean => {
    const person = personOf(entry)
    if (!person || !fitsOffice(person, office)) return true
    const isFree = LOOSE.test(head) || (person.role === undefined && office.sides.length === 0 && !isTalk)
    return !isFree && !isHolding(person, head) && !isAlike(person, head)
  }
  const scored = listLit(scene, range.from, book)
    .filter(({ entry }) => entry.kind === 'person' && (!gender || (genderOf(entry) ?? gender) === gender))
    .map(({ entry, score }) => ({ entry, score: score * fitOf(entry, head, words, isPast, isEpithet) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  const first = scored.find(({ entry }) => !isOther(entry))
  if (!first) return undefined
  const held = personOf(first.entry)?.roleWords.has(head) === true
  // who stands less in the light is not meant because who stands more in it cannot be, unless the text gave them the office
  if (first !== scored[0] && !held) return undefined
  const second = scored.find((one) => one !== first && !(held && isOther(one.entry)))
  const most = held ? AS_MUCH : LOOSE.test(head) ? 1 : CLEARLY
  if (second && second.score > most * first.score) return undefined
  // The Veldanian defence minister was there. The minister said …: that one, who has no name here
  const isBare = office.portfolios.length + office.sides.length === 0
  const last = isBare ? lastNamed(scene, head, range.from) : undefined
  const person = personOf(first.entry)
  if (last && person && !fitsOffice(person, last)) return undefined
  return held || !isIntroduced(scene, head, range.from) ? first.entry : undefined
}

function personOf({ voice }: Entry): Person | undefined {
  return voice.kind === 'person' ? voice.person : undefined
}

function fitOf(entry: Entry, head: string, words: readonly string[], isPast: boolean, isEpithet: boolean): number {
  const person = personOf(entry)
  if (!person) return 0
  const [isHeld, isLike] = [isHolding(person, head), isAlike(person, head)]
  if (!isHeld && !isLike && !isEpithet) return 0
  const shared = words.filter(
    (word) => word !== head && /^[\p{L}-]{4,}$/u.test(word) && person.roleWords.has(word),
  ).length
  const past = isHeld && !isPast && new RegExp(`\\b(?:former|ex-?) (?:[\\w.’'-]+ ){0,3}${head}`, 'i').test(person.roles)
  // nobody was given the office: then whom the doc is about
  const isElse = !isHeld && !isLike && person.role !== undefined // her manager is not the candidate
  const known = isHeld ? HELD : isLike ? ALSO : 1
  return (
    known *
    SAME_PLACE ** shared *
    (past ? PAST : 1) *
    (isHeld || LOOSE.test(head) ? person.mentions.length ** MANY : 1) *
    (isElse ? ELSE : 1)
  )
}

function isHolding({ roleWords }: Person, head: string): boolean {
  return roleWords.has(head)
}

function isAlike({ roleWords }: Person, head: string): boolean {
  // the foreign ministry's spokesman, in state media
  const isOfForeign =
    roleWords.has('foreign') && [...roleWords].some((word) => /^(?:minist|secretary|spokes|office)/.test(word))
  if (head === 'diplomat' && isOfForeign) return true
  return ALIKE.some((line) => line.has(head) && [...line].some((word) => roleWords.has(word)))
}

const REACH = 80 // words: about three sentences

/** True where an article has brought in somebody of that office shortly before. */
// A senator from Karsk rose. … The senator said: the one who rose, who has no name
export function isIntroduced(scene: Scene, head: string, before: number): boolean {
  const text = textOf(scene, { from: Math.max(0, before - REACH), to: Math.max(1, before) })
  return new RegExp(
    `\\b(?:[Aa]n?|[Aa]nother|[Oo]ne|second|unnamed) (?:[\\p{L}-]+ ){0,3}${head}\\b(?! (?:\\p{Lu}|for ))`,
    'u',
  ).test(text)
}
