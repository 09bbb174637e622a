// A claim as a page: its wording, where it stands, how many origins and why, who said what to it, each opening the
// words; and the printed forms of its quotations compared.
import type { Bearing } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Holder, LedgerRow } from '../model/ledger.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import { type Html, html, link } from './html.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { boundsWords, counted } from './origin-words.ts'
import { renderPage } from './page.ts'
import { renderStanding } from './render-ledger.ts'
import type { FindDoc } from './render-line.ts'

export interface ClaimFile {
  readonly row: LedgerRow
  readonly assertions: readonly Evidence[] // where it is put forward
  readonly bearings?: readonly Bearing[] // why which words were held to be this claim
  readonly quoteMatches?: readonly QuoteMatch[]
}

/** The claim's page. */
export function renderClaim(file: ClaimFile, links: Links, findDoc: FindDoc): string {
  const { row, assertions, quoteMatches = [] } = file
  const cited = (evidence: Evidence, before: Html | string = '') => citeEvidence(evidence, links, findDoc, before)
  const body = html`<article>
<header class="masthead"><p class="kicker">Claim</p>
<h1 dir="auto">“${row.wording.replace(/^[\s"“]+|[\s"”]+$/g, '')}”</h1>
<p class="meta">${renderStanding(row.standing)} ${row.firstPrinted ? `first printed ${dayWords(row.firstPrinted)}` : 'undated'}</p></header>
<section><h2>Origins</h2>
<p>${capital(boundsWords(row))}, in ${counted(new Set(row.assertedIn).size, 'report')}. The number says how independently it was told, not whether it is true.</p>
${list(row.independentOrigins)}
${row.reasons.length > 0 && html`<h3>Why</h3>${list(row.reasons)}`}
</section>
<section><h2>Put forward in</h2><ul class="list">${assertions.map((evidence) => html`<li>${cited(evidence)}</li>`)}</ul></section>
${holders('Confirmed by', row.confirmedBy, cited)}
${holders('Denied by', row.deniedBy, cited)}
${holders('Corrected by', row.correctedBy, cited)}
${holders('Would not comment', row.declinedToComment, cited)}
${quoteMatches.length > 0 && html`<section><h2>Printed forms of its words</h2><ul class="list">${quoteMatches.map((match) => html`<li>${cited(match.earlier)}<br><span class="verdict">${match.verdict}:</span> ${cited(match.later)}</li>`)}</ul></section>`}
${renderBecause(file, links, findDoc)}
</article>
<p class="back"><a href="${links.edition()}">Back to the edition</a></p>`
  return renderPage({ title: `${row.wording} · Readout`, here: 'claim', links, body })
}

/** `“It is dead” (Northern Courier, 4 March 2031)`, outlet and date opening the words. */
function citeEvidence(evidence: Evidence, links: Links, findDoc: FindDoc, before: Html | string): Html {
  const doc = findDoc(evidence.doc)
  const words = evidence.quote.replace(/\s+/g, ' ').replace(/^["“]([^"“”]*)["”]$/, '$1')
  return html`${before}<q dir="auto">${words}</q> (${doc ? link(links.report(doc.name, evidence), cite(doc)) : 'report not in the archive'})`
}

function cite({ outlet, published }: Doc): string {
  return `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
}

function holders(title: string, found: readonly Holder[], cited: (evidence: Evidence, before: Html) => Html): Html {
  if (found.length === 0) return html``
  const items = found.map(({ name, via, said, evidence }) => {
    const hands = via.length > 0 ? ` by way of ${via.join(', ')}` : ''
    return html`<li>${cited(evidence, html`<b>${name}</b>${hands}${said ? `, ${saidWords(said)}` : ''}: `)}</li>`
  })
  return html`<section><h2>${title}</h2><ul class="list">${items}</ul></section>`
}

function saidWords(said: string): string {
  const [from = '', until = from] = said.split('/')
  return from === until ? dayWords(from) : `${dayWords(from)} to ${dayWords(until)}`
}

function renderBecause({ bearings = [] }: ClaimFile, links: Links, findDoc: FindDoc): Html {
  if (bearings.length === 0) return html``
  const items = bearings.map(
    ({ evidence, because }) =>
      html`<li>${citeEvidence(evidence, links, findDoc, '')}<br><span class="meta">${because}</span></li>`,
  )
  return html`<details><summary>Why ${counted(bearings.length, 'stretch', 'stretches')} of text were held to bear on this claim</summary><ul class="list">${items}</ul></details>`
}

function list(words: readonly string[]): Html {
  return words.length === 0
    ? html`<p class="note">None is known.</p>`
    : html`<ul class="list">${words.map((word) => html`<li>${word}</li>`)}</ul>`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
