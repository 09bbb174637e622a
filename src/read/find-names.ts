// Names in a doc by their capitals: which of them are people, and what office or trade the text gives each.
import type { Doc } from '../model/doc.ts'
import { BODIES, ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { EXPERT, OFFICIAL, TITLES } from './english/people.ts'
import { STATE_BY_ADJECTIVE, STATE_BY_WORD } from './english/states.ts'
import { findWire } from './find-wire.ts'
import type { Range, Scene } from './scene.ts'
import { textOf } from './scene.ts'
import type { Token } from './tokenise.ts'

/** One name as it stands in the text, without the title before it. */
export interface Name extends Range {
  readonly text: string
  readonly title: string // "Foreign Minister", "Mr"; '' where there is none
}

/** A person as the doc presents them: the fullest name, and the words for what they do. */
export interface Person {
  readonly name: string
  readonly surname: string
  readonly mentions: readonly Name[]
  readonly role: 'official' | 'expert' | undefined
  readonly roleWords: ReadonlySet<string> // "minister", "envoy": by which "the envoy" finds back
}

export interface Names {
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  readonly shared: ReadonlySet<string> // surnames that more than one person bears
  readonly outlets: readonly string[] // the doc's own outlet, and the agency of its dateline
  readonly states: ReadonlySet<string> // places that the doc itself gives a minister, a government, an army
  readonly adjectives: ReadonlyMap<string, string> // Karskian -> Karsk: places of the doc by the adjective made of them
}

const CONNECTORS = /^(de|van|von|der|bin|ibn|al|el|da|di|du|la|le|of)$/

/** Every name of the doc, and the people among them. Surnames that two people share are left to the reader of them. */
export function findNames(scene: Scene): Names {
  const names = scene.sentences.flatMap((sentence) => namesIn(scene, sentence))
  const adjectives = findAdjectives(names)
  const people = findPeople(scene, names, adjectives)
  const surnames = people.map(({ surname }) => surname)
  const shared = new Set(surnames.filter((surname, i) => surnames.indexOf(surname) !== i))
  return { names, people, shared, adjectives, outlets: outletsOf(scene.doc), states: findStates(names, scene) }
}

function namesIn(scene: Scene, sentence: Range): Name[] {
  const { tokens } = scene
  const found: Name[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!isCapital(tokens, at, sentence)) continue
    let to = at + 1
    while (to < sentence.to) {
      const token = tokens[to]
      if (isCapital(tokens, to, sentence) && !isPossessiveGap(tokens, to)) to += 1
      else if (token?.text === '-' && isCapital(tokens, to + 1, sentence)) to += 2
      else if (
        token &&
        CONNECTORS.test(token.lower) &&
        token.lower !== 'of' &&
        to + 1 < sentence.to &&
        isCapital(tokens, to + 1, sentence)
      )
        to += 2
      else break
    }
    found.push(withoutTitle(scene, { from: at, to }))
    at = to - 1
  }
  return found.filter((name) => name.to > name.from)
}

function isCapital(tokens: readonly Token[], at: number, sentence: Range): boolean {
  const token = tokens[at]
  if (!token || at >= sentence.to || !/^\p{Lu}/u.test(token.text)) return false
  return at > sentence.from
    ? token.pos !== 'PRON'
    : token.pos === 'PROPN' || (token.pos === 'X' && token.text.length > 1)
}

function isPossessiveGap(tokens: readonly Token[], at: number): boolean {
  return /^(’s|'s|’|')$/.test(tokens[at]?.text ?? '')
}

// Veldanian Foreign Minister Ilse Marrow -> Ilse Marrow, titled "Veldanian Foreign Minister"
function withoutTitle(scene: Scene, run: Range): Name {
  const { tokens } = scene
  let from = run.from
  for (let at = run.from; at < run.to - 1; at++) {
    const word = tokens[at]?.lower ?? ''
    const isFirst = at === run.from && run.to - run.from > 2
    if (
      (TITLES.test(word) && (isFirst || !/^(king|queen|prince|major|speaker)$/.test(word))) ||
      (OFFICIAL.test(word) && !/^(general|major|captain|chief|head|leader|king|prince|speaker|chair|judge)$/.test(word))
    )
      from = at + 1
  }
  // Secretary of State Ilse Marrow: the first word after "of" is the office's
  const isOffice = tokens[run.from - 1]?.lower === 'of' && TITLES.test(tokens[run.from - 2]?.lower ?? '')
  if (from === run.from && isOffice && run.to - run.from > 2) {
    const title = textOf(scene, { from: run.from - 2, to: run.from + 1 })
    return { from: run.from + 1, to: run.to, text: textOf(scene, { from: run.from + 1, to: run.to }), title }
  }
  if (from === run.from && run.to - run.from > 2 && STATE_BY_ADJECTIVE.has(tokens[from]?.lower ?? '')) from += 1
  const title = from > run.from ? textOf(scene, { from: run.from, to: from }) : ''
  return { from, to: run.to, text: textOf(scene, { from, to: run.to }), title }
}

/** The outlets that the report itself is from: "Meridian" in it is Meridian News Agency. */
function outletsOf(doc: Doc): string[] {
  const wire = findWire(doc)?.name
  return [doc.outlet, wire].filter((name) => name !== undefined)
}

const ORGANS =
  /^(president|premier|prime|foreign|defence|defense|interior|finance|government|parliament|minister|ministry|embassy|ambassador|chief|envoy|army|troops|forces|ports?|capital|cabinet|chancellor|king|queen|borders?|delegation|senate)$/

// Karsk's chief envoy, the foreign minister of Lindria: who has a minister is a state
function findStates(names: readonly Name[], { tokens }: Scene): Set<string> {
  const isState = ({ from, to }: Name): boolean =>
    (/^(’s|'s|’|')$/.test(tokens[to]?.text ?? '') && ORGANS.test(tokens[to + 1]?.lower ?? '')) ||
    (tokens[from - 1]?.lower === 'of' && ORGANS.test(tokens[from - 2]?.lower ?? '')) ||
    /^\p{Lu}\p{L}{2,}(?:ia|land|stan)$/u.test(tokens[from]?.text ?? '')
  return new Set(
    names.filter((name) => name.to - name.from === 1 && isState(name)).map(({ text }) => text.toLowerCase()),
  )
}

// "Karskian" beside "Karsk", "Veldanian" beside "Veldania": the doc itself says which place an adjective is of
function findAdjectives(names: readonly Name[]): Map<string, string> {
  const words = new Set(names.flatMap(({ text }) => text.split(/\s+/)))
  const found = new Map<string, string>()
  for (const word of words) {
    const stem = /^(\p{Lu}\p{L}{2,}?)(?:ian|an|n|ish|ese|i|er|ic)s?$/u.exec(word)
    if (!stem) continue
    for (const place of words) {
      if (place === word || place.length < 3 || !word.startsWith(place.slice(0, Math.max(3, place.length - 2))))
        continue
      const tail = word.slice(place.replace(/[aeo]$/, '').length)
      if (word.startsWith(place.replace(/[aeo]$/, '')) && /^(ian|an|n|ish|ese|i|er|ic)s?$/.test(tail))
        found.set(word.toLowerCase(), place)
    }
  }
  return found
}

interface Draft {
  name: string
  surname: string
  mentions: Name[]
  roleText: string[]
}

function findPeople(scene: Scene, names: readonly Name[], adjectives: ReadonlyMap<string, string>): Person[] {
  const drafts: Draft[] = []
  const bySurname = new Map<string, Draft[]>()
  const rest: Name[] = []
  for (const name of names) {
    if (!isPersonName(scene, name, adjectives)) {
      rest.push(name)
      continue
    }
    const surname = name.text.split(' ').at(-1) ?? name.text
    const known = (bySurname.get(surname) ?? []).find((draft) => isSamePerson(draft.name, name.text))
    const draft = known ?? { name: name.text, surname, mentions: [], roleText: [] }
    if (!known) {
      drafts.push(draft)
      bySurname.set(surname, [...(bySurname.get(surname) ?? []), draft])
    }
    if (name.text.length > draft.name.length) draft.name = name.text
    draft.mentions.push(name)
    draft.roleText.push(roleAround(scene, name))
  }
  for (const name of rest) {
    // "Marrow" alone: hers if one person of that surname is named; two who share it stay two, and unresolved
    const known = (bySurname.get(name.text) ?? []).filter(
      ({ mentions }, _, all) => all.length === 1 || mentions.some((other) => other.from < name.from),
    )
    if (known.length !== 1) continue
    known[0]?.mentions.push(name)
    known[0]?.roleText.push(roleAround(scene, name))
  }
  return drafts.map(({ name, surname, mentions, roleText }) => {
    const roles = roleText.join(' ; ')
    const role = OFFICIAL.test(roles) ? 'official' : EXPERT.test(roles) ? 'expert' : undefined
    const roleWords = new Set(roles.toLowerCase().match(/[\p{L}-]+/gu) ?? [])
    return { name, surname, mentions: mentions.toSorted((a, b) => a.from - b.from), role, roleWords }
  })
}

function isPersonName(scene: Scene, name: Name, adjectives: ReadonlyMap<string, string>): boolean {
  const words = name.text.split(' ')
  const lower = name.text.toLowerCase()
  if (BODIES.has(lower) || OUTLETS.has(lower) || STATE_BY_WORD.has(lower)) return false
  if (name.title !== '' && words.length <= 4) return true
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
  if (words.some((word) => /^(\p{Lu}{2,}|\d.*)$/u.test(word) && !/^\p{Lu}\.?$/u.test(word))) return false
  return (
    !/^(the|a|an|in|on|at|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|north|south|east|west|new|great|san|los|saint|st\.|lake|mount|port|fort|cape|camp|upper|lower|act|street|avenue)$/i.test(
      words[0] ?? '',
    ) &&
    !/^(act|street|avenue|river|bridge|island|islands|city|county|valley|war|accord|accords|treaty|day|week|bay|sea|strait|pass|square|house|hall|palace|hotel|airport|harbour|harbor|port|peninsula|region|province|district)$/i.test(
      words.at(-1) ?? '',
    ) &&
    scene.tokens[name.from - 1]?.lower !== 'the'
  )
}

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
    // Ukraine's digital minister, Ilse Marrow,: the office first
    let at = name.from - 1
    while (
      at > sentence.from &&
      name.from - at < 9 &&
      (/^(NOUN|PROPN|ADJ|PART|DET)$/.test(tokens[at - 1]?.pos ?? '') || tokens[at - 1]?.lower === 'of')
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
  return `${name.title} ${before} ${after}`.trim()
}
