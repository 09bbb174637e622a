// The people among the names of a doc: which names are one person's, and what each of them is by the words beside them.
import type { Name as Seen } from '../model/reading.ts'
import { usualGender } from './english/given-names.ts'
import { EXPERT, KIN, OFFICIAL } from './english/people.ts'
import type { Name, Person } from './find-names.ts'
import { findOffices } from './find-offices.ts'
import { inCapitals, isPersonName } from './is-person-name.ts'
import { judgeGenders, titleGender } from './judge-gender.ts'
import type { Range, Scene } from './scene.ts'
import { isSurnameAlone, surnameOf } from './surname-of.ts'
import { tellRole } from './tell-role.ts'

interface Draft {
  name: string
  surname: string
  mentions: Name[]
  roleText: string[]
}

const SURE = 0.8 // of a name's kind; the network is overconfident below it

// Port Sabel, Morning Poll: two capitals, and nobody
function isSeenAsElse(seen: Seen | undefined): boolean {
  return seen !== undefined && seen.kind !== 'person' && seen.confidence >= SURE
}

/** What a doc's names are told by: the adjectives that it makes of places, and what the network sees in each name. */
export interface Told {
  readonly adjectives: ReadonlyMap<string, string>
  readonly seenAs: (name: Range) => Seen | undefined
}

/** The people, in the order in which the doc names them. */
export function findPeople(scene: Scene, names: readonly Name[], told: Told): Person[] {
  const drafts: Draft[] = []
  const bySurname = new Map<string, Draft[]>()
  const rest: Name[] = []
  const all = withCouples(scene, names, told)
  for (const name of all.toSorted((a, b) => Number(inCapitals(a)) - Number(inCapitals(b)))) {
    const called = inCapitals(name) ? meantByCapitals(name.text, bySurname) : undefined
    if (called) {
      called.mentions.push(name)
      called.roleText.push(name.title)
      continue
    }
    if (!isPersonName(scene, name, told.adjectives) || isSeenAsElse(told.seenAs(name))) {
      rest.push(name)
      continue
    }
    const surname = surnameOf(name.text)
    const bearers = bearersOf(name, bySurname.get(surname) ?? [])
    if (bearers.length > 1) {
      rest.push(name)
      continue
    }
    const [known] = bearers
    const draft = known ?? { name: name.text, surname, mentions: [], roleText: [] }
    if (!known) {
      drafts.push(draft)
      bySurname.set(surname, [...(bySurname.get(surname) ?? []), draft])
    }
    if (name.text.length > draft.name.length) draft.name = name.text
    draft.mentions.push(name)
    draft.roleText.push(tellRole(scene, name))
  }
  const byGiven = byGivenName(drafts)
  for (const name of rest) {
    const [only, ...others] = ownersOf(scene, name, bySurname.get(surnameOf(name.text)) ?? [], byGiven)
    if (!only || others.length > 0) continue
    only.mentions.push(name)
    only.roleText.push(tellRole(scene, name))
  }
  const people = drafts.map(({ name, surname, mentions, roleText }) => {
    const roles = roleText
      .filter(Boolean)
      .join(' ; ')
      .replace(ABBREVIATED, (short) => FULL.get(short.toLowerCase().slice(0, 3)) ?? short)
    const role: Person['role'] = OFFICIAL.test(roles) ? 'official' : EXPERT.test(roles) ? 'expert' : undefined
    const roleWords = new Set(roles.toLowerCase().match(/[\p{L}-]+/gu) ?? [])
    const ordered = mentions.toSorted((a, b) => a.from - b.from)
    return { name, surname, mentions: ordered, role, roleWords, roles, offices: findOffices(scene, ordered) }
  })
  const genders = judgeGenders(scene, people)
  return people.map((person) => {
    const gender = genders.get(person)
    return { ...person, ...(gender && { gender }) }
  })
}

const ALSO_PLACE =
  /^(?:Austin|Madison|Chelsea|Paris|London|Sydney|Florence|Charlotte|Lincoln|Jackson|Houston|Dallas|Orlando|Victoria|Alexandria|Georgia|Virginia|Carolina|Dakota|Brooklyn|Lorraine|Jordan|Israel|Chad|Kenya|China|India|Asia|Holland|Adelaide|Phoenix|Savannah|Preston|Lourdes|Milan|Vienna|Verona|Valencia|Santiago|Diego|Francisco|Nelson|Hamilton|Warren|Clinton|Washington|Cleveland|Denver|Eugene|Stanley)$/

// [Josef] and Marta Novak: the first has the surname of the second
function withCouples(scene: Scene, names: readonly Name[], told: Told): readonly Name[] {
  const { tokens } = scene
  return names.map((name): Name => {
    const other = names.find(({ from }) => from === name.to + 1)
    const isPair =
      !name.text.includes(' ') &&
      name.title === '' &&
      tokens[name.to]?.lower === 'and' &&
      other?.text.split(' ').length === 2
    if (!isPair || !/^\p{Lu}\p{Ll}+$/u.test(name.text) || !isPersonName(scene, other, told.adjectives)) return name
    const family = surnameOf(other.text)
    const isCalled = (title: RegExp): boolean => names.some((one) => one.text === family && title.test(one.title))
    const isBoth = isCalled(/^Mr\.?$/) && isCalled(/^(?:Ms|Mrs)\.?$/)
    const isGiven = isBoth || (usualGender(name.text) !== undefined && !ALSO_PLACE.test(name.text))
    const isElsewhere = names.some(
      ({ from, text }) => from !== name.from && (text === name.text || text.endsWith(` ${name.text}`)),
    )
    return isGiven && !isElsewhere ? { ...name, text: `${name.text} ${family}` } : name
  })
}

// "Marrow" alone: hers if one person of that surname is named; of two who share it hers whom the text has called so
// before it named the other, or whose kin the other is. Else they stay two, and unresolved
function ownersOf(scene: Scene, name: Name, bearers: readonly Draft[], byGiven: Map<string, Draft[]>): Draft[] {
  const isAlone = !name.text.includes(' ') || isSurnameAlone(name.text)
  const same = isAlone ? bearers : bearers.filter((draft) => isSamePerson(draft.name, name.text)) // Fort Marrow, Radio Marrow: nobody
  const known = same.filter(
    ({ mentions }, _, all) => all.length === 1 || mentions.some((other) => other.from < name.from),
  )
  if (known.length === 0) return isAlone ? (byGiven.get(name.text) ?? []) : []
  if (known.length === 1) return known
  // His brother, Tobias Marrow, led the search. Marrow said: whoever the sentence before is about may be meant
  const nearest = known
    .flatMap((draft) =>
      draft.mentions
        .filter(({ from, text }) => from < name.from && text.includes(' '))
        .map(({ from }) => ({ draft, from })),
    )
    .toSorted((a, b) => b.from - a.from)[0]
  const begins = scene.sentences[scene.sentenceOf[nearest?.from ?? -1] ?? -1]?.from ?? 0
  const isSubject = nearest !== undefined && nearest.from - begins <= FROM_HEAD
  const called = known.filter(({ mentions }) => mentions.some(({ text }) => text === name.text))
  const isOther =
    isSubject && (isKin(scene, nearest.draft.mentions) || (called.length > 0 && !called.includes(nearest.draft)))
  if (isOther) return [...known]
  if (called.length === 1) return called
  const heads = known.filter(({ mentions }) => !isKin(scene, mentions))
  return heads.length === 1 ? heads : known
}

const FROM_HEAD = 4 // words: His brother, Tobias Marrow

// his wife, Donna Marrow; daughter Chloe Marrow
function isKin({ tokens }: Scene, mentions: readonly Name[]): boolean {
  const [first] = mentions.toSorted((a, b) => a.from - b.from)
  const before = first && tokens[first.from - 1]?.text === ',' ? first.from - 2 : (first?.from ?? 0) - 1
  return KIN.test(tokens[before]?.lower ?? '')
}

// Ilse Marrow met Tobias Marrow. Mr. Marrow left: of two who share the surname he whom the title fits; else both
function bearersOf({ text, title }: Name, drafts: readonly Draft[]): readonly Draft[] {
  const same = drafts.filter((draft) => isSamePerson(draft.name, text))
  const gender = titleGender([{ title }])
  if (text.includes(' ')) return same.slice(0, 1)
  // Ms. Ilse Marrow came. Mr. Marrow stayed: another
  const other = gender === 'he' ? 'she' : 'he'
  // Peter Hale and his wife, Anna, left. Mrs Hale said so.: she, and not he
  if (same.length < 2 && gender)
    return same.filter(
      ({ name, mentions }) => (titleGender(mentions) ?? usualGender(name.split(' ')[0] ?? '')) !== other,
    )
  if (!gender) return same
  const fitting = same.filter(({ name, mentions }) => {
    const own = titleGender(mentions) ?? usualGender(name.split(' ')[0] ?? '')
    return own === undefined || own === gender
  })
  return fitting.length > 0 ? fitting : same
}

// Sen. Ilse Marrow: "the senator" further down is she
const ABBREVIATED = /\b(?:Sen|Gov|Rep|Gen|Amb|Prof|Col)\./g
const FULL: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['gov', 'governor'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['amb', 'ambassador'],
  ['pro', 'professor'],
  ['col', 'colonel'],
])

// Ilse, of whom the text has said Ilse Marrow: a given name that one person bears
function byGivenName(drafts: readonly Draft[]): Map<string, Draft[]> {
  const given = drafts.filter(({ name }) => name.includes(' ') && usualGender(name.split(' ')[0] ?? ''))
  return Map.groupBy(given, ({ name }) => name.split(' ')[0] ?? '')
}

// MARROW SAYS OFFER IS DEAD, and Ilse Marrow further down: she, if she is the only one of that name
function meantByCapitals(name: string, bySurname: ReadonlyMap<string, readonly Draft[]>): Draft | undefined {
  const spelled = name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
  const bearers = bySurname.get(spelled.split(' ').at(-1) ?? '') ?? []
  const [only, ...others] = bearers.filter((draft) => isSamePerson(draft.name, spelled))
  return others.length === 0 ? only : undefined
}

// "Ilse Marrow" and "I. Marrow" and "Ilse K. Marrow": one; "Ilse Marrow" and "Jon Marrow": two
function isSamePerson(a: string, b: string): boolean {
  const [short = [], long = []] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length)
  const isOneSurname = surnameOf(a) === surnameOf(b)
  if (short.length === 1) return isOneSurname
  const [first = '', other = ''] = [short[0] ?? '', long[0] ?? '']
  return isOneSurname && (first === other || (/^\p{Lu}\.?$/u.test(first) && other.startsWith(first.charAt(0))))
}
