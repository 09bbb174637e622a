// How words came into a doc, strongest evidence first: an outlet named in the text, a byline or dateline, an
// aggregator's source field, text shared with an older doc; else unknown. Per passage, never per doc: an outlet may copy
// an agency in paragraph two and have its own source in paragraph nine.
import { cite } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Lineage } from '../model/origin.ts'
import { contains, type NonEmpty, overlaps, type Span } from '../model/span.ts'
import type { Copy } from './fold-copies.ts'
import { foldBody } from './fold-name.ts'
import type { OutletNames } from './name-outlets.ts'
import type { NamedOutlet } from './resolve-teller.ts'

export interface Trace {
  readonly lineage: NonEmpty<Lineage>
  readonly heardBy?: string // the outlet that the words go back to; absent: not known
}

/** Traces the words at a span of the doc at a place in the log; `named` is the outlet that the text names for them. */
export type Tracer = (at: number, words: Span, named?: NamedOutlet) => Trace

const COVERED = 0.7 // share of the words that must lie in shared passages

/** A tracer over docs and their shared passages. */
export function makeTracer(reads: readonly ReadDoc[], copies: readonly Copy[], outlets: OutletNames): Tracer {
  const agencies = new Set(
    reads.flatMap(({ reading }) => (reading.wire ? [foldBody(outlets.nameOf(reading.wire.name))] : [])),
  )
  const copiesOf = new Map<number, Copy[]>()
  for (const copy of copies) {
    for (const at of [copy.earlier, copy.later]) copiesOf.set(at, [...(copiesOf.get(at) ?? []), copy])
  }
  const ranks = reads.map((read) => rankOf(read, agencies))
  const isBefore = (a: number, b: number): boolean => (ranks[a] ?? '') < (ranks[b] ?? '')

  const findOriginal = (at: number, words: Span): { from: number; passages: Copy['passages'] } | undefined => {
    let best: { from: number; passages: Copy['passages'] } | undefined
    for (const copy of copiesOf.get(at) ?? []) {
      const isLater = copy.later === at
      const from = isLater ? copy.earlier : copy.later
      if (!isBefore(from, at) && !(isLater && !isBefore(at, from))) continue
      if (best && !isBefore(from, best.from)) continue
      const passages = copy.passages.filter(([earlier, later]) => overlaps(isLater ? later : earlier, words))
      const covered = passages.reduce((sum, [a, b]) => sum + shared(isLater ? b : a, words), 0)
      if (covered < COVERED * (words.end - words.start)) continue
      best = { from, passages: isLater ? passages : passages.map(([a, b]) => [b, a] as const) }
    }
    return best
  }

  return (at, words, named) => {
    const read = reads[at]
    if (!read) return { lineage: [{ kind: 'unknown' }] }
    const { doc, reading } = read
    const found: Lineage[] = []
    const heard: (string | undefined)[] = []
    if (named) {
      found.push({ kind: 'named in text', from: named.name, evidence: cite(doc, named.words) })
      heard.push(named.name)
    }
    if (reading.wire) {
      const from = outlets.nameOf(reading.wire.name)
      found.push({ kind: 'byline or dateline', from, evidence: cite(doc, reading.wire.span) })
      heard.push(from)
    }
    for (const field of doc.fields) {
      if (field.name !== 'source' || foldBody(field.value) === foldBody(doc.outlet ?? '')) continue
      found.push({ kind: 'aggregator source', from: field.value, field })
      heard.push(field.value)
    }
    const original = findOriginal(at, words)
    const source = original && reads[original.from]
    if (original && source) {
      const [first, ...others] = original.passages.map(
        ([theirs, ours]) => [cite(source.doc, theirs), cite(doc, ours)] as const,
      )
      if (first) found.push({ kind: 'near-identical text', from: source.doc.id, shared: [first, ...others] })
      const { wire } = source.reading
      heard.push(wire ? outlets.nameOf(wire.name) : source.doc.outlet)
    }
    const heardBy = heard.find((name) => name !== undefined) ?? (original ? undefined : doc.outlet)
    const [strongest, ...weaker] = found
    const lineage: NonEmpty<Lineage> = strongest ? [strongest, ...weaker] : [{ kind: 'unknown' }]
    return { lineage, ...(heardBy && { heardBy }) }
  }
}

// An agency's own doc comes before its reprints whatever the clocks say; then by time of printing, the undated last.
function rankOf({ doc }: ReadDoc, agencies: ReadonlySet<string>): string {
  const isAgency = doc.outlet !== undefined && agencies.has(foldBody(doc.outlet))
  return `${isAgency ? 0 : 1} ${doc.published ?? UNDATED}`
}

const UNDATED = '9999'

function shared(a: Span, b: Span): number {
  if (contains(a, b)) return b.end - b.start
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
