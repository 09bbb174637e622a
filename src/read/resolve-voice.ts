// From what the words of a source name to whom they mean: a chain that the text has opened before, or a new one.
import type { Span } from '../model/span.ts'
import { type ChainBook, type Entry, findLatest, nameEntry, noteMention, openEntry, type Seen } from './chain-book.ts'
import { ANY_OF_THEM, hasRival, mayHold } from './decide-among.ts'
import { UNNAMED } from './english/people.ts'
import type { Names } from './find-names.ts'
import type { Voice } from './name-source.ts'

export function entryOf(voice: Voice, span: Span, names: Names, book: ChainBook): Entry | undefined {
  switch (voice.kind) {
    case 'person':
      return nameEntry(book, 'person', voice.name, voice, span, 'name')
    case 'organisation':
    case 'government':
    case 'outlet':
      return nameEntry(book, voice.kind, voice.name, voice, span, 'name')
    case 'document':
      return documentOf(voice, span, names, book)
    case 'pronoun':
      return pronounOf(voice.word, span, book)
    case 'anonymous':
      return unnamedOf(voice, span, names, book)
  }
}

// The Times reported … The report also said: the report is the Times's. The agency is an agency, never the doc's outlet.
function documentOf(voice: Voice & { readonly name: string }, span: Span, names: Names, book: ChainBook): Entry {
  const isOutlets =
    /^(report|article|newspaper|paper|magazine|broadcaster|outlet|network|agency|daily|website|channel|station)$/
  const accepts = ({ entry: { kind, name } }: Seen): boolean =>
    kind === 'outlet' && name !== names.outlets[0] && (voice.name !== 'agency' || AGENCY.test(name))
  const outlet = isOutlets.test(voice.name) ? findLatest(book, span.start, accepts) : undefined
  return outlet
    ? noteMention(book, outlet, span, 'nominal')
    : nameEntry(book, 'document', voice.name, voice, span, 'nominal')
}

const AGENCY = /agency|agence|press|wire|^(reuters|tass|interfax|xinhua|ria novosti|kyodo|yonhap|anadolu)$/i

/**
 * Roke would not say whether Tovan had signed. He said …: "he" is who spoke last, not who was named last, unless the
 * text has called that one "she".
 */
function pronounOf(word: string, span: Span, book: ChainBook): Entry | undefined {
  const gender = /^(he|him)$/.test(word) ? 'he' : /^(she|her)$/.test(word) ? 'she' : undefined
  const accepts = (entry: Entry): boolean => {
    if (entry.isUndecided) return false
    if (gender || word === 'who')
      return isOne(entry) && (gender === undefined || (genderOf(entry) ?? gender) === gender)
    if (word === 'it') return /^(organisation|government|outlet)$/.test(entry.kind)
    return /^(they|them)$/.test(word) && !isOne(entry) && entry.kind !== 'document'
  }
  const spoke = speakerMeant(book, span, accepts, gender)
  if (!spoke && gender && hasRival(book, span.start, accepts)) return undefined
  const found = spoke ?? findLatest(book, span.start, ({ entry, at }) => accepts(entry) && span.start - at < REACH * 2)
  if (!found) return undefined
  // Tuke spoke. She called it good news.: Tuke or the woman spoken of before; it is not from this that Tuke is a "she"
  const isTold = genderOf(found) === gender || !findLatest(book, span.start, ({ entry }) => genderOf(entry) === gender)
  if (gender && isTold) found.gender = gender
  return noteMention(book, found, span, 'pronoun')
}

/**
 * Who spoke last, if the pronoun may mean them. Of somebody whom the text has called neither "he" nor "she" that is
 * believed nearby only: further on, one whom it has called so is meant.
 */
function speakerMeant(
  book: ChainBook,
  span: Span,
  accepts: (entry: Entry) => boolean,
  gender: 'he' | 'she' | undefined,
): Entry | undefined {
  const { speaker: said } = book
  if (!said || !accepts(said.entry)) return undefined
  const { entry: speaker, at } = said
  const isSure = gender === undefined || genderOf(speaker) === gender
  const known = gender && findLatest(book, span.start, ({ entry }) => genderOf(entry) === gender && isOne(entry))
  if (!isSure && known && span.start - at > NEARBY) return known
  return span.start - at < REACH ? speaker : undefined
}

const NEARBY = 160 // characters: about a sentence
const REACH = 900 // characters: about three paragraphs; beyond it a pronoun has another antecedent

// the delegation: one of its kind, but no "she"
const COLLECTIVE =
  /^(delegation|authority|team|group|committee|cabinet|crowd|embassy|office|ministry|study|report|paper|copy|statement)$/

function isOne(entry: Entry): boolean {
  return (
    entry.kind === 'person' ||
    entry.isSpoken === true ||
    (entry.voice.kind === 'anonymous' && entry.count?.atMost === 1 && !COLLECTIVE.test(entry.voice.head))
  )
}

function genderOf({ gender, voice }: Entry): 'he' | 'she' | undefined {
  if (gender || voice.kind !== 'person') return gender
  const words = voice.person?.roleWords
  if (!words) return undefined
  if (['mr', 'sir', 'lord', 'king', 'prince', 'spokesman', 'chairman', 'congressman'].some((word) => words.has(word)))
    return 'he'
  return ['mrs', 'ms', 'lady', 'queen', 'princess', 'spokeswoman', 'chairwoman', 'congresswoman'].some((word) =>
    words.has(word),
  )
    ? 'she'
    : undefined
}

function unnamedOf(voice: Voice & { kind: 'anonymous' }, span: Span, names: Names, book: ChainBook): Entry | undefined {
  const isSame = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' &&
    (entry.voice.head === voice.head || voice.head === 'them') &&
    (!voice.side || !entry.side || entry.side === voice.side)
  const isAny = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' && entry.count?.atMost !== 1 && voice.head === ANY_OF_THEM
  const isMany = voice.count.atMost !== 1
  // the envoy, the minister: the latest person whom the text has given that office; the official: the latest one
  if (voice.isDefinite) {
    const isHolder = (entry: Entry): boolean =>
      entry.voice.kind === 'person' && (entry.voice.person?.roleWords.has(voice.head) ?? false)
    const found = findLatest(
      book,
      span.start,
      ({ entry }) => (isSame(entry) && (entry.count?.atMost !== 1) === isMany) || (!isMany && isHolder(entry)),
    )
    const told = found ?? (isMany ? findLatest(book, span.start, ({ entry }) => isAny(entry)) : undefined)
    if (told) return noteMention(book, told, span, 'nominal')
  }
  const group =
    voice.isAmong || voice.isDefinite
      ? (findLatest(book, span.start, ({ entry }) => isSame(entry)) ??
        (voice.isAmong && !voice.nth ? findLatest(book, span.start, ({ entry }) => isAny(entry)) : undefined))
      : undefined
  // An Ostmerian shipowner came. … The shipowner said: of the side that the text gave him
  const isUnplaced = voice.isDefinite && !voice.side && !group?.side
  const met = isUnplaced
    ? names.introductions.findLast(({ head, at }) => head === voice.head && at < span.start)
    : undefined
  const side = voice.side ?? group?.side ?? met?.side
  const head = voice.head === 'them' && group?.voice.kind === 'anonymous' ? group.voice.head : voice.head
  const full = { ...voice, head, ...(side && { side }) }
  const entry = openEntry(book, 'group', nameOf(full, side), full, span, 'nominal')
  entry.count = voice.count
  if (side) entry.side = side
  if (group) {
    const whole = group.among ?? group
    if (mayHold(whole, voice.nth)) entry.among = whole
    if (group.toldTo) entry.toldTo = group.toldTo
  }
  return entry
}

function nameOf({ head, count }: Voice & { kind: 'anonymous' }, side: string | undefined): string {
  const isMany = count.atMost === undefined ? count.atLeast > 1 : count.atMost > 1
  const noun = isMany && UNNAMED.test(head) ? plural(head) : head
  return side ? `${side} ${noun}` : noun
}

function plural(noun: string): string {
  if (/^(both|some|many|most|several|few|all)$/.test(noun) || noun.endsWith('s')) return noun
  if (noun === 'person') return 'people'
  if (noun.endsWith('man')) return noun.replace(/man$/, 'men')
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
