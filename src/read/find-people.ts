// The people among the names of a doc, and the words that say what each of them does.
import type { Name as Seen } from '../model/reading.ts'
import { BODIES } from './english/actors.ts'
import { ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { usualGender } from './english/given-names.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { EXPERT, OFFICIAL } from './english/people.ts'
import { STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import type { Name, Person } from './find-names.ts'
import { findOffices } from './find-offices.ts'
import { judgeGenders, titleGender } from './judge-gender.ts'
import { type Range, type Scene, textOf } from './scene.ts'

interface Draft {
  name: string
  surname: string
  mentions: Name[]
  roleText: string[]
}

const SURE = 0.8 // of a name's kind; the network is overconfident below it

// Baton Rouge, Morning Consult: two capitals, and nobody
function isSeenAsElse(seen: Seen | undefined): boolean {
  return seen !== undefined && seen.kind !== 'person' && seen.confidence >= SURE
}

const inCapitals = (name: Name): boolean => /^[\p{Lu}\s.’'-]{3,}$/u.test(name.text)

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
  for (const name of names.toSorted((a, b) => Number(inCapitals(a)) - Number(inCapitals(b)))) {
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
    const surname = name.text.split(' ').at(-1) ?? name.text
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
    draft.roleText.push(roleAround(scene, name))
  }
  const byGiven = byGivenName(drafts)
  for (const name of rest) {
    // "Marrow" alone: hers if one person of that surname is named; two who share it stay two, and unresolved
    const known = (bySurname.get(name.text) ?? []).filter(
      ({ mentions }, _, all) => all.length === 1 || mentions.some((other) => other.from < name.from),
    )
    const [only, ...others] = known.length > 0 ? known : (byGiven.get(name.text) ?? [])
    if (!only || others.length > 0) continue
    only.mentions.push(name)
    only.roleText.push(roleAround(scene, name))
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

// Ilse Marrow met Tobias Marrow. Mr. Marrow left: of two who share the surname he whom the title fits; else both
function bearersOf({ text, title }: Name, drafts: readonly Draft[]): readonly Draft[] {
  const same = drafts.filter((draft) => isSamePerson(draft.name, text))
  const gender = titleGender([{ title }])
  if (text.includes(' ')) return same.slice(0, 1)
  // Ms. Ilse Marrow came. Mr. Marrow stayed: another
  const other = gender === 'he' ? 'she' : 'he'
  if (same.length < 2 && gender) return same.filter(({ mentions }) => titleGender(mentions) !== other)
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

function isPersonName(scene: Scene, name: Name, adjectives: ReadonlyMap<string, string>): boolean {
  const words = name.text.split(' ')
  const lower = name.text.toLowerCase()
  if (BODIES.has(lower) || OUTLETS.has(lower) || STATE_BY_WORD.has(lower)) return false
  if (words.some((word) => /^\p{Lu}{2,}$/u.test(word)) && words.length > 1 && !inCapitals(name)) return false // AG Marrow
  if (
    /\p{L}/u.test(name.title.replace(/\b(?:former|ex|then|republican|democrat|democratic)\b/gi, '')) &&
    words.length <= 4
  )
    return true
  if (words.length < 2 || words.length > 4) return false
  if (OUTLET_NAME.test(name.text) || ORGANISATION.test(name.text) || STATE_ORGAN.test(name.text)) return false
  if (
    words.some(
      (word) =>
        STATE_BY_WORD.has(word.toLowerCase()) ||
        STATE_BY_ADJECTIVE.has(word.toLowerCase()) ||
        adjectives.has(word.toLowerCase()),
    )
  )
    return false
  if (words.some((word) => NO_PERSON.test(word))) return false
  if (words.some((word) => /^(\p{Lu}{2,}|\d.*)$/u.test(word) && !/^\p{Lu}\.?$/u.test(word))) return false
  return (
    !/^(the|a|an|in|on|at|former|ex|then|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|north|south|east|west|new|great|san|los|saint|st\.|lake|mount|port|fort|cape|camp|upper|lower|act|street|avenue)$/i.test(
      words[0] ?? '',
    ) &&
    !/^(act|street|avenue|river|bridge|island|islands|city|county|valley|war|accord|accords|treaty|day|week|bay|sea|strait|pass|square|house|hall|palace|hotel|airport|harbour|harbor|port|peninsula|region|province|district)$/i.test(
      words.at(-1) ?? '',
    ) &&
    scene.tokens[name.from - 1]?.lower !== 'the'
  )
}

const NO_PERSON =
  /^(national|international|federal|general|state|states|united|supreme|electoral|central|republicans?|democrats?|democratic|says|said|is|are|was|has|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

// "Ilse Marrow" and "I. Marrow" and "Ilse K. Marrow": one; "Ilse Marrow" and "Jon Marrow": two
function isSamePerson(a: string, b: string): boolean {
  const [short = [], long = []] = [a.split(' '), b.split(' ')].toSorted((x, y) => x.length - y.length)
  if (short.length === 1) return long.at(-1) === short[0]
  const [first = '', other = ''] = [short[0] ?? '', long[0] ?? '']
  return (
    short.at(-1) === long.at(-1) &&
    (first === other || (/^\p{Lu}\.?$/u.test(first) && other.startsWith(first.charAt(0))))
  )
}

/** The words before and after the name that say what the person does. */
function roleAround(scene: Scene, name: Name): string {
  const { tokens, sentences, sentenceOf } = scene
  const sentence = sentences[sentenceOf[name.from] ?? -1]
  if (!sentence) return name.title
  let from = name.from
  while (
    from > sentence.from &&
    name.from - from < 8 &&
    /^(NOUN|PROPN|ADJ|ADP|PART|DET)$/.test(tokens[from - 1]?.pos ?? '') &&
    !/^(in|on|with|by|from|to|after|and|told|than|against)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from -= 1
  if (tokens[name.from - 1]?.text === ',' && from === name.from) {
    // Karsk's chief envoy, Ilse Marrow,: the office first
    let at = name.from - 1
    while (
      at > sentence.from &&
      name.from - at < 9 &&
      (/^(NOUN|PROPN|ADJ|PART|DET)$/.test(tokens[at - 1]?.pos ?? '') || /^(of|’|')$/.test(tokens[at - 1]?.lower ?? ''))
    )
      at -= 1
    from = at
  }
  const isApposed =
    tokens[name.to]?.text === ',' &&
    /^(the|a|an|who|whose|its|their|his|her|then|former|\p{L}+)$/u.test(tokens[name.to + 1]?.lower ?? '')
  let to = name.to
  if (isApposed && !/^(said|says|told|and|but|adding|saying|which)$/.test(tokens[name.to + 1]?.lower ?? '')) {
    to += 1
    while (
      to < sentence.to &&
      to - name.to < 12 &&
      !/^[,.;:—–]$/.test(tokens[to]?.text ?? '') &&
      !/^(VERB|AUX)$/.test(tokens[to]?.pos ?? '')
    )
      to += 1
  }
  const before = from < name.from ? textOf(scene, { from, to: name.from }) : ''
  const after = to > name.to ? textOf(scene, { from: name.to, to }) : ''
  return `${name.title} ${before} ${after} ${officeShown(tokens, name)}`.trim()
}

// the Marrow campaign, Marrow's supporters: she is a candidate; the Marrow administration: she is president
function officeShown(tokens: Scene['tokens'], { to }: Name): string {
  const next = /^(’s|'s|’|')$/.test(tokens[to]?.text ?? '') ? to + 1 : to
  const noun = tokens[next]?.lower === 'presidential' ? tokens[next + 1]?.lower : tokens[next]?.lower
  if (/^(administration|presidency)$/.test(noun ?? '')) return 'president'
  return /^(campaign|candidacy|campaigns|supporters?|backers|rally|rallies|delegates|voters)$/.test(noun ?? '')
    ? 'candidate'
    : ''
}
