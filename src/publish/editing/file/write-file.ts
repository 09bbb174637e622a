// A version of an edition as a Markdown file that a person may edit in any program: one paragraph or dash a line, each with its marker.
// What stands after the end of the edition is for reading only.
import type { Doc } from '../../../model/doc.ts'
import type { Item, Line, OwnLine, Section } from '../../../model/edition.ts'
import type { EditionVersion } from '../../../model/edition-version.ts'
import type { Id } from '../../../model/id.ts'
import { editionTitle, keyOf } from '../../edition-title.ts'
import { dayWords } from '../../iso-week.ts'
import { listFootnotes } from '../../list-footnotes.ts'
import { SECTION_TITLES } from '../../render-html.ts'
import { asPrinted } from '../apply-edits.ts'
import { linesOf, ownLinesOf } from '../open-parts.ts'
import { makeMarkers } from './markers.ts'
import { writeWords } from './words.ts'

/** The file, ending with a line break. */
export function writeFile(
  { edition, title, number }: Pick<EditionVersion, 'edition' | 'title' | 'number'>,
  findDoc: (id: Id<'doc'>) => Doc | undefined,
): string {
  const notes = listFootnotes(edition, findDoc)
  const numbers = Map.groupBy(notes, ({ line }) => line)
  const marks = makeMarkers([...linesOf(edition), ...ownLinesOf(edition)].map(({ id }) => id))
  const tell = ({ id, text }: Line | OwnLine): string => {
    const feet = (numbers.get(id) ?? []).map((note) => `[^${note.number}]`).join('')
    return [writeWords(text), feet, marks.get(id)].filter(Boolean).join(' ')
  }
  return `${[
    `<!-- readout edition ${keyOf(edition)}, version ${number} -->`,
    `# ${writeWords(title ?? editionTitle(edition))}`,
    HELP,
    ...edition.sections.flatMap((section) => writeSection(section, tell)),
    `${END} -->`,
    '## Evidence, for reading only',
    ...notes.map(({ number: nth, outlet, published, evidence, name }) => {
      const where = `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
      return `[^${nth}]: ${writeWords(where)} (${writeWords(name)}): ${writeWords(evidence.quote)}`
    }),
  ].join('\n\n')}\n`
}

/** How the mark that ends the edition begins. */
export const END = '<!-- end of the edition'

const HELP = `<!--
Move paragraphs and dashes about, or take them out. Keep each marker, such as {#3f2a1}, with its line: reword the line as you like,
and it is checked again. A paragraph without a marker becomes a line of your own. {+ID} on a line of its own adds a statement of the
desk. Keep the first line of this file and the mark that ends the edition.
-->`

function writeSection({ kind, own = [], items, note }: Section, tell: (line: Line | OwnLine) => string): string[] {
  return [
    `## ${SECTION_TITLES[kind]}`,
    ...own.map((line) => `> ${tell(line)}`),
    ...items.flatMap((item, i) => writeItem(item, kind === 'lead' && i === 0, tell)),
    ...(note === undefined ? [] : [`*${writeWords(asPrinted(note))}*`]),
  ]
}

// Under a heading come paragraphs; else a dash opens the item, and what belongs to it is set in.
function writeItem(
  { heading, lines, own = [] }: Item,
  isPlain: boolean,
  tell: (line: Line | OwnLine) => string,
): string[] {
  if (heading || isPlain) {
    return [...(heading ? [`### ${tell(heading)}`] : []), ...lines.map(tell), ...own.map((line) => `> ${tell(line)}`)]
  }
  return [...lines.map((line, i) => `${i === 0 ? '- ' : '  '}${tell(line)}`), ...own.map((line) => `  > ${tell(line)}`)]
}
