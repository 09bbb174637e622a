// The text of an edition as a row of blocks, for the forms that are text alone: which block is what, and where its footnotes stand.
import type { Item, Line, OwnLine, Section } from '../../model/edition.ts'
import type { Correction } from '../../model/edition-version.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { printedHeading, UNDER_CLAIMS } from '../printed-lines.ts'
import { answerWords, SECTION_TITLES } from '../render-html.ts'
import { tellRemovals } from '../tell-removals.ts'
import { cutAtNotes, type NotedPiece, type NotesByLine } from './cut-at-notes.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** `section`: the title of one; `under`: what goes on with the item before it. */
export interface TextBlock {
  readonly kind: 'section' | 'heading' | 'line' | 'item' | 'under' | 'note'
  readonly pieces: readonly NotedPiece[]
}

/** The blocks of the corrections and the sections, in the order in which they are printed. */
export function layBlocks({ version }: PrintedEdition, notes: NotesByLine): TextBlock[] {
  const { edition, corrections } = version
  const removed = tellRemovals(version).map((told) => block('note', told))
  return [...removed, ...corrected(corrections), ...edition.sections.flatMap((section) => laySection(section, notes))]
}

function corrected(corrections: readonly Correction[]): TextBlock[] {
  if (corrections.length === 0) return []
  const items = corrections.toReversed().flatMap(({ at, was, now, why }): TextBlock[] => {
    const done = was === undefined ? ` ${words.putIn}` : now === undefined ? ` ${words.takenOut}` : ''
    return [
      block('item', `${dayWords(at)}.${done}`),
      ...(was === undefined ? [] : [block('under', `${words.was} ${was}`)]),
      ...(now === undefined ? [] : [block('under', `${words.now} ${now}`)]),
      ...(why === '' ? [] : [block('under', words.why(why))]),
    ]
  })
  return [block('section', words.corrections), ...items]
}

function laySection({ kind, items, own = [], note }: Section, notes: NotesByLine): TextBlock[] {
  if (items.length + own.length === 0 && note === undefined) return []
  return [
    block('section', SECTION_TITLES[kind]),
    ...own.map((line) => block('line', ownWords(line))),
    ...items.flatMap((item) => layItem(item, kind, notes)),
    ...(note === undefined ? [] : [block('note', note)]),
  ]
}

function layItem(item: Item, kind: Section['kind'], notes: NotesByLine): TextBlock[] {
  const { lines, answer, own = [] } = item
  const heading = printedHeading(item, kind)
  const told = lines.map((line) => cutLine(line, notes))
  const after = (as: TextBlock['kind']) => own.map((line) => block(as, ownWords(line)))
  if (kind === 'lead') {
    const head = heading ? [{ kind: 'heading', pieces: cutLine(heading, notes) } as const] : []
    return [...head, ...told.map((pieces) => ({ kind: 'line', pieces }) as const), ...after('line')]
  }
  if (!UNDER_CLAIMS.has(kind)) {
    const pieces = told.flatMap((each, i) => (i > 0 ? [plain(' '), ...each] : each))
    return [{ kind: 'item', pieces }, ...after('under')]
  }
  const head = heading ? [[plain(`${answerWords(answer)} `), ...cutLine(heading, notes), plain(':')]] : []
  const blocks = [...head, ...told].map((pieces, i): TextBlock => ({ kind: i === 0 ? 'item' : 'under', pieces }))
  return [...blocks, ...after('under')]
}

function cutLine(line: Line, notes: NotesByLine): NotedPiece[] {
  const pieces = cutAtNotes(line, notes.of(line.id))
  return line.reworded ? [...pieces, plain(` (${words.wordedBy(line.reworded.by)})`)] : pieces
}

function ownWords({ text, by }: OwnLine): string {
  return `${text} (${words.ownLine(by)})`
}

function block(kind: TextBlock['kind'], text: string): TextBlock {
  return { kind, pieces: [plain(text)] }
}

function plain(text: string): NotedPiece {
  return { text, notes: [] }
}
