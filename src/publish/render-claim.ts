// A claim as a page: its wording, where it stands, how many origins and why, who said what to it, each opening the
// words; and the printed forms of its quotations compared.
import type { Act } from '../model/act.ts'
import type { Bearing } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { isAltered } from '../model/quote-match.ts'
import { overlaps } from '../model/span.ts'
import { drawOrigins } from './draw-origins.ts'
import { drawTimeline } from './draw-timeline.ts'
import { attribute, type Html, html, link } from './html.ts'
import { dayWords, weekWords } from './iso-week.ts'
import type { Links } from './links.ts'
import type { Remark } from './list-forms.ts'
import { boundsWords, counted } from './origin-words.ts'
import type { OriginsGraph } from './origins-graph.ts'
import { renderPage } from './page.ts'
import { renderFigure } from './render-figure.ts'
import { renderStanding } from './render-ledger.ts'
import type { FindDoc } from './render-line.ts'
import { changeWords, verdictWords } from './tell-change.ts'
import type { ToldStep } from './told-step.ts'

export interface ClaimFile {
  readonly row: LedgerRow
  readonly putForward: readonly ClaimVoice[] // by day, the undated last
  readonly answers: readonly ClaimVoice[]
  readonly bearings?: readonly Bearing[] // why which words were held to be this claim
  readonly remarks?: readonly Remark[] // its quotations in all printed forms
  readonly timeline?: readonly ToldStep[]
  readonly graph?: OriginsGraph // of its origins
  readonly week?: string // as known when that week ended; absent: as known now
}

/** One voice in one report. */
export interface ClaimVoice {
  readonly who: string
  readonly act: Act
  readonly via: readonly string[]
  readonly said?: string // a day, or a first and a last day joined by "/"
  readonly evidence: Evidence // of an answer, from the words that say so: "denied that …"
  readonly version?: string // what is said of the version of a page that it stands in
  readonly instead?: { readonly claim: Id<'claim'>; readonly evidence: Evidence } // what a correction puts in its place
}

const LONG_TITLE = 70 // more would fill a phone's first screen

/** The claim's page. */
export function renderClaim(file: ClaimFile, links: Links, findDoc: FindDoc): string {
  const { row, putForward, answers, remarks = [], timeline, graph, week } = file
  const title = row.wording.replace(/^[\s"“]+|[\s"”]+$/g, '')
  const draw: Draw = { links, findDoc, remarks }
  const known =
    week === undefined
      ? ''
      : html` As known when the week of ${weekWords(week)} ended${links.editions !== undefined && html`; ${link(links.claim?.(row.claim), 'as known now')}`}.`
  const body = html`<article>
<header class="masthead"><p class="kicker">Claim</p>
<h1${attribute('class', title.length > LONG_TITLE ? 'long' : undefined)} dir="auto">“${title}”</h1>
<p class="meta">${renderStanding(row.standing)} ${row.firstPrinted ? `first printed ${dayWords(row.firstPrinted)}` : 'undated'}.${known}</p></header>
<section><h2>Origins</h2>
<p>${capital(boundsWords(row))}, in ${counted(new Set(row.assertedIn).size, 'report')}${row.laterVersions && `, also in ${counted(row.laterVersions.length, 'later version')} of a page`}. The number says how independently it was told, not whether it is true.</p>
${list(row.independentOrigins)}
${graph && hasReports(graph) && renderFigure(drawOrigins(graph))}
${row.reasons.length > 0 && html`<h3>Why</h3>${list(row.reasons.map((reason) => linkNames(reason, file, draw)))}`}
</section>
${timeline && html`<section><h2>Timeline</h2>${renderFigure(drawTimeline(row.wording, timeline))}</section>`}
${section('Put forward by', putForward, draw)}
${ANSWERS.map(([act, words]) =>
  section(
    words,
    answers.filter((voice) => act.includes(voice.act)),
    draw,
  ),
)}
${remarks.length > 0 && html`<section><h2>Printed forms of its words</h2><ul class="list">${remarks.map((remark) => renderRemark(remark, draw))}</ul></section>`}
${renderBecause(file, draw)}
</article>
<p class="back"><a href="${links.edition(week)}">Back to the edition</a></p>`
  return renderPage({ title: `${row.wording} · Readout`, here: 'claim', links, body })
}

function hasReports({ reports, unknown }: OriginsGraph): boolean {
  return reports.length + unknown.length > 0
}

const ANSWERS: readonly (readonly [readonly Act[], string])[] = [
  [['confirms'], 'Confirmed by'],
  [['denies'], 'Denied by'],
  [['doubts'], 'Doubted by'],
  [['rejects'], 'Rejected by, which does not deny the claim'],
  [['corrects', 'retracts'], 'Corrected by'],
  [['declines to comment', 'did not respond'], 'Would not or did not answer'],
]

interface Draw {
  readonly links: Links
  readonly findDoc: FindDoc
  readonly remarks: readonly Remark[]
}

function section(title: string, voices: readonly ClaimVoice[], draw: Draw): Html {
  if (voices.length === 0) return html``
  // a reprint says the same of the same people: one entry, opening each print
  const one = ({ who, via, evidence }: ClaimVoice) => `${who} ${via} ${oneLine(evidence.quote).replace(/["“”]/g, '"')}`
  const items = [...Map.groupBy(voices, one).values()].map((same) => html`<li>${renderVoice(same, draw)}</li>`)
  return html`<section><h2>${title}</h2><ul class="list">${items}</ul></section>`
}

// `Oren Tal denied that there was an offer (…)`; `Oren Tal: “There is no offer” (…)`, outlet and date opening the words.
function renderVoice(same: readonly ClaimVoice[], draw: Draw): Html {
  const [voice] = same
  if (!voice) return html``
  const { who, act, via, said, evidence, instead } = voice
  const hands = via.length > 0 ? `, by way of ${via.join(', ')}` : ''
  const day = draw.findDoc(evidence.doc)?.published?.slice(0, 10)
  const when = said && said !== day ? `, on ${saidWords(said)}` : ''
  const isTold = act !== 'asserts' && act !== 'announces' && !/^["“]/.test(evidence.quote)
  const words = html`<span dir="auto">${oneLine(evidence.quote)}</span>`
  const isChanged = draw.remarks.some((remark) =>
    remark.some(
      ({ match, printed }) =>
        match &&
        isAltered(match) &&
        printed.some((each) => each.doc === evidence.doc && overlaps(each.span, evidence.span)),
    ),
  )
  const note = isChanged ? html` <span class="verdict">altered inside the quotation marks</span>` : ''
  const now =
    instead &&
    html`<br>In its place: ${quote(instead.evidence)} (${link(draw.links.claim?.(instead.claim), 'a claim of its own')})`
  const aside = hands + when
  const spoken = isTold ? html`${aside === '' ? '' : ','} ${words}` : html`: ${quote(evidence)}`
  const reports = same.map(
    (each, i) => html`${i > 0 ? '; ' : ''}${openReport(each.evidence, draw)}${each.version && `; ${each.version}`}`,
  )
  return html`<b>${who}</b>${aside}${spoken} (${reports})${note}${now}`
}

// Each form with the reports that printed it, the first one first, and what it did to the words.
function renderRemark(remark: Remark, draw: Draw): Html {
  const forms = remark.map(({ printed, match }, at) => {
    const [first, ...others] = printed.map((evidence) => openReport(evidence, draw))
    const also = others.length > 0 && html`; also in ${others.map((report, i) => html`${i > 0 ? '; ' : ''}${report}`)}`
    const changes = match ? changeWords(match) : ''
    const verdict = match
      ? html`<span class="verdict">${verdictWords(match)}:</span> `
      : html`<span class="verdict">${at === 0 ? 'first' : 'also'}:</span> `
    return html`${at > 0 && html`<br>`}${verdict}${quote(printed[0])} (${first}${also})${changes !== '' && html`<br><span class="meta">${changes}</span>`}`
  })
  return html`<li>${forms}</li>`
}

function quote(evidence: Evidence): Html {
  return html`<q dir="auto">${oneLine(evidence.quote).replace(/^["“]([^"“”]*)["”]$/, '$1')}</q>`
}

function openReport(evidence: Evidence, { links, findDoc }: Draw): Html | string {
  const doc = findDoc(evidence.doc)
  return doc ? link(links.report(doc.name, evidence), cite(doc)) : 'report not in the archive'
}

function cite({ outlet, published }: Doc): string {
  return `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
}

function saidWords(said: string): string {
  const [from = '', until = from] = said.split('/')
  return from === until ? dayWords(from) : `${dayWords(from)} to ${dayWords(until)}`
}

/** The names of reports in a reason lead to them. */
function linkNames(reason: string, { putForward, answers, bearings = [] }: ClaimFile, { links, findDoc }: Draw): Html {
  const docs = [...putForward, ...answers, ...bearings].flatMap(({ evidence }) => findDoc(evidence.doc)?.name ?? [])
  const names = new Set(docs)
  const words = reason.split(/(\s+|[:;,.]+(?=\s|$))/)
  return html`${words.map((word) => (names.has(word) ? link(links.report(word), word) : html`${word}`))}`
}

function renderBecause({ bearings = [] }: ClaimFile, draw: Draw): Html {
  if (bearings.length === 0) return html``
  // "officials said that Roke told them that …" bears on the claim as what either said: one stretch, told once
  const told = bearings.filter(
    ({ evidence, because }, at) =>
      !bearings
        .slice(0, at)
        .some(
          (other) =>
            other.because === because &&
            other.evidence.doc === evidence.doc &&
            overlaps(other.evidence.span, evidence.span),
        ),
  )
  const items = told.map(
    ({ evidence, because }) =>
      html`<li>${quote(evidence)} (${openReport(evidence, draw)})<br><span class="meta">${because}</span></li>`,
  )
  const held =
    told.length === 1 ? 'one stretch of text was' : `${counted(told.length, 'stretch', 'stretches')} of text were`
  return html`<details><summary>Why ${held} held to bear on this claim</summary><ul class="list">${items}</ul></details>`
}

function list(words: readonly (string | Html)[]): Html {
  return words.length === 0
    ? html`<p class="note">None is known.</p>`
    : html`<ul class="list">${words.map((word) => html`<li>${word}</li>`)}</ul>`
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
