// Who said what to a claim: one entry for all that print the same of the same people, each opening its words.

import type { Doc } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import { oneLine } from '../model/one-line.ts'
import { isAltered } from '../model/quote-match.ts'
import { overlaps } from '../model/span.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import type { Remark } from './list-forms.ts'
import type { ClaimVoice, PageOptions } from './render-claim.ts'
import type { FindDoc } from './render-line.ts'

/** What it takes to draw the parts of a claim's page. */
export interface DrawClaim extends PageOptions {
  readonly links: Links
  readonly findDoc: FindDoc
  readonly remarks: readonly Remark[]
}

/** The section; nothing where nobody is in it. */
export function renderVoices(title: string, voices: readonly ClaimVoice[], draw: DrawClaim): Html {
  if (voices.length === 0) return html``
  // a reprint says the same of the same people: one entry, opening each print
  const one = ({ who, via, evidence }: ClaimVoice) => `${who} ${via} ${oneLine(evidence.quote).replace(/["“”]/g, '"')}`
  const items = [...Map.groupBy(voices, one).values()].map((same) => renderVoice(same, draw))
  return html`<section><h2>${title}</h2><ul class="claim-voices">${items}</ul></section>`
}

// `Oren Tal denied that there was an offer (…)`; `Oren Tal: “There is no offer” (…)`, outlet and date opening the words.
function renderVoice(same: readonly ClaimVoice[], draw: DrawClaim): Html {
  const [voice] = same
  if (!voice) return html``
  const { act, via, said, evidence, instead, attribution } = voice
  const hands = via.length > 0 ? WORDS.claim.via(via.join(', ')) : ''
  const day = draw.findDoc(evidence.doc)?.published?.slice(0, 10)
  const when = said && said !== day ? WORDS.claim.on(saidWords(said)) : ''
  const isTold = act !== 'asserts' && act !== 'announces' && !/^["“]/.test(evidence.quote)
  const words = html`<span dir="auto">${oneLine(evidence.quote)}</span>`
  const note = isChanged(evidence, draw.remarks) ? html` <span class="verdict">${WORDS.claim.altered}</span>` : ''
  const now =
    instead &&
    html`<br>${WORDS.claim.instead} ${renderQuote(instead.evidence)} (${link(draw.links.claim?.(instead.claim), WORDS.claim.ownClaim)})`
  const aside = hands + when
  const spoken = isTold ? html`${aside === '' ? '' : ','} ${words}` : html`: ${renderQuote(evidence)}`
  const reports = same.map(
    (each, i) =>
      html`${i > 0 ? '; ' : ''}${openReport(each.evidence, draw, i === 0)}${each.version && `; ${each.version}`}`,
  )
  const label = `${voice.who}: ${oneLine(evidence.quote)}`
  const own = attribution && draw.links.said
  return html`<li data-item${attribute('id', own && `said-${attribution}`)}><b>${renderWho(voice, draw.links)}</b>${aside}${spoken} (${reports})${note}${now}${own && html` <a class="permalink" href="${own(attribution)}" title="${WORDS.claim.permalink}"><span aria-hidden="true">#</span><span class="visually-hidden">${WORDS.claim.permalinkOf(label.slice(0, 60))}</span></a>`}${attribution && draw.actionsFor?.('attribution', attribution, label, evidence.doc)}</li>
`
}

function renderWho({ who, people }: ClaimVoice, { person }: Links): Html {
  if (!people || !person) return html`<bdi>${who}</bdi>`
  const names = people.map(({ id, name }, at) => {
    const between = at === 0 ? '' : at === people.length - 1 ? ' and ' : ', '
    return html`${between}<a href="${person(id)}"><bdi>${name}</bdi></a>`
  })
  return html`${names}`
}

function isChanged({ doc, span }: Evidence, remarks: readonly Remark[]): boolean {
  return remarks.some((remark) =>
    remark.some(
      ({ match, printed }) =>
        match && isAltered(match) && printed.some((each) => each.doc === doc && overlaps(each.span, span)),
    ),
  )
}

/** The words between marks, without those of their own. */
export function renderQuote(evidence: Evidence): Html {
  return html`<q dir="auto">${bareQuote(evidence.quote)}</q>`
}

/** "“I gave nothing.”" -> "I gave nothing." */
export function bareQuote(quote: string): string {
  return oneLine(quote).replace(/^["“]([^"“”]*)["”]$/, '$1')
}

/** Outlet and day, opening the words; `isFirst`: what Enter opens of a row. */
export function openReport(evidence: Evidence, { links, findDoc }: DrawClaim, isFirst = false): Html | string {
  const doc = findDoc(evidence.doc)
  if (!doc) return WORDS.claim.notHere
  return html`<a href="${links.report(doc.name, evidence)}"${isFirst && html` data-open`}>${citeReport(doc)}</a>`
}

/** "Harbour Post, 5 March 2031" */
export function citeReport({ outlet, published }: Pick<Doc, 'outlet' | 'published'>): string {
  return `${outlet ?? WORDS.claim.outletUnknown}, ${published ? dayWords(published) : WORDS.claim.undated}`
}

function saidWords(said: string): string {
  const [from = '', until = from] = said.split('/')
  return from === until ? dayWords(from) : `${dayWords(from)} to ${dayWords(until)}`
}
