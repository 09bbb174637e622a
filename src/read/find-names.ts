// Names in a doc by their capitals: which of them are people, and what office or trade the text gives each.
import type { Doc } from '../model/doc.ts'
import type { Office, Name as Seen } from '../model/reading.ts'
import { ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { usualGender } from './english/given-names.ts'
import { OFFICIAL, TITLES } from './english/people.ts'
import { isPersonNoun } from './english/person-nouns.ts'
import { STATE_BY_ADJECTIVE } from './english/states.ts'
import { findAcronyms } from './find-acronyms.ts'
import { findIntroductions, type Introduction } from './find-introductions.ts'
import { findPeople } from './find-people.ts'
import { findAdjectives, findStates } from './find-places.ts'
import { findWire } from './find-wire.ts'
import { isHeadlineVerb } from './relate-headline.ts'
import type { Range, Scene } from './scene.ts'
import { textOf } from './scene.ts'
import { ARTICLE, PARTICLE, surnameOf } from './surname-of.ts'
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
  readonly offices: readonly Office[]
  readonly roles: string // the words themselves, mention by mention
  readonly gender?: 'he' | 'she' // as far as the text, or else the given name, tells
}

export interface Names {
  readonly names: readonly Name[]
  readonly people: readonly Person[]
  readonly personAt: ReadonlyMap<number, Person> // by the first token of each mention
  readonly mentions: readonly (Name & { readonly person: Person })[] // of people, in the order of the text
  readonly mentionByEnd: ReadonlyMap<number, Name> // by the token after it
  readonly introductions: readonly Introduction[] // "an Ostmerian shipowner"
  readonly shared: ReadonlySet<string> // surnames that more than one person bears
  readonly outlets: readonly string[] // the doc's own outlet, and the agency of its dateline
  readonly states: ReadonlySet<string> // places that the doc itself gives a minister, a government, an army
  readonly acronyms: ReadonlyMap<string, string> // RSB -> River Safety Board
  readonly adjectives: ReadonlyMap<string, string> // Karskian -> Karsk: places of the doc by the adjective made of them
}

/**
 * Every name of the doc, and the people among them. Surnames that two people share are left to the reader of them.
 * `seen`: the names that the network sees, which tell a place or a body of two words from a person.
 */
export function findNames(scene: Scene, seen: readonly Seen[] = []): Names {
  const found = scene.sentences.flatMap((sentence) => namesIn(scene, sentence))
  const names = [...found, ...openingNames(scene, found)].toSorted((a, b) => a.from - b.from)
  const adjectives = findAdjectives(names)
  const people = findPeople(scene, names, { adjectives, seenAs: lookUp(scene, seen) })
  const surnames = people.map(({ surname }) => surname)
  const shared = new Set(surnames.filter((surname, i) => surnames.indexOf(surname) !== i))
  const introductions = findIntroductions(scene, { adjectives })
  const personAt = new Map(people.flatMap((person) => person.mentions.map(({ from }) => [from, person] as const)))
  const mentions = people
    .flatMap((person) => person.mentions.map((mention) => ({ ...mention, person })))
    .toSorted((a, b) => a.from - b.from)
  return {
    names,
    people,
    mentions,
    mentionByEnd: new Map(mentions.map((mention) => [mention.to, mention])),
    personAt,
    shared,
    introductions,
    acronyms: findAcronyms(
      scene.doc.text,
      names.filter(({ from }) => !personAt.has(from)),
    ),
    adjectives,
    outlets: outletsOf(scene.doc),
    states: findStates(names, scene),
  }
}

// Peter Cook told reporters. … Cook declined to say: a surname that is another word as well, at the head of a sentence
function openingNames({ tokens, sentences }: Scene, found: readonly Name[]): Name[] {
  const surnames = new Set(found.flatMap(({ text }) => (text.includes(' ') ? [surnameOf(text)] : [])))
  const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)))
  return sentences.flatMap(({ from }): Name[] => {
    const [first, next] = [tokens[from], tokens[from + 1]]
    const isName = first !== undefined && surnames.has(first.text) && !taken.has(from) && first.pos !== 'PROPN'
    const goesOn = /^(?:VERB|AUX|ADV)$/.test(next?.pos ?? '') || /^(?:,|’s|'s)$/.test(next?.text ?? '')
    return isName && goesOn ? [{ from, to: from + 1, text: first.text, title: '' }] : []
  })
}

const BODY_OR_PLACE = new RegExp(
  `${ORGANISATION.source}|${STATE_ORGAN.source}|\\b(?:street|avenue|river|bridge|island|county|valley|house|hall|hotel|airport|park|square|news|times|post|journal|show|prize|award|act)\\b`,
  'i',
)

/** What the network takes the words of a name for, if it sees them as one name. */
function lookUp({ tokens }: Scene, seen: readonly Seen[]): (name: Range) => Seen | undefined {
  const byEnd = new Map(seen.map((one) => [one.span.end, one]))
  return ({ from, to }) => {
    const one = byEnd.get(tokens[to - 1]?.end ?? -1)
    return one && one.span.start <= (tokens[from]?.start ?? -1) ? one : undefined
  }
}

function namesIn(scene: Scene, sentence: Range): Name[] {
  const { tokens } = scene
  const found: Name[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!isCapital(tokens, at, sentence) || isHeadlineVerb(scene, at, sentence)) continue
    let to = at + 1
    while (to < sentence.to) {
      const token = tokens[to]
      if (isHeadlineVerb(scene, to, sentence)) break
      if (isCapital(tokens, to, sentence) && !isPossessiveGap(tokens, to)) to += 1
      else if (token?.text === '-' && (isCapital(tokens, to + 1, sentence) || isGiven(tokens, to))) to += 2
      else if (isNickname(tokens, to, sentence)) to += 4
      else {
        const inner = endOfParticles(tokens, to)
        if (inner === to || !isCapital(tokens, inner, sentence)) break
        to = inner + 1
      }
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
    : token.pos === 'PROPN' ||
        TITLES.test(token.lower) ||
        (token.pos === 'X' && token.text.length > 1) ||
        (usualGender(token.text) !== undefined && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? ''))
}

// Han Ki-sung, Anne-marie Hale: a given name in two; but: Karsk-based, President Hale-elect
function isGiven(tokens: readonly Token[], at: number): boolean {
  const [family, first, stroke, second, next] = [-2, -1, 0, 1, 2].map((step) => tokens[at + step])
  if (!first || !second || stroke?.start !== first.end || second.start !== stroke.end) return false
  if (!/^\p{Ll}{2,6}$/u.test(second.text) || /(?:ed|en)$/.test(second.lower) || AFTER_NAME.test(second.lower))
    return false
  const isAfter = family?.pos === 'PROPN' && /^\p{Lu}\p{Ll}+$/u.test(family.text) && !TITLES.test(family.lower)
  return isAfter || (usualGender(first.text) !== undefined && next?.pos === 'PROPN')
}

// Juan [“Chico” Marquez]
function isNickname(tokens: readonly Token[], at: number, sentence: Range): boolean {
  const [open, word, close] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const isMarked =
    /^["“]$/.test(open?.text ?? '') && /^["”]$/.test(close?.text ?? '') && /^\p{Lu}\p{Ll}+$/u.test(word?.text ?? '')
  const isGivenName = usualGender(tokens[at - 1]?.text ?? '') !== undefined
  return isMarked && isGivenName && isCapital(tokens, at + 3, sentence)
}

const AFTER_NAME =
  /^(?:based|led|born|run|era|wide|made|style|held|like|only|free|bound|owned|area|elect|backed|built|linked|level|watch|trained|funded|type|class|turned|bred|gate|ish|esque|side|day|long|old|themed|aged)$/

// Ursula [von der] Halde, Sami [al-]Hamad, Omar [bin al-]Tovan: the small words before the next one with a capital
function endOfParticles(tokens: readonly Token[], at: number): number {
  let to = at
  for (;;) {
    const word = tokens[to]?.text ?? ''
    if (/^\p{Ll}/u.test(word) && ARTICLE.test(word) && tokens[to + 1]?.text === '-') to += 2
    else if (/^\p{Ll}/u.test(word) && PARTICLE.test(word)) to += 1
    else return to
  }
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
    if (word === 'general' && OF_GENERAL.test(tokens[at + 1]?.lower ?? '')) break // the Karskan General Staff
    if (tokens[at + 1]?.text === '-' && tokens[at + 1]?.start === tokens[at]?.end) continue // KING-TV
    const isFirst = at === run.from && run.to - run.from > 2
    if (
      (TITLES.test(word) && (isFirst || !/^(king|queen|prince|major|speaker)$/.test(word))) ||
      (word === 'general' &&
        /^(attorney|solicitor|surgeon|inspector|director|governor)$/.test(tokens[at - 1]?.lower ?? '')) ||
      (OFFICIAL.test(word) &&
        // Minority Leader Harl Reed: a first name and a last one still follow
        (run.to - at > 2 || !/^(general|major|captain|chief|head|leader|king|prince|speaker|chair|judge)$/.test(word)))
    )
      from = at + 1
  }
  // Senate Whip Ilse Marrow: a given name after other capitals, and what it opens is no body's name
  if (run.to - from > 2 && !BODY_OR_PLACE.test(tokens[run.to - 1]?.text ?? '')) {
    const given = tokens.slice(from, run.to - 1).findIndex(({ text }) => usualGender(text) !== undefined)
    if (
      given > 0 &&
      !/^(saint|st\.|san|santa|fort|port|lake|mount|new|prince|king|queen)$/.test(tokens[from + given - 1]?.lower ?? '')
    )
      from += given
  }
  // Neighbour Tessa Quill said: at the head of a sentence a common noun has a capital too
  const isHead = scene.sentences[scene.sentenceOf[run.from] ?? -1]?.from === run.from
  const isPersons =
    isCommonNoun(tokens[from]?.lower ?? '') &&
    (usualGender(tokens[from + 1]?.text ?? '') !== undefined || CALLED_BY_TRADE.test(tokens[from]?.lower ?? '')) &&
    !BODY_OR_PLACE.test(textOf(scene, run))
  if (from === run.from && isHead && run.to - run.from > 2 && isPersons) from += 1
  // Former Karskan envoy Ilse Marrow; Federalist Ilse Marrow: what she was, and her party, are no names
  while (
    from < run.to - 2 &&
    /^(former|ex|then|republicans?|democrats?|democratic)$/.test(tokens[from]?.lower ?? '') &&
    !ORGANISATION.test(textOf(scene, run))
  )
    from += 1
  // Secretary of State Ilse Marrow: the first word after "of" is the office's
  const isOffice = tokens[run.from - 1]?.lower === 'of' && TITLES.test(tokens[run.from - 2]?.lower ?? '')
  const isState = tokens[run.from - 2]?.lower === 'secretary' && tokens[run.from]?.lower === 'state'
  if (from === run.from && isOffice && run.to - run.from > (isState ? 1 : 2)) {
    const title = textOf(scene, { from: run.from - 2, to: run.from + 1 })
    return { from: run.from + 1, to: run.to, text: textOf(scene, { from: run.from + 1, to: run.to }), title }
  }
  if (from === run.from && run.to - run.from > 2 && STATE_BY_ADJECTIVE.has(tokens[from]?.lower ?? '')) from += 1
  const title = from > run.from ? textOf(scene, { from: run.from, to: from }) : ''
  return { from, to: run.to, text: textOf(scene, { from, to: run.to }), title }
}

// Hunter and Archer are given names as well
const CALLED_BY_TRADE =
  /^(?:neighbou?r|engineer|resident|eyewitness|survivor|teacher|farmer|driver|activist|shopkeeper|fisherman|nurse|student|campaigner|volunteer|pilot|lawmaker|villager|passenger)$/

function isCommonNoun(word: string): boolean {
  return (
    isPersonNoun(word) &&
    !/(?:ian|an)$/.test(word) &&
    usualGender(word.charAt(0).toUpperCase() + word.slice(1)) === undefined
  )
}

const OF_GENERAL =
  /^(?:staff|assembly|council|secretariat|directorate|conference|command|headquarters|hospital|strike|election)$/

/** The outlets that the report itself is from: "Meridian" in it is Meridian News Agency. */
function outletsOf(doc: Doc): string[] {
  const wire = findWire(doc)?.name
  return [doc.outlet, wire].filter((name) => name !== undefined)
}
