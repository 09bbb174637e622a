// A stored report as a page: its text block by block, the words that lines lean on marked and anchored, what was read
// in it, what was left out of it, and by which digest the bytes as received are known.
import type { Attribution, SourceKind } from '../model/attribution.ts'
import type { Capture } from '../model/capture.ts'
import { type Block, type Doc, unreadBecause } from '../model/doc.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Kind, Reading } from '../model/reading.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { PageHistory } from '../model/version.ts'
import { excerptsOf, shownOf } from './excerpt.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { anchorOf, type Links } from './links.ts'
import { markText, type TextMark } from './mark-text.ts'
import { renderPage } from './page.ts'
import type { PlacedRemoved } from './place-removed.ts'
import { renderAbout, time } from './render-about.ts'
import { renderCitations } from './render-citations.ts'
import type { CitationBlock, PageOptions } from './render-claim.ts'
import { type DrawNotes, renderNotes } from './render-said-notes.ts'
import { renderVersions } from './render-versions.ts'
import { renderHoverHint } from './review/hover-hint.ts'

export interface StoredReport {
  readonly doc: Doc
  readonly reading?: Reading
  readonly captures?: readonly Capture[] // the sightings, first one first
  readonly copies?: readonly CopyOf[] // reports that print the same text
  readonly history?: PageHistory // of its page
  readonly said?: readonly SaidNote[] // what the reading found, with who is meant; absent: told in a list at the end
  readonly people?: readonly ReportPerson[]
  readonly asked?: readonly AskedWords[] // what the link that led here points at
  readonly quiet?: readonly Evidence[] // other words that links lead to
  readonly citations?: readonly CitationBlock[]
  readonly placed?: readonly PlacedRemoved[] // what was left out, where it stood; absent: it is not asked for
}

/** One attribution with the names of those who are meant. */
export interface SaidNote {
  readonly attribution: Attribution
  readonly who: readonly string[]
  readonly people: readonly { readonly id: Id<'entity'>; readonly name: string }[]
  readonly kind: SourceKind
  readonly words: string
  readonly via: readonly string[]
  readonly said?: string
  readonly claims: readonly { readonly claim: Id<'claim'>; readonly wording: string; readonly contrary?: true }[]
}

/** Somebody in the report, and where the text names them. */
export interface ReportPerson {
  readonly id: Id<'entity'>
  readonly name: string
  readonly kind: Kind
  readonly said: number
  readonly spans: readonly Span[]
}

/** Words that a link points at, under the anchor that it has; without a span they are in this text no more. */
export interface AskedWords {
  readonly anchor: string
  readonly span?: Span
}

/** Which marks a page begins with. */
export type ShownMarks = ReadonlySet<'attributions' | 'people' | 'removed'>

/** Another report of which this one is a near-copy, or the other way round. */
export interface CopyOf {
  readonly doc: Doc
  readonly share: number // 0 to 1, of the shorter one's words
  readonly shared: Evidence // the longest passage, in the other report
}

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
  const people = apart(report.people ?? []).map(({ id, span }): TextMark => {
    const href = show.has('people') ? links.person?.(id) : undefined
    return { kind: 'person', span, ...(href !== undefined && { href }) }
  })
  return renderWith(report, links, { ...options, show, marks: [...asked, ...marksOf(report, [], quiet), ...people] })
}

// "the Lantern Palace" within "a Lantern Palace official": a link holds no other, so the longer stands.
function apart(people: readonly ReportPerson[]): { readonly id: Id<'entity'>; readonly span: Span }[] {
  const all = people.flatMap(({ id, spans }) => spans.map((span) => ({ id, span })))
  const taken: (typeof all)[number][] = []
  for (const one of all.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))) {
    if (!taken.some(({ span }) => overlaps(span, one.span))) taken.push(one)
  }
  return taken
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
<h1 dir="auto"${attribute('lang', language)}${headline && said && from(headline.span)}>${headline ? markText(doc.text, headline.span, marks) : title}</h1>
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
${rest.map((block) => html`${renderBlock(doc, block, { marks, ...(excerpts && { excerpts }), isWhole: said !== undefined })}${notes && renderNotes(block.span, notes)}${renderPlaced(report, doc.blocks.indexOf(block))}`)}
</div>
</article>
${history && renderVersions(history, doc.name, links)}
${renderAbout(report, links, excerpts !== undefined)}
${draw.historyFor?.('report', doc.id)}
${renderCitations(report.citations ?? [])}
<p class="back">${links.today ? link(links.reports, WORDS.report.all) : link(links.edition(), WORDS.report.back)}</p>`
  return renderPage({ title: `${title} · Readout`, here: 'report', links, body, ...(shell && { shell }) })
}

// The buttons work without script: the stylesheet looks at what is checked. What is sent along in the address begins so.
// the headline stands above the text, so that its notes have nothing beside them
function renderHeadNotes(span: Span, notes: DrawNotes): Html {
  const own = renderNotes(span, notes)
  return own.toString() === '' ? own : html`<p class="note in-headline">${WORDS.report.inHeadline}</p>${own}`
}

function renderToggles({ said = [], people = [], doc, placed }: StoredReport, show: ShownMarks): Html {
  const toggle = (name: 'attributions' | 'people' | 'removed', count: number) =>
    html`<label><input type="checkbox" data-toggle="${name}"${attribute('checked', show.has(name) ? '' : undefined)} autocomplete="off"> ${WORDS.report.toggles[name](count)}</label> `
  return html`<fieldset class="toggles"><legend>${WORDS.report.show}</legend>${toggle('attributions', said.length)}${toggle('people', people.length)}${placed && toggle('removed', placed.length)}${!show.has('people') && people.length > 0 && html`<a href="?show=attributions,people">${WORDS.report.linkPeople}</a>`}${!placed && doc.removed.length > 0 && html`<a href="?show=attributions,removed">${WORDS.report.placeRemoved(doc.removed.length)}</a>`}</fieldset>`
}

function renderPlaced({ placed = [] }: StoredReport, after: number): Html {
  const here = placed.filter((one) => one.after === after)
  return html`${here.map(({ removed: { text, reason } }) => html`<p class="removed-here"><span class="reason">${reason}</span> <span dir="auto">${text}</span></p>\n`)}`
}

function from({ start }: Span): Html {
  return html` data-from="${start}"`
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

function renderLegend(isServed: boolean): Html {
  const mark = isServed ? WORDS.report.linked : WORDS.report.cited
  return html`<p class="legend"><span class="visually-hidden">${WORDS.report.legend} </span><mark>${mark}</mark>
<span class="source">${WORDS.report.source}</span> <span class="cue">${WORDS.report.cue}</span> <span class="content">${WORDS.report.content}</span></p>`
}

interface DrawBlock {
  readonly marks: readonly TextMark[]
  readonly excerpts?: readonly Span[]
  readonly isWhole: boolean // what stands in the element is the block and nothing else
}

function renderBlock(
  { text }: Doc,
  { kind, span }: Block,
  { marks, excerpts = [span], isWhole }: DrawBlock,
): Html | '' {
  const shown = shownOf(text, span, excerpts)
  if (shown.length === 0) return ''
  const cut = html`<span class="cut">[…]</span>`
  const words = shown.map(
    (one, i) =>
      html`${one.isCutBefore && i === 0 && html`${cut} `}${markText(text, one.span, marks)}${one.isCutAfter && html` ${cut} `}`,
  )
  const at = isWhole ? from(span) : ''
  switch (kind) {
    case 'heading':
      return html`<h2 dir="auto"${at}>${words}</h2>\n`
    case 'quote':
      return html`<blockquote dir="auto"><p${at}>${words}</p></blockquote>\n`
    case 'paragraph':
      return html`<p dir="auto"${at}>${words}</p>\n`
    default:
      return html`<p class="${kind}" dir="auto"${at}>${words}</p>\n`
  }
}
