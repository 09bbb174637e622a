// Turns the words of each source into a Source with its chains: names are joined to names, "the envoy" and "she" to
// the person meant, "one of the sources" to the group. What cannot be told is noted, not guessed.
import type { Source, StatedSource } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { Note } from '../model/reading.ts'
import type { NonEmpty, Span } from '../model/span.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { OFFICIAL, SPOKES, UNNAMED } from './english/people.ts'
import type { Names } from './find-names.ts'
import type { Relation } from './find-relations.ts'
import { nameBody, nameSource, type Voice } from './name-source.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

export interface Resolved {
  readonly relation: Relation
  readonly source: Source
  readonly entries: readonly Entry[] // of the source, in order
}

/** Opens a chain for each person and outlet that the doc names, so that a title or "the agency" further down finds them. */
export function introduceNames(scene: Scene, names: Names, book: ChainBook): void {
  for (const person of names.people) {
    for (const mention of person.mentions) {
      const voice: Voice = { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }
      book.named('person', person.name, voice, spanOf(scene, mention), 'name')
    }
  }
  for (const name of names.names) {
    const voice =
      name.to - name.from > 1 || OUTLETS.has(name.text.toLowerCase()) ? nameBody(name.text, names) : undefined
    if (voice?.kind === 'outlet') book.named('outlet', voice.name, voice, spanOf(scene, name), 'name')
    else if (OUTLET_NAME.test(name.text) && name.to - name.from > 1) {
      book.named('outlet', name.text, { kind: 'outlet', name: name.text }, spanOf(scene, name), 'name')
    }
  }
}

/** The relation with its source resolved; call in the order of the text. A note where the source finds nobody. */
export function resolveSource(scene: Scene, relation: Relation, names: Names, book: ChainBook): Resolved | Note {
  if (!relation.source) return { relation, source: { kind: 'unstated' }, entries: [] }
  const words = spanOf(scene, relation.source)
  const entries = resolveWords(scene, relation.source, names, book)
  const [first, ...rest] = entries
  if (first) speaks(scene, first, relation.source, book)
  if (!first)
    return { rule: 'source-unresolved', reason: 'the words name nobody that the text has introduced', span: words }
  return { relation, source: sourceOf([first, ...rest], words), entries }
}

/** Notes who spoke last, and whether one person did so for a body: "a spokeswoman for the ministry". */
function speaks(scene: Scene, entry: Entry, words: Range, book: ChainBook): void {
  book.speaker = entry
  if (entry.kind !== 'person' && SPOKES.test(textOf(scene, words))) entry.isSpoken = true
}

/** The entries behind the words of a range: a source's, a hearer's. */
export function resolveWords(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] {
  const span = spanOf(scene, range)
  return nameSource(scene, range, names).flatMap((voice) => entryOf(voice, span, names, book) ?? [])
}

function entryOf(voice: Voice, span: Span, names: Names, book: ChainBook): Entry | undefined {
  switch (voice.kind) {
    case 'person':
      return book.named('person', voice.name, voice, span, 'name')
    case 'organisation':
    case 'government':
    case 'outlet':
      return book.named(voice.kind, voice.name, voice, span, 'name')
    case 'document':
      return documentOf(voice, span, names, book)
    case 'pronoun':
      return pronounOf(voice.word, span, book)
    case 'anonymous':
      return unnamedOf(voice, span, book)
  }
}

// The Times reported … The report also said: the report is the Times's. The agency is an agency, never the doc's outlet.
function documentOf(voice: Voice & { readonly name: string }, span: Span, names: Names, book: ChainBook): Entry {
  const isOutlets =
    /^(report|article|newspaper|paper|magazine|broadcaster|outlet|network|agency|daily|website|channel|station)$/
  const accepts = ({ kind, name }: Entry): boolean =>
    kind === 'outlet' && name !== names.outlets[0] && (voice.name !== 'agency' || AGENCY.test(name))
  const outlet = isOutlets.test(voice.name) ? book.latest(span.start, accepts) : undefined
  return outlet ? book.seen(outlet, span, 'nominal') : book.named('document', voice.name, voice, span, 'nominal')
}

const AGENCY = /agency|agence|press|wire|^(reuters|tass|interfax|xinhua|ria novosti|kyodo|yonhap|anadolu|meridian)$/i

/**
 * Roke would not say whether Tovan had signed. He said …: "he" is who spoke last, not who was named last, unless the
 * text has called that one "she".
 */
function pronounOf(word: string, span: Span, book: ChainBook): Entry | undefined {
  const gender = /^(he|him)$/.test(word) ? 'he' : /^(she|her)$/.test(word) ? 'she' : undefined
  const accepts = (entry: Entry): boolean => {
    if (gender || word === 'who')
      return isOne(entry) && (gender === undefined || (genderOf(entry) ?? gender) === gender)
    if (word === 'it') return /^(organisation|government|outlet)$/.test(entry.kind)
    return /^(they|them)$/.test(word) && !isOne(entry) && entry.kind !== 'document'
  }
  const { speaker } = book
  const found =
    speaker && accepts(speaker) && span.start - speaker.lastSeen < REACH
      ? speaker
      : book.latest(span.start, (entry) => accepts(entry) && span.start - entry.lastSeen < REACH * 2)
  if (!found) return undefined
  if (gender) found.gender = gender
  return book.seen(found, span, 'pronoun')
}

const REACH = 900 // characters: about three paragraphs; beyond it a pronoun has another antecedent

function isOne(entry: Entry): boolean {
  return (
    entry.kind === 'person' ||
    entry.isSpoken === true ||
    (entry.voice.kind === 'anonymous' && entry.count?.atMost === 1)
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

function unnamedOf(voice: Voice & { kind: 'anonymous' }, span: Span, book: ChainBook): Entry | undefined {
  const isSame = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' &&
    (entry.voice.head === voice.head || voice.head === 'them') &&
    (!voice.side || !entry.side || entry.side === voice.side)
  const isMany = voice.count.atMost !== 1
  // the envoy, the minister: the latest person whom the text has given that office; the official: the latest one
  if (voice.isDefinite) {
    const isHolder = (entry: Entry): boolean =>
      entry.voice.kind === 'person' && (entry.voice.person?.roleWords.has(voice.head) ?? false)
    const found = book.latest(
      span.start,
      (entry) => (isSame(entry) && (entry.count?.atMost !== 1) === isMany) || (!isMany && isHolder(entry)),
    )
    if (found) return book.seen(found, span, 'nominal')
  }
  const group = voice.isAmong || voice.isDefinite ? book.latest(span.start, isSame) : undefined
  const side = voice.side ?? group?.side
  const head = voice.head === 'them' && group?.voice.kind === 'anonymous' ? group.voice.head : voice.head
  const full = { ...voice, head, ...(side && { side }) }
  const entry = book.open('group', nameOf(full, side), full, span, 'nominal')
  entry.count = voice.count
  if (side) entry.side = side
  if (group) {
    entry.among = group.among ?? group
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

/** The Source of these entries, said in these words. */
export function sourceOf(entries: NonEmpty<Entry>, words: Span): StatedSource {
  const [first] = entries
  const who = entries.map(({ id }) => id) as unknown as NonEmpty<Id<'chain'>>
  if (first.voice.kind === 'anonymous') {
    return {
      kind: 'anonymous',
      words: [words],
      who,
      count: first.count ?? { atLeast: 1 },
      ...(first.side && { side: first.side }),
      ...(first.among && { among: first.among.id }),
    }
  }
  const kind = first.kind === 'group' || first.kind === 'place' ? 'organisation' : first.kind
  const role =
    first.voice.kind === 'person'
      ? (first.voice.role ?? (OFFICIAL.test(first.name) ? 'official' : undefined))
      : undefined
  return { kind, words: [words], who, ...(role && { role }) }
}
