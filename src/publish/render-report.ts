// A stored report as a page: its text block by block, the words that lines lean on marked and anchored, what was read
// in it, what was left out of it, and by which digest the bytes as received are known.
import { cite, type Evidence } from '../model/evidence.ts'
import type { Span } from '../model/span.ts'
import { excerptsOf } from './excerpt.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { anchorOf, type Links } from './links.ts'
import { markText, type TextMark } from './mark-text.ts'
import { marksOf, marksOfPeople } from './marks-of-report.ts'
import { renderPage } from './page.ts'
import { renderAbout } from './render-about.ts'
import { dataFrom, renderBlock, renderPlaced } from './render-block.ts'
import { renderCitations } from './render-citations.ts'
import type { PageOptions } from './render-claim.ts'
import { type DrawNotes, renderSaidNotes } from './render-said-notes.ts'
import { renderVersions } from './render-versions.ts'
import { renderFacts, renderLegend, renderOfWhich, renderToggles } from './report-head.ts'
import { renderHoverHint } from './review/hover-hint.ts'
import type { ShownMarks, StoredReport } from './stored-report.ts'

/**
 * The page of a report in a folder. Each piece of evidence that is of this doc gets a mark whose id is its anchor; of those in
 * `quiet` nothing is seen until a link leads there.
 */
export function renderReport(
  report: StoredReport,
  evidence: readonly Evidence[],
  links: Links,
  quiet: readonly Evidence[] = [],
  excerptCharacters?: number, // around what is cited; absent: all of it, which is for the desk alone
): string {
  const { doc } = report
  const cited = [...evidence, ...quiet].filter((piece) => piece.doc === doc.id).map(({ span }) => span)
  const excerpts = excerptCharacters === undefined ? undefined : excerptsOf(doc.text, cited, excerptCharacters)
  return renderWith(report, links, { marks: marksOf(report, evidence, quiet), ...(excerpts && { excerpts }) })
}

export interface ServedOptions extends PageOptions {
  readonly show?: ShownMarks // absent: what is said
}

/** The page of a report on the desk: the whole text, with what was read in it beside it, to be shown and hidden. */
export function renderServedReport(report: StoredReport, links: Links, options: ServedOptions = {}): string {
  const { show = AT_FIRST } = options
  const asked = (report.asked ?? []).flatMap(({ anchor, span }): TextMark[] =>
    span ? [{ kind: 'evidence', span, anchor }] : [],
  )
  const taken = new Set(asked.map(({ anchor }) => anchor))
  const own = (report.said ?? []).map(({ attribution }) => cite(report.doc, attribution.content[0]))
  const quiet = [...(report.quiet ?? []), ...own].filter(({ span }) => !taken.has(anchorOf(span)))
  const people = marksOfPeople(report.people ?? [], show.has('people') ? links : undefined)
  return renderWith(report, links, { ...options, show, marks: [...asked, ...marksOf(report, [], quiet), ...people] })
}

const AT_FIRST: ShownMarks = new Set(['attributions'])

interface Draw extends ServedOptions {
  readonly marks: readonly TextMark[]
  readonly excerpts?: readonly Span[]
}

function renderWith(report: StoredReport, links: Links, draw: Draw): string {
  const { doc, reading, captures = [], history, said, asked = [] } = report
  const { marks, excerpts, show, shell } = draw
  const headline = doc.blocks.find(({ kind }) => kind === 'headline')
  const rest = doc.blocks.filter((block) => block !== headline)
  const title = doc.title ?? (headline ? doc.text.slice(headline.span.start, headline.span.end) : doc.name)
  const language = /^(?!und$)[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(doc.language) ? doc.language : undefined
  const notes: DrawNotes | undefined = said && { doc, said, links, ...draw }
  const body = html`<article class="report-page">
<header class="masthead">
<p class="kicker">${WORDS.report.kicker}</p>
<h1 dir="auto"${attribute('lang', language)}${headline && said && dataFrom(headline.span)}>${headline ? markText(doc.text, headline.span, marks) : title}</h1>
${history && renderOfWhich(history, doc, links)}
${asked.some(({ span }) => !span) && html`<p class="note lost" role="status">${WORDS.report.lost}</p>`}
${renderFacts(doc, captures)}
${draw.actionsFor?.('report', doc.id, title)}
</header>
${reading && renderLegend(said !== undefined)}
${show && said && renderToggles(report, show)}
${said && said.length > 0 && renderHoverHint(shell)}
<div class="text"${attribute('lang', language)}>
${excerpts && html`<p class="note">${WORDS.report.excerpts}</p>`}
${renderPlaced(report, -1)}
${headline && notes && renderHeadNotes(headline.span, notes)}${headline && renderPlaced(report, doc.blocks.indexOf(headline))}
${rest.map((block) => html`${renderBlock(doc, block, { marks, ...(excerpts && { excerpts }), isWhole: said !== undefined })}${notes && renderSaidNotes(block.span, notes)}${renderPlaced(report, doc.blocks.indexOf(block))}`)}
</div>
</article>
${history && renderVersions(history, doc.name, links)}
${renderAbout(report, links, excerpts !== undefined)}
${draw.historyFor?.('report', doc.id)}
${renderCitations(report.citations ?? [])}
<p class="back">${links.today ? link(links.reports, WORDS.report.all) : link(links.edition(), WORDS.report.back)}</p>`
  return renderPage({ title: `${title} · Readout`, here: 'report', links, body, ...(shell && { shell }) })
}

// The headline stands above the text, so that its notes have nothing beside them
function renderHeadNotes(span: Span, notes: DrawNotes): Html {
  const own = renderSaidNotes(span, notes)
  return own.toString() === '' ? own : html`<p class="note in-headline">${WORDS.report.inHeadline}</p>${own}`
}
