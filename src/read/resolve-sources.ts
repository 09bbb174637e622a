// Turns the words of each source into a Source with its chains: names are joined to names, "the envoy" and "she" to
// the person meant, "one of the sources" to the group. What cannot be told is noted, not guessed.
import type { Source, StatedSource } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { Note } from '../model/reading.ts'
import type { NonEmpty, Span } from '../model/span.ts'
import type { ChainBook, Entry } from './chain-book.ts'
import { OFFICIAL, UNNAMED } from './english/people.ts'
import type { Names } from './find-names.ts'
import type { Relation } from './find-relations.ts'
import { nameSource, type Voice } from './name-source.ts'
import { type Range, type Scene, spanOf } from './scene.ts'

export interface Resolved {
  readonly relation: Relation
  readonly source: Source
  readonly entries: readonly Entry[] // of the source, in order
}

/** Opens a chain for each person whom the doc names, so that a title or a surname further down finds them. */
export function introducePeople(scene: Scene, names: Names, book: ChainBook): void {
  for (const person of names.people) {
    for (const mention of person.mentions) {
      const voice: Voice = { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }
      book.named('person', person.name, voice, spanOf(scene, mention), 'name')
    }
  }
}

/** The relation with its source resolved; call in the order of the text. A note where the source finds nobody. */
export function resolveSource(scene: Scene, relation: Relation, names: Names, book: ChainBook): Resolved | Note {
  if (!relation.source) return { relation, source: { kind: 'unstated' }, entries: [] }
  const words = spanOf(scene, relation.source)
  const entries = resolveWords(scene, relation.source, names, book)
  const [first, ...rest] = entries
  if (!first)
    return { rule: 'source-unresolved', reason: 'the words name nobody that the text has introduced', span: words }
  return { relation, source: sourceOf([first, ...rest], words), entries }
}

/** The entries behind the words of a range: a source's, a hearer's. */
export function resolveWords(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] {
  const span = spanOf(scene, range)
  return nameSource(scene, range, names).flatMap((voice) => entryOf(voice, span, book) ?? [])
}

function entryOf(voice: Voice, span: Span, book: ChainBook): Entry | undefined {
  switch (voice.kind) {
    case 'person':
      return book.named('person', voice.name, voice, span, 'name')
    case 'organisation':
    case 'government':
    case 'outlet':
      return book.named(voice.kind, voice.name, voice, span, 'name')
    case 'document':
      return documentOf(voice, span, book)
    case 'pronoun':
      return pronounOf(voice.word, span, book)
    case 'anonymous':
      return unnamedOf(voice, span, book)
  }
}

// The Times reported … The report also said: the report is the Times's
function documentOf(voice: Voice & { readonly name: string }, span: Span, book: ChainBook): Entry {
  const isOutlets =
    /^(report|article|newspaper|paper|magazine|broadcaster|outlet|network|agency|daily|website|channel|station)$/.test(
      voice.name,
    )
  const outlet = isOutlets ? book.latest(span.start, ({ kind }) => kind === 'outlet') : undefined
  return outlet ? book.seen(outlet, span, 'nominal') : book.named('document', voice.name, voice, span, 'nominal')
}

function pronounOf(word: string, span: Span, book: ChainBook): Entry | undefined {
  const kinds = /^(he|she|him|her|who)$/.test(word)
    ? ['person', 'one']
    : word === 'it'
      ? ['organisation', 'government', 'outlet']
      : word === 'they' || word === 'them'
        ? ['group', 'organisation', 'government']
        : []
  const found = book.latest(
    span.start,
    (entry) =>
      kinds.includes(entry.kind) ||
      (entry.voice.kind === 'anonymous' && kinds.includes(entry.count?.atMost === 1 ? 'one' : 'group')),
  )
  return found && book.seen(found, span, 'pronoun')
}

function unnamedOf(voice: Voice & { kind: 'anonymous' }, span: Span, book: ChainBook): Entry | undefined {
  const isSame = (entry: Entry): boolean =>
    entry.voice.kind === 'anonymous' &&
    entry.voice.head === voice.head &&
    (!voice.side || !entry.side || entry.side === voice.side)
  // the envoy, the minister: the latest person whom the text has given that office
  if (voice.isDefinite) {
    const found = book.latest(
      span.start,
      (entry) =>
        isSame(entry) || (entry.voice.kind === 'person' && (entry.voice.person?.roleWords.has(voice.head) ?? false)),
    )
    if (found) return book.seen(found, span, 'nominal')
  }
  const group = voice.isAmong ? book.latest(span.start, isSame) : undefined
  const side = voice.side ?? group?.side
  const entry = book.open('group', nameOf(voice, side), { ...voice, ...(side && { side }) }, span, 'nominal')
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
  const noun =
    !isMany || !UNNAMED.test(head)
      ? head
      : head === 'person'
        ? 'people'
        : /(man)$/.test(head)
          ? head.replace(/man$/, 'men')
          : /[^aeiou]y$/.test(head)
            ? `${head.slice(0, -1)}ies`
            : /s$/.test(head)
              ? head
              : `${head}s`
  return side ? `${side} ${noun}` : noun
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
