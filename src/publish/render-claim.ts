// A claim as a page: its wording, where it stands and since when, how many origins and why, who said what to it, each opening
// the words; the printed forms of its quotations side by side; what people decided about it.
import type { Act } from '../model/act.ts'
import type { Days } from '../model/attribution.ts'
import type { Bearing } from '../model/claim.ts'
import type { Target } from '../model/decision.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Day, Id, Instant } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { onceOf } from '../model/once-of.ts'
import type { OriginsGraph } from '../model/origins-graph.ts'
import type { Bounds } from '../model/span.ts'
import type { Standing } from '../model/timeline.ts'
import { drawOrigins } from './draw-origins.ts'
import { drawTimeline } from './draw-timeline.ts'
import { pageFeeds, renderFeeds } from './feeds/page-feeds.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { daysWords, dayWords, weekWords } from './iso-week.ts'
import type { Links } from './links.ts'
import type { Remark } from './list-forms.ts'
import { renderPage, type Shell } from './page.ts'
import { renderBecause } from './render-because.ts'
import { renderCitations } from './render-citations.ts'
import { renderOrigins } from './render-claim-origins.ts'
import { renderFigure } from './render-figure.ts'
import { renderForms } from './render-forms.ts'
import { renderStanding } from './render-ledger.ts'
import type { FindDoc } from './render-line.ts'
import { bareQuote, type DrawClaim, renderVoices } from './render-voices.ts'
import { renderHoverHint } from './review/hover-hint.ts'
import type { ToldStep } from './told-step.ts'

export interface ClaimFile {
  readonly row: LedgerRow
  readonly putForward: readonly ClaimVoice[] // by day, the undated last
  readonly answers: readonly ClaimVoice[]
  readonly bearings?: readonly Bearing[] // why which words were held to be this claim
  readonly remarks?: readonly Remark[] // its quotations in all printed forms
  readonly timeline?: readonly ToldStep[]
  readonly graph?: OriginsGraph // of its origins
  readonly week?: string // as known when the period of the edition of this key ended; absent: as known now
  readonly days?: Days // of that edition
  readonly day?: Day // as known when that day ended
  readonly story?: { readonly id: Id<'story'>; readonly title: string }
  readonly changed?: { readonly before?: Standing; readonly since?: Instant } // how it came to stand as it does
  readonly part?: ClaimPart // not all of its reports are told here
  readonly origins?: readonly ClaimOrigin[] // in the order of the row's; absent: by their names alone
  readonly citations?: readonly CitationBlock[]
}

/** Which of a claim's reports a page tells of. */
export interface ClaimPart {
  readonly from: number
  readonly shown: number // of each kind, at most
  readonly prints: number // reports that put it forward
  readonly answers: number
}

export interface ClaimOrigin {
  readonly teller: Id<'entity'>
  readonly name: string
  readonly toldTo?: string
  readonly heads: Bounds
}

/** One voice in one report. */
export interface ClaimVoice {
  readonly who: string
  readonly people?: readonly { readonly id: Id<'entity'>; readonly name: string }[] // where they are known by name
  readonly attribution?: Id<'attribution'>
  readonly act: Act
  readonly via: readonly string[]
  readonly said?: string // a day, or a first and a last day joined by "/"
  readonly evidence: Evidence // of an answer, from the words that say so: "denied that …"
  readonly version?: string // what is said of the version of a page that it stands in
  readonly instead?: { readonly claim: Id<'claim'>; readonly evidence: Evidence } // what a correction puts in its place
}

/** A citation to be copied. */
export interface CitationBlock {
  readonly name: string // "BibTeX"
  readonly text: string
}

/** What a page shows beside its view: who looks, and what they may do with each thing on it. */
export interface PageOptions {
  readonly shell?: Shell
  readonly actionsFor?: ActionsFor
  readonly historyFor?: (noun: Target['noun'], id: string) => Html // what was decided about it
}

/** `doc`: of something said, the report that it stands in, where that is known. */
export type ActionsFor = (noun: Target['noun'], id: string, label: string, doc?: Id<'doc'>) => Html

// The file of a claim that many print is made once for all who look at it, and so are its pictures.
const originsFigure = onceOf((graph: OriginsGraph) => renderFigure(drawOrigins(graph)))
const timelineFigure = onceOf((timeline: readonly ToldStep[], wording: string) =>
  renderFigure(drawTimeline(wording, timeline)),
)

const LONG_TITLE = 70 // more would fill a phone's first screen

/** The claim's page. */
export function renderClaim(file: ClaimFile, links: Links, findDoc: FindDoc, options: PageOptions = {}): string {
  const { row, putForward, answers, remarks = [], timeline, graph, week, part } = file
  const words = WORDS.claim
  const title = titleOf(row)
  const draw: DrawClaim = { links, findDoc, remarks, ...options }
  const body = html`<article class="claim-page">
<header class="masthead"><p class="kicker">${words.kicker}</p>
<h1${attribute('class', title.length > LONG_TITLE ? 'long' : undefined)} dir="auto">“${title}”</h1>
<p class="meta">${renderStanding(row.standing)} ${standingSince(file)}${row.firstPrinted ? words.firstPrinted(dayWords(row.firstPrinted)) : words.undated}.${knownWords(file, links)}</p>
${file.story && links.story && html`<p class="meta">${words.story} ${link(links.story(file.story.id), html`<span dir="auto">${file.story.title}</span>`)}</p>`}
${options.actionsFor?.('claim', row.claim, row.wording)}</header>
${part && renderPart(part, row.claim, links)}
${renderOrigins(file, draw)}
${graph && hasReports(graph) && originsFigure(graph)}
${renderHoverHint(options.shell)}
<div class="beside"><div>
${renderVoices(words.putForward, putForward, draw)}
${ANSWERS.map(([acts, heading]) =>
  renderVoices(
    heading,
    answers.filter(({ act }) => acts.includes(act)),
    draw,
  ),
)}
${part && renderMore(part, row.claim, links)}
</div>${timeline && html`<section class="timeline"><h2>${words.timeline}</h2>${timelineFigure(timeline, row.wording)}</section>`}</div>
${renderForms(remarks, draw)}
${renderBecause(file, draw)}
${links.nearClaims && week === undefined && html`<p class="note">${link(links.nearClaims(row.claim), words.near)}</p>`}
${options.historyFor?.('claim', row.claim)}
${renderFeeds(links, 'claim', row.claim)}
${renderCitations(file.citations ?? [])}
</article>
<p class="back">${week === undefined && links.today ? link(links.ledger, words.all) : link(links.edition(week), words.back)}</p>`
  const feeds = pageFeeds(links, 'claim', row.wording, row.claim)
  return renderPage({ title: `${row.wording} · Readout`, here: 'claim', links, body, feeds, ...withShell(options) })
}

/** More of the reports that bear on a claim, when there are too many for its page. */
export function renderClaimReports(file: ClaimFile, links: Links, findDoc: FindDoc, options: PageOptions = {}): string {
  const { row, putForward, answers, part } = file
  const draw: DrawClaim = { links, findDoc, remarks: file.remarks ?? [], ...options }
  const body = html`<article class="claim-page">
<header class="masthead"><p class="kicker">${WORDS.claim.reportsOf}</p>
<h1 class="long" dir="auto">${link(links.claim?.(row.claim), `“${titleOf(row)}”`)}</h1></header>
${part && renderPart(part, row.claim, links)}
${renderVoices(WORDS.claim.putForward, putForward, draw)}
${ANSWERS.map(([acts, heading]) =>
  renderVoices(
    heading,
    answers.filter(({ act }) => acts.includes(act)),
    draw,
  ),
)}
${part && renderMore(part, row.claim, links)}
</article>
<p class="back">${link(links.claim?.(row.claim), WORDS.claim.backToClaim)}</p>`
  const title = `${WORDS.claim.reportsOf}: ${row.wording} · Readout`
  return renderPage({ title, here: 'claim', links, body, ...withShell(options) })
}

function withShell({ shell }: PageOptions): { readonly shell?: Shell } {
  return shell ? { shell } : {}
}

function titleOf({ wording }: LedgerRow): string {
  return bareQuote(wording.trim()) // marks within stay: `They would answer "in time"`
}

// "since 7 March 2031; reported before that; "
function standingSince({ changed }: ClaimFile): string {
  if (!changed?.before || !changed.since) return ''
  return `${WORDS.claim.since(dayWords(changed.since), changed.before)}; `
}

function knownWords({ row, week, days, day }: ClaimFile, links: Links): Html {
  if (week === undefined && day === undefined) return html``
  const when =
    week === undefined
      ? WORDS.claim.asKnownOn(dayWords(day ?? ''))
      : WORDS.claim.asKnown(days ? daysWords(days) : weekWords(week))
  return html` ${when}${links.editions !== undefined && html`; ${link(links.claim?.(row.claim), WORDS.claim.now)}`}.`
}

function hasReports({ reports, unknown }: OriginsGraph): boolean {
  return reports.length + unknown.length > 0
}

function renderPart({ from, shown, prints, answers }: ClaimPart, claim: Id<'claim'>, links: Links): Html {
  const until = Math.min(from + shown, Math.max(prints, answers))
  return html`<p class="note">${WORDS.claim.part({ from: from + 1, until, prints, answers })} ${from > 0 && link(links.claim?.(claim), WORDS.claim.whole)}</p>`
}

function renderMore({ from, shown, prints, answers }: ClaimPart, claim: Id<'claim'>, links: Links): Html {
  if (from + shown >= Math.max(prints, answers) || !links.claimReports) return html``
  return html`<p class="more">${link(links.claimReports(claim, from + shown), WORDS.claim.more)}</p>`
}

const ANSWERS: readonly (readonly [readonly Act[], string])[] = [
  [['confirms'], WORDS.claim.confirmed],
  [['denies'], WORDS.claim.denied],
  [['doubts'], WORDS.claim.doubted],
  [['rejects'], WORDS.claim.rejected],
  [['corrects', 'retracts'], WORDS.claim.corrected],
  [['declines to comment', 'did not respond'], WORDS.claim.silent],
]
