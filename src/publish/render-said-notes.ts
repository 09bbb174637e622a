// What is said in one block of a report, beside it: who says it, what it does, which claims it bears on, and its permanent link.
import type { Doc } from '../model/doc.ts'
import { cite } from '../model/evidence.ts'
import type { Span } from '../model/span.ts'
import { wordsDigest } from '../model/words-digest.ts'
import { type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'
import { anchorOf, type Links, pageName } from './links.ts'
import type { PageOptions } from './render-claim.ts'
import type { SaidNote } from './stored-report.ts'
import { liveLink } from './text-fragment.ts'

export interface DrawNotes extends PageOptions {
  readonly doc: Doc
  readonly said: readonly SaidNote[]
  readonly links: Links
}

/** The notes on what begins in the block; nothing where nothing is said there. */
export function renderSaidNotes(block: Span, draw: DrawNotes): Html {
  const own = draw.said.filter(
    ({ attribution: { content } }) => block.start <= content[0].start && content[0].start < block.end,
  )
  if (own.length === 0) return html``
  return html`<ul class="said-notes" aria-label="${WORDS.report.notes}">${own.map((note) => renderNote(note, draw))}</ul>
`
}

/** Where a statement is for good: by its id, and by its words where a later reading gave it another. */
export function saidAddress(links: Links, doc: Doc, { id, content }: SaidNote['attribution']): string | undefined {
  const [{ start, end }] = content
  const place = `${start}-${end}-${wordsDigest(doc.text.slice(start, end))}`
  return links.said && `${links.said(id)}?in=${encodeURIComponent(pageName(doc.name))}&at=${place}`
}

function renderNote(note: SaidNote, draw: DrawNotes): Html {
  const { doc, links } = draw
  const { attribution, claims, kind, via, said } = note
  const [first] = attribution.content
  const label = `${note.who.join(' and ')}: ${note.words}`.replace(/\s+/g, ' ')
  const where = links.report(doc.name, cite(doc, first))
  const live = liveLink(doc, first)
  const more = [
    kind,
    attribution.form,
    ...(via.length > 0 ? [WORDS.report.via(via.join(', '))] : []),
    ...(said && /^\d{4}-\d{2}-\d{2}/.test(said) ? [WORDS.report.saidOn(dayWords(said))] : []),
    WORDS.report.confidence(attribution.confidence),
  ]
  return html`<li id="said-${attribution.id}" data-item>${renderWho(note, links)} · <a href="${where}" data-open class="to-words" title="${WORDS.report.toWords}"><span class="act">${attribution.act}</span></a>
<span class="meta">${more.join(', ')}${renderClaims(claims, links)} · <a href="${saidAddress(links, doc, attribution) ?? `#${anchorOf(first)}`}">${WORDS.report.permalink}<span class="visually-hidden">: ${label.slice(0, 60)}</span></a>${live !== undefined && html` · ${link(live, WORDS.report.live, 'noreferrer nofollow')}`}</span>${draw.actionsFor?.('attribution', attribution.id, label)}</li>
`
}

function renderWho({ who, people }: SaidNote, { person }: Links): Html {
  const idOf = new Map(people.map(({ id, name }) => [name, id]))
  const names = who.map((name, at) => {
    const id = idOf.get(name)
    const href = id === undefined ? undefined : person?.(id)
    return html`${at > 0 ? (at === who.length - 1 ? ' and ' : ', ') : ''}${link(href, html`<bdi>${name}</bdi>`)}`
  })
  return html`<b>${names}</b>`
}

function renderClaims(claims: SaidNote['claims'], links: Links): Html {
  const items = claims.map(
    ({ claim, wording, contrary }) =>
      html`; ${contrary ? WORDS.report.against : WORDS.report.bearsOn} <span dir="auto">${link(links.claim?.(claim), shorten(wording))}</span>`,
  )
  return html`${items}`
}

const LONGEST = 70 // characters of a claim; its page has the whole

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')} …`.toWellFormed()
}
