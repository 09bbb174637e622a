// Editions of any shape with any words in them, and edits of any kind on them, for the tests of editing.
import fc from 'fast-check'
import type { Edit, EditPlace } from '../../model/edit.ts'
import type { Edition, Item, Line, OwnLine, Section, SectionKind } from '../../model/edition.ts'
import { asId, type Id } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'
import { asPrinted, type Edited } from './apply-edits.ts'
import { linesOf, ownLinesOf } from './open-parts.ts'

const KINDS = ['lead', 'in other news', 'denials and non-comments', 'who spoke'] as const satisfies SectionKind[]

const PIECES = [
  '- ',
  '# ',
  '* ',
  '> ',
  '1. ',
  '{#abcde}',
  '[^1]',
  '<!-- ',
  '-->',
  '\\',
  '_',
  '“No”',
  '"',
  '&amp;',
  '🙂',
  '|',
  '  ',
  '---',
  '{+1',
  'é',
]

/** Words of a line: anything that may stand in one line, markup and markers among it. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => asPrinted(parts.join('')))
  .filter((text) => /[\p{L}\p{N}]/u.test(text))

/** An edition with a title or none. */
export const anyEdited: fc.Arbitrary<Edited> = fc
  .record({
    shape: fc.array(
      fc.record({
        items: fc.array(
          fc.record({
            heading: fc.boolean(),
            lines: fc.integer({ min: 1, max: 3 }),
            own: fc.integer({ min: 0, max: 2 }),
          }),
          { maxLength: 4 },
        ),
        own: fc.integer({ min: 0, max: 2 }),
        note: fc.option(anyWords, { nil: undefined }),
      }),
      { minLength: 2, maxLength: KINDS.length },
    ),
    words: fc.array(anyWords, { minLength: 80, maxLength: 80 }),
    seed: fc.integer({ min: 0, max: 0xffff }),
    title: fc.option(anyWords, { nil: undefined }),
  })
  .map(({ shape, words, seed, title }) => {
    let nth = 0
    const next = (): { id: Id<'line'>; text: string } => {
      nth++
      const id = ((seed + nth * 2_654_435_761) >>> 0).toString(16).padStart(8, '0').repeat(3).slice(0, 20)
      return { id: asId<'line'>(id), text: words[nth % words.length] ?? 'words' }
    }
    const line = (): Line => ({ ...next(), claims: [], evidence: EVIDENCE })
    const own = (): OwnLine => ({ ...next(), by: 'Ada Orme' })
    const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make)
    const sections = shape.map((section, i): Section => {
      const before = many(section.own, own)
      return {
        kind: KINDS[i] ?? 'lead',
        items: section.items.map((item): Item => {
          const after = many(item.own, own)
          return {
            ...(item.heading && { heading: line() }),
            lines: many(item.lines, line) as unknown as NonEmpty<Line>,
            ...(after.length > 0 && { own: after }),
          }
        }),
        ...(before.length > 0 && { own: before }),
        ...(section.note !== undefined && { note: section.note }),
      }
    })
    const edition: Edition = { id: asId<'edition'>('e'), week: '2031-W10', asOf: { number: 1, before: '0' }, sections }
    return { edition, ...(title !== undefined && { title }) }
  })

const EVIDENCE: Line['evidence'] = [{ doc: asId<'doc'>('d'), span: { start: 0, end: 5 }, quote: 'words' }]

/** Edits on an edition, some of which cannot be made. */
export function anyEdits({ edition }: Edited): fc.Arbitrary<Edit[]> {
  const ids = [...linesOf(edition), ...ownLinesOf(edition)].map(({ id }) => id)
  const line = ids.length > 0 ? fc.constantFrom(...ids) : fc.constant(asId<'line'>('none'))
  const section = fc.constantFrom(...edition.sections.map(({ kind }) => kind))
  const what = fc.constantFrom('item' as const, 'line' as const)
  const place: fc.Arbitrary<EditPlace> = fc.oneof(
    fc.record({ section }),
    fc.record({ section, after: line }),
    fc.record({ after: line }),
    fc.record({ before: line }),
  )
  const statement = fc.integer({ min: 0, max: 0xffff }).map((n) => `5a7e${n.toString(16).padStart(4, '0')}`)
  return fc.array(
    fc.oneof<fc.Arbitrary<Edit>[]>(
      fc.record({
        kind: fc.constant('move' as const),
        what,
        line,
        to: fc.oneof(place, fc.constantFrom('up' as const, 'down' as const)),
      }),
      fc.record({ kind: fc.constant('drop' as const), what, line }),
      fc.record({ kind: fc.constant('reword' as const), line, text: anyWords }),
      fc.record({ kind: fc.constant('own' as const), text: anyWords, to: place }),
      fc.record({ kind: fc.constant('add' as const), attribution: statement, to: place }),
      fc.record({ kind: fc.constant('title' as const), text: anyWords }),
      fc.record({ kind: fc.constant('note' as const), section, text: anyWords }),
    ),
    { maxLength: 12 },
  )
}

/** What of an edition is to be seen: which line is where, in which words. */
export function shown({ edition, title }: Edited): unknown {
  return {
    title,
    sections: edition.sections.map(({ kind, own = [], items, note }) => ({
      kind,
      own: own.map(({ text }) => text),
      items: items.map((item) => ({
        heading: item.heading && [item.heading.id, item.heading.text],
        lines: item.lines.map(({ id, text }) => [id, text]),
        own: (item.own ?? []).map(({ text }) => text),
      })),
      note,
    })),
  }
}
