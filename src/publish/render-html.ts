// The edition as a page.
import type { Edition, EditionReport, Item, OwnLine, Section, SectionKind } from '../model/edition.ts'
import type { Day, Id } from '../model/id.ts'
import { daysOf, editionDays, editionTitle, keyOf } from './edition-title.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { counted, numberWords } from './origin-words.ts'
import { renderPage, type Shell } from './page.ts'
import { renderPictures } from './pictures/render-pictures.ts'
import { printedHeading, UNDER_CLAIMS } from './printed-lines.ts'
import { renderChoice } from './render-choice.ts'
import { makeNotes, type Notes, renderFootnotes } from './render-footnotes.ts'
import { type FindDoc, renderLine } from './render-line.ts'

/** The words that head each section. */
export const SECTION_TITLES: Readonly<Record<SectionKind, string>> = {
  lead: 'The lead',
  'in other news': 'In other news',
  'official briefings': 'Official briefings',
  'denials and non-comments': 'Denials and non-comments',
  'corrected or withdrawn': 'Corrected or withdrawn',
  'altered quotations': 'Altered quotations',
  'changed since last edition': 'Changed since last edition',
  'one origin': 'Still resting on one origin',
  'who spoke': 'Who spoke',
}

/** The edition's page, each line linking to its words. */
export function renderEdition(edition: Edition, links: Links, findDoc: FindDoc, shell?: Shell): string {
  return frameEdition(edition, renderEditionBody(edition, links, findDoc), links, shell)
}

/** What of the edition's page is the same for all who read it. */
export function renderEditionBody(edition: Edition, links: Links, findDoc: FindDoc, beside: EditedParts = {}): Html {
  const notes = makeNotes(edition, findDoc)
  const draw: Draw = { links: { ...links, week: keyOf(edition) }, findDoc, notes, beside }
  const { dated, undated } = splitReports(edition)
  return html`<article>
<header class="masthead">
<h1>${beside.title ?? editionTitle(edition)}</h1>${
    edition.watch?.question !== undefined &&
    html`
<p class="question">${edition.watch.question}</p>`
  }
<p class="meta">Edition ${edition.week}, from ${describeReports(edition)}.${links.editions !== undefined && html` ${link(links.editions, WORDS.frame.editions)}`}</p>
</header>
${beside.head}
${edition.sections.map((section) => renderSection(section, draw))}
${renderPictures(edition)}
${renderFootnotes(notes, draw.links)}
<section class="reports" aria-labelledby="s-reports">
<h2 id="s-reports">Reports of the week</h2>
${dated.length > 0 ? listReports(edition, dated, links) : html`<p class="note">None.</p>`}
${undated.length > 0 && html`<h3>Undated, hence in no week</h3>${reportList(undated, links)}`}
</section>
<p class="meta colophon">Made from all that the desk held up to entry ${edition.asOf.number} of its log, <code>${edition.asOf.before.slice(0, 16)}</code>.</p>
${links.editions !== undefined && html`<p class="back">${link(links.editions, WORDS.frame.editions)}</p>`}
</article>`
}

/** The page around it. */
export function frameEdition(edition: Edition, body: Html, links: Links, shell?: Shell): string {
  return renderPage({
    title: edition.watch ? `${editionTitle(edition)} · Readout` : `Readout, the week of ${editionDays(edition)}`,
    here: 'edition',
    links,
    body,
    ...(shell && { shell }),
  })
}

/** What stands before the claim that the lines of an item answer. */
export function answerWords(answer: Item['answer']): string {
  return answer === 'rejected' ? 'Rejected, which does not deny the claim' : 'On the claim'
}

/** "12 reports by five outlets". */
export function describeReports(edition: Edition): string {
  const { dated, undated } = splitReports(edition)
  const outlets = new Set(dated.flatMap(({ outlet }) => outlet ?? []))
  const unknown = dated.filter(({ outlet }) => outlet === undefined).length
  const by = outlets.size > 0 ? ` by ${counted(outlets.size, 'outlet')}` : ''
  const rest = unknown > 0 ? `; the outlet of ${numberWords(unknown)} is unknown` : ''
  const later = [...dated, ...undated].filter(({ isLater }) => isLater).length
  const versions = later > 0 ? `; ${counted(later, 'later version')} of a page beside` : ''
  const apart = undated.length > 0 ? `; ${counted(undated.length, 'undated report')} counted in no week` : ''
  return `${counted(dated.filter(({ isLater }) => !isLater).length, 'report')}${by}${rest}${apart}${versions}`
}

/** The reports of the week, and those that bear no date. */
export function splitReports({ reports = [] }: Edition): { dated: EditionReport[]; undated: EditionReport[] } {
  return {
    dated: reports.filter(({ published }) => published !== undefined),
    undated: reports.filter(({ published }) => published === undefined),
  }
}

/** What an edition that was edited has beside what was composed. */
export interface EditedParts {
  readonly title?: string // in place of its own
  readonly head?: Html // before the sections
  readonly line?: (id: Id<'line'>) => Html | undefined // after a line
}

interface Draw {
  readonly links: Links
  readonly findDoc: FindDoc
  readonly notes: Notes
  readonly beside: EditedParts
}

function renderSection({ kind, items, own = [], note }: Section, draw: Draw): Html {
  const id = `s-${kind.replaceAll(' ', '-')}`
  const isList = kind !== 'lead'
  const drawn = items.map((item) => renderItem(item, kind, draw))
  return html`<section class="${id}" aria-labelledby="${id}">
<h2 id="${id}">${SECTION_TITLES[kind]}</h2>
${own.map((line) => renderOwn(line, draw))}
${isList && drawn.length > 0 ? html`<ul class="dashes">${drawn}</ul>` : drawn}
${note !== undefined && html`<p class="note">${note}</p>`}
</section>`
}

function renderItem(item: Item, kind: SectionKind, draw: Draw): Html {
  const { lines, answer, choice, own = [] } = item
  const { links, findDoc, notes, beside } = draw
  const heading = printedHeading(item, kind)
  const head = heading && renderLine(heading, links, findDoc, notes.take(heading.id))
  const drawn = lines.map(
    (line) => html`${renderLine(line, links, findDoc, notes.take(line.id))}${beside.line?.(line.id)}`,
  )
  const after = own.map((line) => renderOwn(line, draw))
  const why = choice && renderChoice(choice)
  if (kind === 'lead') {
    return html`${head && html`<h3 dir="auto">${head}</h3>`}
${drawn.map((line) => html`<p class="line">${line}</p>`)}${after}${why}`
  }
  if (UNDER_CLAIMS.has(kind)) {
    const claim = head && html`<p class="claim">${answerWords(answer)} ${head}:</p>`
    return html`<li>${claim}${drawn.map((line) => html`<p class="line">${line}</p>`)}${after}</li>`
  }
  return html`<li><p class="line">${drawn.map((line, i) => html`${i > 0 ? ' ' : ''}${line}`)}</p>${after}${why}</li>`
}

// An editor's own line leans on no report, and says so.
function renderOwn({ id, text, by }: OwnLine, { beside }: Draw): Html {
  return html`<p class="own" dir="auto">${text} <span class="also">(${WORDS.lines.editors(by)})</span>${beside.line?.(id)}</p>`
}

const MOST_LISTED = 200 // where there is a page of all reports besides

function listReports(edition: Edition, dated: readonly EditionReport[], links: Links): Html {
  const days = daysOf(edition)
  if (links.reports === undefined || !days || dated.length <= MOST_LISTED) return reportList(dated, links)
  const all = `${links.reports}?since=${days.from}&until=${dayBefore(days.until)}`
  return html`${reportList(dated.slice(0, MOST_LISTED), links)}
<p>${link(all, `All ${dated.length} reports of the week`)}</p>`
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function reportList(reports: readonly EditionReport[], links: Links): Html {
  const items = reports.map(({ name, title, outlet, published, isLater }) => {
    const words = html`<span dir="auto">${title ?? name}</span>`
    const day = published ? dayWords(published) : 'undated'
    return html`<li>${link(links.report(name), words)} <span class="meta"><bdi>${outlet ?? 'outlet unknown'}</bdi>, ${day}${isLater && '; later version'}</span></li>`
  })
  return html`<ul class="list">${items}</ul>`
}
