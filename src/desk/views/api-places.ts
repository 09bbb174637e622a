// Places in stored texts as other programs get them: each with its report, its permalink and the W3C's selectors.

import { findWalk } from '../../archive/linked.ts'
import { openReadsOf } from '../../archive/open-reads.ts'
import { type Anchor, makeAnchor } from '../../model/anchor.ts'
import type { Doc } from '../../model/doc.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { Span } from '../../model/span.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'

/** A report, as one would cite it. */
export interface ReportRef {
  readonly doc: string
  readonly name: string
  readonly href: string
  readonly outlet?: string
  readonly published?: string
}

/** Words of a report with where they stand. */
export interface PlacedAnchor extends Omit<Anchor, 'selector'> {
  readonly report: ReportRef
  readonly href: string
  readonly selector: [Anchor['selector'][0], Anchor['selector'][1]]
}

export interface Places {
  read(doc: Id<'doc'>): ReadDoc
  report(doc: Id<'doc'>): ReportRef
  anchor(evidence: Pick<Evidence, 'doc' | 'span'>): PlacedAnchor
}

const NO_WALK = { version: 0, makers: { extractor: 'none@0', reader: 'none@0' } } as const

/** Opens the texts of a desk; each is loaded once, and stays at hand. Throws STORE_DAMAGED where one is not there. */
export function openPlaces({ store }: Pick<Desk, 'store'>): Places {
  const read = openReadsOf(store, findWalk(store) ?? NO_WALK)
  return {
    read,
    report: (doc) => reportRef(read(doc).doc),
    anchor: ({ doc, span }) => anchorIn(read(doc).doc, span),
  }
}

/** The report of a doc. */
export function reportRef({ id, name, outlet, published }: Doc): ReportRef {
  return { doc: id, name, href: serverLinks.report(name), ...(outlet && { outlet }), ...(published && { published }) }
}

/** The words at a span of a doc. */
export function anchorIn(doc: Doc, span: Span): PlacedAnchor {
  const evidence = { doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }
  const { source, selector } = makeAnchor(doc.text, span, `${serverLinks.report(doc.name)}/text`)
  const [quote, position] = selector
  return { report: reportRef(doc), source, href: serverLinks.report(doc.name, evidence), selector: [quote, position] }
}
