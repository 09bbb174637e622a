// The edition as a page.
import type { Edition, EditionReport, Item, Section, SectionKind } from '../model/edition.ts'
import type { Day } from '../model/id.ts'
import { daysOf, editionDays, editionTitle, keyOf } from './edition-title.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { counted, numberWords } from './origin-words.ts'
import { renderPage, type Shell } from './page.ts'
import { renderPictures } from './pictures/render-pictures.ts'
import { renderChoice } from './render-choice.ts'
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
export function renderEditionBody(edition: Edition, links: Links, findDoc: FindDoc): Html {
  const draw: Draw = { links: { ...links, week: keyOf(edition) }, findDoc }
  const { dated, undated } = splitReports(edition)
  return html`<article>
<header class="masthead">
<h1>${editionTitle(edition)}</h1>${
    edition.watch?.question !== undefined &&
    html`
<p class="question">${edition.watch.question}</p>`
  }
<p class="meta">Edition ${edition.week}, from ${describeReports(edition)}.${links.editions !== undefined && html` ${link(links.editions, WORDS.frame.editions)}`}</p>
</header>
${edition.sections.map((section) => renderSection(section, draw))}
${renderPictures(edition)}
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

interface Draw {
  readonly links: Links
  readonly findDoc: FindDoc
}

function renderSection({ kind, items, note }: Section, draw: Draw): Html {
  const id = `s-${kind.replaceAll(' ', '-')}`
  const isList = kind !== 'lead'
  const drawn = items.map((item) => renderItem(item, kind, draw))
  return html`<section class="${id}" aria-labelledby="${id}">
<h2 id="${id}">${SECTION_TITLES[kind]}</h2>
${isList && drawn.length > 0 ? html`<ul class="dashes">${drawn}</ul>` : drawn}
${note !== undefined && html`<p class="note">${note}</p>`}
</section>`
}

function renderItem({ heading, lines, answer, choice }: Item, kind: SectionKind, { links, findDoc }: Draw): Html {
  const drawn = lines.map((line) => renderLine(line, links, findDoc))
  const why = choice && renderChoice(choice)
  if (kind === 'lead') {
    return html`${heading && html`<h3 dir="auto">${renderLine(heading, links, findDoc)}</h3>`}
${drawn.map((line) => html`<p class="line">${line}</p>`)}${why}`
  }
  if (kind === 'denials and non-comments') {
    const head = heading && html`<p class="claim">${answerWords(answer)} ${renderLine(heading, links, findDoc)}:</p>`
    return html`<li>${head}${drawn.map((line) => html`<p class="line">${line}</p>`)}</li>`
  }
  return html`<li><p class="line">${drawn.map((line, i) => html`${i > 0 ? ' ' : ''}${line}`)}</p>${why}</li>`
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
    return html`<li>${link(links.report(name), words)} <span class="meta">${outlet ?? 'outlet unknown'}, ${day}${isLater && '; later version'}</span></li>`
  })
  return html`<ul class="list">${items}</ul>`
}
