// The words that a line rests on, for an editor to reword it by: of each report the paragraphs that the evidence lies in, with the
// evidence marked.
import type { Doc } from '../../model/doc.ts'
import type { Line } from '../../model/edition.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Passage } from '../../publish/review/review-form.ts'

const MOST = 1600 // characters of a paragraph; a speech printed whole is not shown whole

/** One passage for each paragraph, in the order of the evidence. Evidence whose report is not at hand has none. */
export function passagesOf({ evidence }: Line, findDoc: (id: Id<'doc'>) => Doc | undefined): Passage[] {
  const placed = evidence.flatMap((piece) => {
    const doc = findDoc(piece.doc)
    return doc ? [{ doc, piece, block: blockOf(doc, piece.span) }] : []
  })
  const groups = Map.groupBy(placed, ({ doc, block }) => `${doc.id} ${block.start}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first
      ? [
          passageOf(
            first.doc,
            first.block,
            group.map(({ piece }) => piece),
          ),
        ]
      : []
  })
}

function blockOf({ text, blocks }: Doc, span: Span): Span {
  const touched = blocks.filter((block) => overlaps(block.span, span)).map((block) => block.span)
  const start = Math.min(span.start, ...touched.map((one) => one.start))
  const end = Math.max(span.end, ...touched.map((one) => one.end))
  if (end - start <= MOST) return { start, end }
  const from = span.end - start <= MOST ? start : span.start
  return { start: from, end: safeEnd(text, Math.max(Math.min(end, from + MOST), span.start + 1)) }
}

function passageOf(doc: Doc, { start, end }: Span, evidence: readonly Evidence[]): Passage {
  const marks = evidence
    .filter(({ span }) => span.start < end && start < span.end)
    .map(({ span }) => ({
      kind: 'evidence' as const,
      span: { start: Math.max(span.start - start, 0), end: Math.min(span.end, end) - start },
    }))
  return {
    text: doc.text.slice(start, end),
    marks: widest(marks),
    report: {
      title: doc.title ?? doc.name,
      ...(doc.outlet && { outlet: doc.outlet }),
      ...(doc.published && { published: doc.published }),
      href: serverLinks.report(doc.name, evidence[0]),
    },
  }
}

// What lies within another is marked with it.
function widest(marks: Passage['marks']): Passage['marks'] {
  return marks.filter(
    ({ span }, at) =>
      !marks.some(
        (other, i) =>
          i !== at &&
          other.span.start <= span.start &&
          span.end <= other.span.end &&
          (i < at || other.span.end - other.span.start > span.end - span.start),
      ),
  )
}

function safeEnd(text: string, end: number): number {
  return text.slice(0, end).isWellFormed() ? end : end - 1
}
