// From what the words of a source name to whom they mean: a chain that the text has opened before, or a new one.
import type { Span } from '../model/span.ts'
import { type ChainBook, type Entry, findLatest, nameEntry, noteMention, openEntry, type Seen } from './chain-book.ts'
import { OUTLET_NOUNS } from './english/outlets.ts'
import { ONE_HOLDER, SPOKES, UNNAMED } from './english/people.ts'
import type { Names } from './find-names.ts'
import { genderOfPronoun } from './judge-gender.ts'
import { ANY_OF_THEM, mayHold } from './may-hold.ts'
import { nameSource, type Voice } from './name-source.ts'
import { SOME_OF_THEM } from './name-unnamed.ts'
import { resolveOthers } from './resolve-others.ts'
import { isOne, resolvePronoun } from './resolve-pronoun.ts'
import { isIntroduced, resolveRole } from './resolve-role.ts'
import { type Range, type Scene, spanOf, tokenAt } from './scene.ts'

/** The entries that a voice means: one, but for a pronoun of two people; none where the text does not tell. */
export function entriesOf(scene: Scene, voice: Voice, span: Span, names: Names, book: ChainBook): Entry[] {
  if (voice.kind === 'pronoun') return pronounOf(scene, voice.word, span, names, book)
  const entry = entryOf(scene, voice, span, names, book)
  return entry ? [entry] : []
}

function entryOf(
  scene: Scene,
  voice: Exclude<Voice, { kind: 'pronoun' }>,
  span: Span,
  names: Names,
  book: ChainBook,
): Entry | undefined {
  switch (voice.kind) {
    case 'person':
      return nameEntry(book, 'person', voice.name, voice, span, 'name')
    case 'organisation':
    case 'government':
      return nameEntry(book, voice.kind, namedBefore(scene, voice, span, book) ?? voice.name, voice, span, 'name')
    case 'outlet':
      return nameEntry(book, voice.kind, voice.name, voice, span, 'name')
    case 'document':
      return documentOf(voice, span, names, book)
    case 'anonymous':
      return unnamedOf(scene, voice, span, names, book)
  }
}

// The Karskian government denied it. … The government said: the one that the text has named; of two, which is not told
function namedBefore(
  scene: Scene,
  { kind, name }: Voice & { readonly name: string },
  span: Span,
  { entries }: ChainBook,
): string | undefined {
  if (!/^\p{Ll}+$/u.test(name) || !/^the\s/i.test(scene.doc.text.slice(span.start, span.end))) return undefined
  const isOfThat = new RegExp(`(?:^| )${name}(?: (?:of|on|for|in|at|against) |$)`, 'i')
  const [only, ...others] = entries.filter(
    (entry) => entry.kind === kind && entry.name.includes(' ') && isOfThat.test(entry.name) && isBefore(entry, span),
  )
  return others.length === 0 ? only?.name : undefined
}

function isBefore({ mentions }: Entry, { start }: Span): boolean {
  return mentions.some(({ span }) => span.start < start)
}

// The Times reported … The report also said: the report is the Times's. The agency is an agency, never the doc's outlet.
function documentOf(voice: Voice & { readonly name: string }, span: Span, names: Names, book: ChainBook): Entry {
  const accepts = ({ entry: { kind, name } }: Seen): boolean =>
    kind === 'outlet' && name !== names.outlets[0] && (voice.name !== 'agency' || AGENCY.test(name))
  const outlet = OUTLETS_OWN.test(voice.name) ? findLatest(book, span.start, accepts) : undefined
  if (!outlet && voice.name === 'agency') return nameEntry(book, 'organisation', voice.name, voice, span, 'nominal') // of a state, or whose it may be
  return outlet
    ? noteMention(book, outlet, span, 'nominal')
    : nameEntry(book, 'document', voice.name, voice, span, 'nominal')
}

const OUTLETS_OWN = new RegExp(`^(?:report|article|${OUTLET_NOUNS})$`)
const AGENCY = /agency|agence|press|wire|^(reuters|tass|interfax|xinhua|ria novosti|kyodo|yonhap|anadolu)$/i

/** Whom a pronoun means: by who stands in the light. */
function pronounOf(scene: Scene, word: string, span: Span, names: Names, book: ChainBook): Entry[] {
  const at = tokenAt(scene, span.start)
  if (at === undefined) return []
  const found = genderOfPronoun(word) ? resolvePronoun(scene, at, book) : undefined
  if (found) return [noteMention(book, found, span, 'pronoun')]
  if (word === 'who') {
    const near = findLatest(book, span.start, ({ entry, at: seen }) => isOne(entry) && span.start - seen < WHO_REACH)
    return near ? [noteMention(book, near, span, 'pronoun')] : []
  }
  if (!/^(it|they|them|its|their)$/.test(word)) return []
  const antecedent = resolveOthers(scene, at, names, book)
  if (!antecedent) return []
  const entries =
    'entries' in antecedent
      ? antecedent.entries
      : nameSource(scene, antecedent.range, names).flatMap((voice) =>
          voice.kind === 'pronoun' ? [] : entriesOf(scene, voice, spanOf(scene, antecedent.range), names, book),
        )
  return entries.map((entry) => noteMention(book, entry, span, 'pronoun'))
}

const WHO_REACH = 80 // characters: Ilse Marrow - who left

function unnamedOf(
  scene: Scene,
  voice: Voice & { kind: 'anonymous' },
  span: Span,
  names: Names,
  book: ChainBook,
): Entry | undefined {
  const isSame = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' &&
    (entry.voice.head === voice.head || voice.head === 'them') &&
    (!voice.side || !entry.side || entry.side === voice.side)
  const isAny = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' &&
    entry.count?.atMost !== 1 &&
    (voice.head === ANY_OF_THEM || SOME_OF_THEM.test(voice.head))
  const isMany = voice.count.atMost !== 1
  // A spokeswoman for the ministry said … The spokeswoman added: the ministry again
  if (voice.isDefinite && SPOKES.test(voice.head)) {
    const body = findLatest(book, span.start, ({ entry }) => entry.isSpoken === true || isSame(entry))
    if (body?.isSpoken) return noteMention(book, body, span, 'nominal')
  }
  // the envoy, the minister: the latest person whom the text has given that office; the official: the latest one
  if (voice.isDefinite) {
    const found = findLatest(book, span.start, ({ entry }) => isSame(entry) && (entry.count?.atMost !== 1) === isMany)
    const holder = isMany ? undefined : holderOf(scene, span, voice.head, found, book)
    if (holder) return noteMention(book, holder, span, 'nominal')
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
  // The governor said: one man or woman holds that office, so this is no unnamed source; who it is, the text does not tell
  if (voice.isDefinite && !isMany && !group && !met && isHolder(scene, voice.head, span)) return undefined
  const side = voice.side ?? group?.side ?? met?.side
  const isBare = voice.head === 'them' || SOME_OF_THEM.test(voice.head)
  const head = isBare && group?.voice.kind === 'anonymous' ? group.voice.head : voice.head
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

function isHolder(scene: Scene, head: string, span: Span): boolean {
  const at = tokenAt(scene, span.start)
  // the officer on whose word the report rested: one of many
  const isPickedOut = /(?<!,) (?:who|on whose|whose)\b/.test(scene.doc.text.slice(span.start, span.end))
  return ONE_HOLDER.test(head) && at !== undefined && !isPickedOut && !isIntroduced(scene, head, at)
}

// An envoy came, and then envoy Ilse Marrow. The envoy said: whichever was spoken of last
function holderOf(
  scene: Scene,
  span: Span,
  head: string,
  unnamed: Entry | undefined,
  book: ChainBook,
): Entry | undefined {
  const range = rangeOf(scene, span)
  const holder = range && resolveRole(scene, range, head, book)
  if (!holder || !unnamed) return holder
  const latest = findLatest(book, span.start, ({ entry }) => entry === holder || entry === unnamed)
  return latest === holder ? holder : undefined
}

function rangeOf(scene: Scene, span: Span): Range | undefined {
  const [from, last] = [tokenAt(scene, span.start), tokenAt(scene, span.end - 1)]
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 }
}

function nameOf({ head, count }: Voice & { kind: 'anonymous' }, side: string | undefined): string {
  const isMany = count.atMost === undefined ? count.atLeast > 1 : count.atMost > 1
  const noun = isMany && UNNAMED.test(head) ? plural(head) : head
  return side ? `${side} ${noun}` : noun
}

function plural(noun: string): string {
  if (/^(both|some|many|most|several|few|all|two|three|four|five|six)$/.test(noun)) return noun
  if (/(?:ss|sh|ch|x)$/.test(noun)) return `${noun}es`
  if (noun.endsWith('s')) return noun
  if (noun === 'person') return 'people'
  if (noun.endsWith('man')) return noun.replace(/man$/, 'men')
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
