// One printed sentence as HTML and as Markdown: outlet and date are the link to the words.

import type { Doc } from '../model/doc.ts'
import type { Line, LineRef } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { type Html, html, link } from './html.ts'
import type { Links } from './links.ts'

export type FindDoc = (id: Id<'doc'>) => Doc | undefined

/** The line with its links; evidence that none of its words open follows in small: "also in Harbour Post". */
export function renderLine(line: Line, links: Links, findDoc: FindDoc): Html {
  const parts = cutLine(line).map(({ text, address }) => link(address?.(links, findDoc), text))
  const also = alsoOf(line, findDoc).map(
    ({ words, evidence }, i) => html`${i > 0 ? ', ' : ''}${link(addressOf(evidence, links, findDoc), words)}`,
  )
  return html`${parts}${also.length > 0 && html` <span class="also">Also in ${also}.</span>`}`
}

/** The line in Markdown. Source words are escaped, so that they cannot become markup. */
export function renderLineMarkdown(line: Line, links: Links, findDoc: FindDoc): string {
  const linked = (words: string, address: string | undefined): string =>
    address === undefined ? escapeMarkdown(words) : `[${escapeMarkdown(words)}](${address})`
  const text = cutLine(line).map(({ text, address }) => linked(text, address?.(links, findDoc)))
  const also = alsoOf(line, findDoc).map(({ words, evidence }) => linked(words, addressOf(evidence, links, findDoc)))
  return text.join('') + (also.length > 0 ? ` Also in ${also.join(', ')}.` : '')
}

/** Text that Markdown would read as markup, made plain. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(/\s*\n\s*/g, ' ')
}

interface Part {
  readonly text: string
  readonly address?: (links: Links, findDoc: FindDoc) => string | undefined
}

function cutLine({ text, refs = [], evidence, claims }: Line): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { kind, span, evidence: place } of joinTouching(refs.filter((ref) => ref.kind !== 'copied'))) {
    const found = evidence[place]
    if (!found || span.start < at) continue
    const [claim] = claims
    const address: Part['address'] = (links, findDoc) =>
      kind === 'cited' ? addressOf(found, links, findDoc) : claim && links.claim?.(claim, links.week)
    parts.push({ text: text.slice(at, span.start) }, { text: text.slice(span.start, span.end), address })
    at = span.end
  }
  return [...parts, { text: text.slice(at) }].filter((part) => part.text !== '')
}

// A name of two fragments that open the same words is one link.
function joinTouching(refs: readonly LineRef[]): LineRef[] {
  const joined: LineRef[] = []
  for (const ref of refs.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = joined.at(-1)
    if (last?.span.end === ref.span.start && last.evidence === ref.evidence && last.kind === ref.kind) {
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: ref.span.end } }
    } else joined.push(ref)
  }
  return joined
}

function alsoOf({ refs = [], evidence }: Line, findDoc: FindDoc): { words: string; evidence: Evidence }[] {
  const spoken = new Set(refs.map(({ evidence: at }) => at))
  return evidence.flatMap((piece, at) => {
    const doc = spoken.has(at) ? undefined : findDoc(piece.doc)
    return doc ? [{ words: doc.outlet ?? 'a report by an unknown outlet', evidence: piece }] : []
  })
}

function addressOf(evidence: Evidence, links: Links, findDoc: FindDoc): string | undefined {
  const doc = findDoc(evidence.doc)
  return doc && links.report(doc.name, evidence)
}
