// A stored report as a page: its text block by block, the words that lines lean on marked and anchored, what was read
// in it, what was left out of it, and by which digest the bytes as received are known.
import type { Attribution } from '../model/attribution.ts'
import { sourceKindOf } from '../model/attribution.ts'
import type { Capture } from '../model/capture.ts'
import { type Block, type Doc, unreadBecause } from '../model/doc.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Reading } from '../model/reading.ts'
import { type Span, wordsOf } from '../model/span.ts'
import type { PageHistory } from '../model/version.ts'
import { excerptsOf, shownOf } from './excerpt.ts'
import { attribute, type Html, html, link } from './html.ts'
import { dayWords } from './iso-week.ts'
import { anchorOf, type Links } from './links.ts'
import { markText, type TextMark } from './mark-text.ts'
import { renderPage } from './page.ts'
import { renderVersions } from './render-versions.ts'

export interface StoredReport {
  readonly doc: Doc
  readonly reading?: Reading
  readonly captures?: readonly Capture[] // the sightings, first one first
  readonly copies?: readonly CopyOf[] // reports that print the same text
  readonly history?: PageHistory // of its page
}

/** Another report of which this one is a near-copy, or the other way round. */
export interface CopyOf {
  readonly doc: Doc
  readonly share: number // 0 to 1, of the shorter one's words
  readonly shared: Evidence // the longest passage, in the other report
}

/**
 * The page of a report. Each piece of evidence that is of this doc gets a mark whose id is its anchor; of those in
 * `quiet` nothing is seen until a link leads there.
 */
export function renderReport(
  report: StoredReport,
  evidence: readonly Evidence[],
  links: Links,
  quiet: readonly Evidence[] = [],
  excerptCharacters?: number, // around what is cited; absent: all of it, which is for the desk alone
): string {
  const { doc, reading, captures = [], copies = [], history } = report
  const marks = marksOf(report, evidence, quiet)
  const cited = [...evidence, ...quiet].filter((piece) => piece.doc === doc.id).map(({ span }) => span)
  const excerpts = excerptCharacters === undefined ? undefined : excerptsOf(doc.text, cited, excerptCharacters)
  const headline = doc.blocks.find(({ kind }) => kind === 'headline')
  const rest = doc.blocks.filter((block) => block !== headline)
  const title = doc.title ?? (headline ? doc.text.slice(headline.span.start, headline.span.end) : doc.name)
  const language = /^(?!und$)[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(doc.language) ? doc.language : undefined
  const body = html`<article>
<header class="masthead">
<p class="kicker">Stored report</p>
<h1 dir="auto"${attribute('lang', language)}>${headline ? markText(doc.text, headline.span, marks) : title}</h1>
${history && renderOfWhich(history, doc, links)}
${renderFacts(doc, captures)}
</header>
${reading && renderLegend()}
<div class="text"${attribute('lang', language)}>
${excerpts && html`<p class="note">Excerpts: the words that are cited, and what stands around them. The whole is kept at the desk.</p>`}
${rest.map((block) => renderBlock(doc, block, marks, excerpts))}
</div>
</article>
${history && renderVersions(history, doc.name, links)}
<section class="about" aria-labelledby="about">
<h2 id="about">About this copy</h2>
${reading && !excerpts && renderReading(doc, reading)}
${copies.length > 0 && renderCopies(copies, links)}
${!excerpts && renderRemoved(doc)}
${renderFields(doc)}
${renderCaptures(captures, doc)}
</section>
<p class="back"><a href="${links.edition()}">Back to the edition</a></p>`
  return renderPage({ title: `${title} · Readout`, here: 'report', links, body })
}

// A sighting of a version has the same words, and nothing is read in it.
function renderOfWhich({ versions }: PageHistory, doc: Doc, links: Links): Html {
  const place = versions.findIndex((one) => one.doc.id === doc.id)
  if (place > 0)
    return html`<p class="note">A later version of ${link(links.report(versions[0].doc.name), 'the page')}.</p>`
  const version = place < 0 && versions.find(({ sightings }) => sightings.some(({ name }) => name === doc.name))
  if (!version) return html``
  const own = link(links.report(version.doc.name), version.doc.name)
  return html`<p class="note">A sighting of ${own}: the same words in other bytes. Nothing is read in it a second time.</p>`
}

function marksOf(
  { doc, reading }: StoredReport,
  evidence: readonly Evidence[],
  quiet: readonly Evidence[],
): TextMark[] {
  const loud = new Set(evidence.flatMap((piece) => (piece.doc === doc.id ? anchorOf(piece.span) : [])))
  const own = [...evidence, ...quiet].filter((piece) => piece.doc === doc.id)
  const anchors = new Map(own.map(({ span }) => [anchorOf(span), span] as const))
  const cited = [...anchors].map(
    ([anchor, span]): TextMark => ({ kind: 'evidence', span, anchor, isQuiet: !loud.has(anchor) }),
  )
  const read = (reading?.attributions ?? []).flatMap(({ source, cue, content }): TextMark[] => [
    ...(source.kind === 'unstated' ? [] : source.words.map((span) => ({ kind: 'source', span }) as const)),
    ...cue.map((span) => ({ kind: 'cue', span }) as const),
    ...content.map((span) => ({ kind: 'content', span }) as const),
  ])
  return [...cited, ...read]
}

function renderFacts(doc: Doc, captures: readonly Capture[]): Html {
  const { outlet, published, updated, byline, url, cut } = doc
  const unread = unreadBecause(doc)
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const at = captures[0]?.at
  return html`<dl class="facts">
${fact('Outlet', outlet ?? 'outlet unknown')}
${fact('Published', published ? time(published) : 'undated')}
${updated !== undefined && updated !== published && fact('Updated', time(updated))}
${unread !== undefined && fact('Language', `${doc.language}; ${unread}`)}
${byline !== undefined && fact('Byline', html`<span dir="auto">${byline}</span>`)}
${at !== undefined && fact('Captured', time(at))}
${cut !== undefined && fact('Text', html`only the beginning: a ${cut.by} took the rest`)}
${url !== undefined && fact('Address', link(/^https?:/i.test(url) ? url : undefined, url, 'noreferrer nofollow'))}
</dl>`
}

function time(instant: string): Html {
  const clock = instant.slice(11, 16)
  const words = dayWords(instant) + (clock === '' || clock === '00:00' ? '' : `, ${clock} UTC`)
  return html`<time datetime="${instant}">${words}</time>`
}

function renderLegend(): Html {
  return html`<p class="legend"><span class="visually-hidden">How the text is marked: </span><mark>words that a line rests on</mark>
<span class="source">who said it</span> <span class="cue">the words that say so</span> <span class="content">what was said</span></p>`
}

function renderBlock(
  { text }: Doc,
  { kind, span }: Block,
  marks: readonly TextMark[],
  excerpts: readonly Span[] = [span],
): Html | '' {
  const shown = shownOf(text, span, excerpts)
  if (shown.length === 0) return ''
  const cut = html`<span class="cut">[…]</span>`
  const words = shown.map(
    (one, i) =>
      html`${one.isCutBefore && i === 0 && html`${cut} `}${markText(text, one.span, marks)}${one.isCutAfter && html` ${cut} `}`,
  )
  switch (kind) {
    case 'heading':
      return html`<h2 dir="auto">${words}</h2>\n`
    case 'quote':
      return html`<blockquote dir="auto"><p>${words}</p></blockquote>\n`
    case 'paragraph':
      return html`<p dir="auto">${words}</p>\n`
    default:
      return html`<p class="${kind}" dir="auto">${words}</p>\n`
  }
}

function renderCopies(copies: readonly CopyOf[], links: Links): Html {
  const items = copies.map(
    ({ doc, share, shared }) =>
      html`<li>${link(links.report(doc.name, shared), `${doc.outlet ?? 'outlet unknown'}, ${doc.published ? dayWords(doc.published) : 'undated'}`)}: ${Math.round(100 * share)} % of the shorter one’s words</li>`,
  )
  return html`<details><summary>${figure(copies.length, 'other report')} with the same text</summary><ul class="list">${items}</ul></details>`
}

function renderReading(doc: Doc, { attributions, madeBy }: Reading): Html {
  const items = attributions.map((attribution) => html`<li>${describeAttribution(doc, attribution)}</li>`)
  return html`<details><summary>${figure(attributions.length, 'attribution')} read by ${madeBy}</summary>
<ol class="attributions">${items}</ol></details>`
}

function describeAttribution(doc: Doc, { source, cue, content, act, form, confidence }: Attribution): Html {
  const who = source.kind === 'unstated' ? 'source unstated' : wordsOf(doc.text, source.words)
  const told = html`<span class="cue" dir="auto">${wordsOf(doc.text, cue)}</span>`
  const said = html`<span class="content" dir="auto">${wordsOf(doc.text, content)}</span>`
  // "Hale denied that there was an offer" reads as printed; of "Hale told", the hearer is missing
  const isInOrder =
    form !== 'direct' && cue[0].start < content[0].start && !/according|told/i.test(wordsOf(doc.text, cue))
  return html`<span class="source" dir="auto">${who}</span>${isInOrder ? html` ${told} ` : ': '}${said}
<span class="meta">${!isInOrder && html`cue “${told}”; `}${sourceKindOf(source)}, ${act}, ${form}, confidence ${confidence.toFixed(2)}</span>`
}

function renderRemoved({ removed }: Doc): Html {
  if (removed.length === 0) return html`<p class="note">Nothing was left out of the page or text as it came.</p>`
  const items = removed.map(
    ({ text, reason }) => html`<li><span class="reason">${reason}</span> <span dir="auto">${text}</span></li>`,
  )
  return html`<details><summary>${figure(removed.length, 'stretch', 'stretches')} left out of the report, and why</summary>
<ul class="removed">${items}</ul></details>`
}

/** All that was said of the report from outside its text; of several with one name, the first stands. */
function renderFields({ fields }: Doc): Html {
  const items = fields.map(
    ({ name, value, path, zone }) =>
      html`<li><span class="reason">${name}</span> <span dir="auto">${value}</span>${zone === 'none' && ' (zone not stated)'} <span class="meta">${path}</span></li>`,
  )
  return html`${
    items.length > 0 &&
    html`<details><summary>${figure(items.length, 'fact')} that page, feed or hand states of it, and where</summary>
<ul class="removed">${items}</ul></details>`
  }`
}

function renderCaptures(captures: readonly Capture[], { madeBy, id }: Doc): Html {
  const items = captures.map(({ at, asked, outcome, from, archived }) => {
    const name = asked.replace(/^.*[\\/](?=[^\\/])/, '') // the folders it came from are nobody's business on a page
    const digest = 'payload' in outcome ? html`, SHA-256 of the bytes <code>${outcome.payload}</code>` : ''
    const dated = archived ? html`, which has it of ${time(archived)}` : ''
    const taken = from ? html`, from the archive <span dir="auto">${from.file}</span>${dated}` : ''
    return html`<li>${time(at)} as <span dir="auto">${name}</span>${taken}${digest}</li>`
  })
  return html`${items.length > 0 && html`<h3>Captured</h3><ul class="captures">${items}</ul>`}
<p class="meta">Text made by ${madeBy}, known as <code>${id}</code>.</p>`
}

function figure(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
