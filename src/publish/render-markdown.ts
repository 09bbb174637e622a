// The edition as Markdown, its links those of the folder that it is written into.
import type { Edition, Item, Section } from '../model/edition.ts'
import { editionTitle } from './edition-title.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { answerWords, describeReports, SECTION_TITLES, splitReports } from './render-html.ts'
import { escapeMarkdown, type FindDoc, renderLineMarkdown } from './render-line.ts'

/** The edition in CommonMark, ending with a line break. */
export function renderMarkdown(edition: Edition, links: Links, findDoc: FindDoc): string {
  const { dated, undated } = splitReports(edition)
  const list = (reports: typeof dated) =>
    reports.map(({ name, title, outlet, published, isLater }) => {
      const by = `${escapeMarkdown(outlet ?? 'outlet unknown')}, ${published ? dayWords(published) : 'undated'}`
      return `- [${escapeMarkdown(title ?? name)}](${links.report(name)}), ${by}${isLater ? '; later version' : ''}`
    })
  return `${[
    `# ${escapeMarkdown(editionTitle(edition))}`,
    ...(edition.watch?.question !== undefined ? [escapeMarkdown(edition.watch.question)] : []),
    `Edition ${edition.week}, from ${describeReports(edition)}.`,
    ...edition.sections.flatMap((section) => renderSection(section, links, findDoc)),
    '## Reports of the week',
    dated.length > 0 ? list(dated).join('\n') : 'None.',
    ...(undated.length > 0 ? ['### Undated, hence in no week', list(undated).join('\n')] : []),
    `Made from all that the desk held up to entry ${edition.asOf.number} of its log, \`${edition.asOf.before.slice(0, 16)}\`.`,
  ].join('\n\n')}\n`
}

function renderSection({ kind, items, note }: Section, links: Links, findDoc: FindDoc): string[] {
  const draw = { links, findDoc }
  const drawn =
    kind === 'lead'
      ? items.flatMap(({ heading, lines }) => [
          ...(heading ? [`### ${renderLineMarkdown(heading, links, findDoc)}`] : []),
          ...lines.map((line) => renderLineMarkdown(line, links, findDoc)),
        ])
      : items.map((item) => renderDash(item, kind, draw))
  return [`## ${SECTION_TITLES[kind]}`, ...drawn, ...(note === undefined ? [] : [`*${note}*`])]
}

function renderDash(
  { heading, lines, answer }: Item,
  kind: Section['kind'],
  { links, findDoc }: { readonly links: Links; readonly findDoc: FindDoc },
): string {
  const drawn = lines.map((line) => renderLineMarkdown(line, links, findDoc))
  if (kind !== 'denials and non-comments') return `- ${drawn.join(' ')}`
  const head = heading ? [`${answerWords(answer)} ${renderLineMarkdown(heading, links, findDoc)}:`] : []
  return `- ${[...head, ...drawn].join('\n\n  ')}`
}
