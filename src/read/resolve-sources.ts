// Turns the words of each source into a Source with its chains: names are joined to names, "the envoy" and "she" to
// the person meant, "one of the sources" to the group. What cannot be told is noted, not guessed.
import type { Source, StatedSource } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { Note } from '../model/reading.ts'
import type { NonEmpty, Span } from '../model/span.ts'
import { type ChainBook, type Entry, nameEntry } from './chain-book.ts'
import { ORGANISATION, STATE_ORGAN } from './english/bodies.ts'
import { OUTLET_NAME, OUTLETS } from './english/outlets.ts'
import { OFFICIAL, SPOKES } from './english/people.ts'
import { findAnswerer } from './find-answerer.ts'
import { findJoint } from './find-joint.ts'
import type { Names } from './find-names.ts'
import { antecedentOf, askedIn } from './find-relative.ts'
import { findTerms } from './find-terms.ts'
import { leaveUndecided } from './leave-undecided.ts'
import { nameBody } from './name-body.ts'
import { nameSource, type Voice } from './name-source.ts'
import type { Relation } from './relation.ts'
import { entriesOf } from './resolve-voice.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

export interface Resolved {
  readonly relation: Relation
  readonly source: Source
  readonly entries: readonly Entry[] // of the source, in order
  readonly note?: Note // where it stays undecided
}

/** Opens a chain for each person and outlet that the doc names, so that a title or "the agency" further down finds them. */
export function introduceNames(scene: Scene, names: Names, book: ChainBook): void {
  const people = names.people.flatMap((person) => {
    const voice: Voice = { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }
    return person.mentions.map((range) => ({ range, voice }))
  })
  const known = new Set(people.map(({ range }) => range.text))
  const bodies = names.names.flatMap((range) => {
    const voice = known.has(range.text) ? undefined : bodyOf(range.text, range.to - range.from, names)
    return voice ? [{ range, voice }] : []
  })
  // in the order of the text, so that each finds its place in the timeline near the end
  for (const { range, voice } of [...people, ...bodies].toSorted((a, b) => a.range.from - b.range.from)) {
    nameEntry(book, voice.kind, voice.name, voice, spanOf(scene, range), 'name')
  }
}

/** The outlet or body that a name is plainly that of; states and single words speak too seldom to be opened here. */
function bodyOf(
  text: string,
  words: number,
  names: Names,
): (Voice & { kind: 'outlet' | 'organisation' | 'government' }) | undefined {
  const voice = words > 1 || OUTLETS.has(text.toLowerCase()) ? nameBody(text, names) : undefined
  if (voice?.kind === 'outlet') return { kind: 'outlet', name: voice.name }
  if (words < 2) return undefined
  if (OUTLET_NAME.test(text)) return { kind: 'outlet', name: text }
  if (STATE_ORGAN.test(text)) return { kind: 'government', name: text }
  return ORGANISATION.test(text) ? { kind: 'organisation', name: text } : undefined
}

/** The relation with its source resolved; call in the order of the text. A note where the text does not tell who it is. */
export function resolveSource(scene: Scene, relation: Relation, names: Names, book: ChainBook): Resolved {
  if (!relation.source) return { relation, source: { kind: 'unstated' }, entries: [] }
  if (isAnswer(scene, relation.source)) return resolveAnswer(scene, relation, relation.source, names, book)
  const isSilence = relation.pattern === 'silence'
  const named = (isSilence && askedIn(scene, relation.source)) || relation.source
  const meant = findJoint(scene, relation) ?? antecedentOf(scene, named, names, isSilence)
  const isWhich = scene.tokens[relation.source.from]?.lower === 'which'
  const words = spanOf(scene, isWhich ? meant : named)
  const entries = asOne(scene, relation, meant, names, book) ?? resolveWords(scene, meant, names, book)
  const [first, ...rest] = entries
  if (!first) {
    const entry = leaveUndecided(scene, relation.source, book)
    const note = {
      rule: 'source-unresolved',
      reason: 'the words name nobody that the text has introduced',
      span: words,
    }
    return { relation, source: sourceOf([entry], words), entries: [entry], note }
  }
  speaks(scene, first, relation.source, book)
  const source = sourceOf([first, ...rest], words)
  if (source.kind !== 'anonymous') return { relation, source, entries }
  const terms = findTerms(scene, relation, first)
  return { relation, source: { ...source, ...(terms && { terms }) }, entries }
}

// Tovan said he regretted it.: a name of one word, of which the text tells no more than that it is a man's
function asOne(
  scene: Scene,
  { content: [first], pattern }: Relation,
  range: Range,
  names: Names,
  book: ChainBook,
): Entry[] | undefined {
  const { tokens, quotationOf } = scene
  const [name, opens] = [tokens[range.from], tokens[first?.from ?? -1]]
  const told = opens?.lower === 'that' ? tokens[opens.at + 1] : opens
  const isOwn =
    told !== undefined && /^s?he$/.test(told.lower) && (quotationOf[told.at] ?? -1) < 0 && pattern !== 'silence'
  if (!isOwn || range.to - range.from !== 1 || !name || !/^\p{Lu}\p{Ll}/u.test(name.text)) return undefined
  // Hale left the bank. Vantix said he had been dismissed: he may be Hale
  if (names.people.some(({ mentions }) => mentions.some(({ from }) => from < range.from))) return undefined
  const [voice, ...others] = nameSource(scene, range, names)
  if (voice?.kind !== 'organisation' || others.length > 0 || ORGANISATION.test(name.text)) return undefined
  return entriesOf(scene, { kind: 'person', name: voice.name }, spanOf(scene, range), names, book)
}

// A. Karsk has offered nothing.: whoever is asked, where the opening tells
function resolveAnswer(scene: Scene, relation: Relation, label: Range, names: Names, book: ChainBook): Resolved {
  const person = findAnswerer(scene, names)
  const [mention] = person?.mentions ?? []
  if (!person || !mention) return { relation, source: { kind: 'unstated' }, entries: [] }
  const voice: Voice = { kind: 'person', name: person.name, person, ...(person.role && { role: person.role }) }
  const entry = nameEntry(book, 'person', person.name, voice, spanOf(scene, mention), 'name')
  return { relation, source: sourceOf([entry], spanOf(scene, label)), entries: [entry] }
}

// A. Karsk has offered nothing.: the label of an answer
function isAnswer({ tokens }: Scene, { from, to }: Range): boolean {
  return to - from === 1 && /^(?:A|ANSWER)$/.test(tokens[from]?.text ?? '') && /^[.:]$/.test(tokens[to]?.text ?? '')
}

/** Notes who spoke last, and whether one person did so for a body: "a spokeswoman for the ministry". */
function speaks(scene: Scene, entry: Entry, words: Range, book: ChainBook): void {
  // Marrow met Runa Hald, who said …: the sentence goes on about Marrow
  const { start, end } = spanOf(scene, words)
  if (scene.tokens[words.from]?.lower !== 'who') book.speaker = { at: start, end, entry }
  if (entry.kind !== 'person' && SPOKES.test(textOf(scene, words))) entry.isSpoken = true
}

/** The entries behind the words of a range: a source's, a hearer's. */
export function resolveWords(scene: Scene, range: Range, names: Names, book: ChainBook): Entry[] {
  const span = spanOf(scene, range)
  return nameSource(scene, range, names).flatMap((voice) => entriesOf(scene, voice, span, names, book))
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
