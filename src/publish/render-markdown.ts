// The edition as Markdown with footnotes, its links those of the folder that it is written into.
import type { Edition, Item, Line, OwnLine, Section } from '../model/edition.ts'
import { editionTitle } from './edition-title.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { UNDER_CLAIMS } from './printed-lines.ts'
import { makeNotes, type Notes, renderFootnotesMarkdown } from './render-footnotes.ts'
import { answerWords, describeReports, SECTION_TITLES, splitReports } from './render-html.ts'
import { escapeMarkdown, type FindDoc, renderLineMarkdown } from './render-line.ts'

/** The edition in CommonMark, ending with a line break. */
export function renderMarkdown(edition: Edition, links: Links, findDoc: FindDoc): string {
  const { dated, undated } = splitReports(edition)
  const draw: Draw = { links, findDoc, notes: makeNotes(edition, findDoc) }
  const list = (reports: typeof dated) =>
    reports.map(({ name, title, outlet, published, isLater }) => {
      const by = `${escapeMarkdown(outlet ?? 'outlet unknown')}, ${published ? dayWords(published) : 'undated'}`
      return `- [${escapeMarkdown(title ?? name)}](${links.report(name)}), ${by}${isLater ? '; later version' : ''}`
    })
  return `${[
    `# ${escapeMarkdown(editionTitle(edition))}`,
    ...(edition.watch?.question !== undefined ? [escapeMarkdown(edition.watch.question)] : []),
    `Edition ${edition.week}, from ${describeReports(edition)}.`,
    ...edition.sections.flatMap((section) => renderSection(section, draw)),
    ...renderFootnotesMarkdown(draw.notes, links),
    '## Reports of the week',
    dated.length > 0 ? list(dated).join('\n') : 'None.',
    ...(undated.length > 0 ? ['### Undated, hence in no week', list(undated).join('\n')] : []),
    `Made from all that the desk held up to entry ${edition.asOf.number} of its log, \`${edition.asOf.before.slice(0, 16)}\`.`,
  ].join('\n\n')}\n`
}

interface Draw {
  readonly links: Links
  readonly findDoc: FindDoc
  readonly notes: Notes
}

function renderSection({ kind, items, own = [], note }: Section, draw: Draw): string[] {
  const drawn =
    kind === 'lead'
      ? items.flatMap(({ heading, lines, own = [] }) => [
          ...(heading ? [`### ${drawLine(heading, draw)}`] : []),
          ...lines.map((line) => drawLine(line, draw)),
          ...own.map(renderOwn),
        ])
      : items.map((item) => renderDash(item, kind, draw))
  return [`## ${SECTION_TITLES[kind]}`, ...own.map(renderOwn), ...drawn, ...(note === undefined ? [] : [`*${note}*`])]
}

function renderDash({ heading, lines, answer, own = [] }: Item, kind: Section['kind'], draw: Draw): string {
  const head = heading && UNDER_CLAIMS.has(kind) && `${answerWords(answer)} ${drawLine(heading, draw)}:`
  const drawn = lines.map((line) => drawLine(line, draw))
  const body = UNDER_CLAIMS.has(kind) ? [...(head ? [head] : []), ...drawn] : [drawn.join(' ')]
  return `- ${[...body, ...own.map(renderOwn)].join('\n\n  ')}`
}

function drawLine(line: Line, { links, findDoc, notes }: Draw): string {
  return renderLineMarkdown(line, links, findDoc, notes.take(line.id))
}

function renderOwn({ text, by }: OwnLine): string {
  return `${escapeMarkdown(text)} *(${escapeMarkdown(WORDS.lines.editors(by))})*`
}
