// How many origins a claim has, as an interval; who they are, and each reason why two prints were counted as one.
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { boundsWords, capital, counted } from './origin-words.ts'
import type { ClaimFile, ClaimOrigin } from './render-claim.ts'
import type { DrawClaim } from './render-voices.ts'

const MOST = 30 // origins and reasons told at once; the others open below them
const TOLD = 200 // of them all; hundreds more tell nobody anything, and they are counted

/** The section without its picture. */
export function renderOrigins(file: ClaimFile, draw: DrawClaim): Html {
  const { row, origins } = file
  const words = WORDS.claim
  const reports = counted(new Set(row.assertedIn).size, 'report')
  const later = row.laterVersions && words.alsoLater(counted(row.laterVersions.length, 'later version'))
  const told = row.independentOrigins.slice(0, TOLD).map((name, at) => renderOrigin(name, origins?.[at], draw))
  const names = namesIn(file, draw)
  const reasons = row.reasons.slice(0, TOLD).map((reason) => linkNames(reason, names, draw))
  return html`<section id="origins"><h2>${words.origins}</h2>
<p>${capital(boundsWords(row))}, ${words.inReports(reports)}${later}. ${words.originsMeaning}</p>
${told.length === 0 ? html`<p class="note">${words.noOrigin}</p>` : renderFolded(told, row.independentOrigins.length, words.moreOrigins)}
${reasons.length > 0 && html`<details class="why"${attribute('open', row.reasons.length <= OPEN ? '' : undefined)}><summary>${words.why(row.reasons.length)}</summary>${renderFolded(reasons, row.reasons.length, words.moreReasons)}</details>`}
</section>`
}

const OPEN = 6 // so few reasons are shown without being asked for

function renderFolded(items: readonly Html[], all: number, more: (count: number) => string): Html {
  const list = (some: readonly Html[]) => html`<ul class="list">${some.map((item) => html`<li>${item}</li>`)}</ul>`
  const rest = items.slice(MOST)
  return html`${list(items.slice(0, MOST))}${rest.length > 0 && html`<details><summary>${more(all - MOST)}</summary>${list(rest)}${all > items.length && html`<p class="note">${WORDS.claim.notTold(all - items.length)}</p>`}</details>`}`
}

function renderOrigin(told: string, origin: ClaimOrigin | undefined, { links }: DrawClaim): Html {
  if (!origin || !links.person) return html`<span dir="auto">${told}</span>`
  const { name, teller, toldTo, heads } = origin
  const many = heads.atLeast > 1 ? WORDS.claim.heads(heads.atLeast, heads.atMost) : ''
  return html`${toldTo !== undefined && html`<bdi>${toldTo}</bdi>: `}<a href="${links.person(teller)}"><bdi>${name}</bdi></a>${many}`
}

function namesIn({ putForward, answers, bearings = [] }: ClaimFile, { findDoc }: DrawClaim): ReadonlySet<string> {
  const docs = new Set([...putForward, ...answers, ...bearings].map(({ evidence }) => evidence.doc))
  return new Set([...docs].flatMap((doc) => findDoc(doc)?.name ?? []))
}

/** The names of reports in a reason lead to them. */
function linkNames(reason: string, names: ReadonlySet<string>, draw: DrawClaim): Html {
  const parts: (Html | string)[] = []
  let plain = ''
  for (const word of reason.split(/(\s+|[:;,.]+(?=\s|$))/)) {
    if (names.has(word)) {
      parts.push(plain, link(draw.links.report(word), word))
      plain = ''
    } else plain += word
  }
  return html`${[...parts, plain]}`
}
