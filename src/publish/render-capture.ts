// A capture as a page: what was asked for, what came, each answer on the way with its header lines as text; and its replay, in a
// frame in which nothing runs. Nothing of the foreign page is ever part of a page of ours.
import type { Capture, Header, Hop, Outcome } from '../model/capture.ts'
import type { ToldRemoval } from '../model/removal.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import type { Links } from './links.ts'
import { renderPage, type Shell } from './page.ts'
import { time } from './render-about.ts'

export interface CaptureView {
  readonly capture: Capture
  readonly report?: string // the name of the report that it is a sighting of
  readonly url?: string
  readonly isPage: boolean
  readonly removal?: ToldRemoval // of what it brought
}

/** The page of its facts. */
export function renderCapture(
  { capture, report, url, isPage, removal }: CaptureView,
  links: Links,
  shell?: Shell,
): string {
  const words = WORDS.capture
  const { id, at, archived, asked, outcome, hops, given, told, from, foundIn, sent } = capture
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`
  const parts = (record: object) =>
    html`${Object.entries(record).map(([name, value]) => html`<span class="reason">${name}</span> ${typeof value === 'string' ? value : JSON.stringify(value)}<br>`)}`
  const body = html`<article><header class="masthead"><p class="kicker">${words.kicker}</p>
<h1 class="long" dir="auto">${bare(asked)}</h1>
<dl class="facts">
${fact(words.at, time(at))}
${archived !== undefined && fact(words.archived, time(archived))}
${capture.what !== undefined && fact(words.as, capture.what)}
${fact(words.outcome, outcomeWords(outcome))}
${'payload' in outcome && fact(words.bytes, html`<code>${outcome.payload}</code>`)}
${report !== undefined && fact(words.report, link(links.report(report), report))}
${url !== undefined && fact(words.live, link(url, url, 'noreferrer nofollow'))}
${foundIn !== undefined && fact(words.foundIn, link(links.capture?.(foundIn), foundIn))}
${from !== undefined && fact(words.from, `${from.file}, ${from.record}`)}
${given !== undefined && fact(words.given, parts(given))}
${told !== undefined && fact(words.told, parts(told))}
</dl>
${removal && html`<p class="note" dir="auto">${WORDS.removal.bytes(dayWords(removal.at))} ${WORDS.removal.why(removal.why)} ${WORDS.removal.stays(removal.number)}</p>`}
<p>${'payload' in outcome && !removal && html`${isPage && html`${link(links.capture?.(id, 'replay'), words.replay)} · `}${link(links.capture?.(id, 'raw'), words.raw)}`}</p></header>
${hops.length > 0 && html`<section><h2>${words.hops}</h2><ol class="list">${hops.map(renderHop)}</ol></section>`}
${sent && sent.length > 0 && html`<details><summary>${words.sent}</summary>${renderHeaders(sent)}</details>`}
</article>`
  return renderPage({
    title: `${words.title(bare(asked))} · Readout`,
    here: 'report',
    links,
    body,
    ...(shell && { shell }),
  })
}

/** The page that replays it. */
export function renderReplay({ capture, report, isPage, removal }: CaptureView, links: Links, shell?: Shell): string {
  const words = WORDS.capture
  const { id, asked } = capture
  const raw = links.capture?.(id, 'raw') ?? ''
  const body = html`<header class="masthead"><p class="kicker">${words.replay}</p>
<h1 class="long" dir="auto">${bare(asked)}</h1>
<p class="meta">${time(capture.archived ?? capture.at)}. ${isPage ? words.replayNote : words.noReplay}</p></header>
${removal ? html`<p dir="auto">${WORDS.removal.bytes(dayWords(removal.at))} ${WORDS.removal.why(removal.why)}</p>` : isPage ? html`<iframe class="replay" sandbox="" src="${raw}" title="${words.replayOf(bare(asked))}" referrerpolicy="no-referrer" loading="eager"></iframe>` : html`<p>${link(raw, words.raw)}</p>`}
<p class="back">${link(links.capture?.(id), words.backToCapture)}${report !== undefined && html` · ${link(links.report(report), words.report)}`}</p>`
  return renderPage({
    title: `${words.replayOf(bare(asked))} · Readout`,
    here: 'report',
    links,
    body,
    ...(shell && { shell }),
  })
}

function renderHop({ url, status, headers, address, at }: Hop): Html {
  const words = WORDS.capture
  return html`<li><span dir="auto">${url}</span> <span class="meta">${words.hop(status)}${address !== undefined && `, ${words.gave(address)}`}${at !== undefined && html`, ${time(at)}`}</span>
<details><summary>${words.headers(headers.length)}</summary>${renderHeaders(headers)}</details></li>`
}

function renderHeaders(headers: readonly Header[]): Html {
  return html`<pre class="citation" tabindex="0">${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>`
}

function outcomeWords(outcome: Outcome): string {
  const words = WORDS.capture.outcomes
  if (outcome.kind === 'refused') return words.refused(outcome.by, outcome.reason)
  return outcome.kind === 'failed' ? words.failed(outcome.code, outcome.reason) : words[outcome.kind]
}

// The folders that a file came from are nobody's business on a page.
function bare(asked: string): string {
  return /^https?:\/\//i.test(asked) ? asked : asked.replace(/^.*[\\/](?=[^\\/])/, '')
}
