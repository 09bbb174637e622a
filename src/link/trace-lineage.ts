// How words came into a doc, strongest evidence first: an outlet named in the text, a byline or dateline, an
// aggregator's source field, text shared with an older doc; else unknown. Per passage, never per doc: an outlet may copy
// an agency in paragraph two and have its own source in paragraph nine.
import { cite } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Lineage } from '../model/origin.ts'
import { contains, type NonEmpty, overlaps, type Span } from '../model/span.ts'
import { foldBody } from './fold-name.ts'
import type { OutletNames } from './name-outlets.ts'
import type { NamedOutlet } from './resolve-teller.ts'

export interface Trace {
  readonly lineage: NonEmpty<Lineage>
  readonly heardBy?: string // the outlet that the words go back to; absent: not known
}

/** Traces the words at a span of a doc; `named` is the outlet that the text names for them. */
export type Tracer = (words: Span, named?: NamedOutlet) => Trace

/** Of another doc, what its text goes back to. */
export interface Other {
  readonly doc: ReadDoc['doc']
  readonly reading: Pick<ReadDoc['reading'], 'wire'>
}

/** Another doc that shares passages with a doc, and whether it was printed before. */
export interface Shared {
  readonly other: Other
  readonly isEarlier: boolean
  readonly isVersion?: true // of the same page: no version is copied from another
  readonly passages: readonly (readonly [theirs: Span, own: Span])[]
}

const COVERED = 0.7 // share of the words that must lie in shared passages

/** A tracer over one doc and the docs that share passages with it, in the order of printing. */
export function makeTracer(
  read: ReadDoc,
  shared: readonly Shared[],
  { outlets, agencies }: { outlets: OutletNames; agencies: ReadonlySet<string> },
): Tracer {
  const rank = rankOf(read, agencies)
  const versions = shared.filter(({ isEarlier, isVersion }) => isVersion && isEarlier)
  const sources = shared
    .filter(({ isVersion }) => !isVersion)
    .map((one) => ({ ...one, rank: rankOf(one.other, agencies) }))
    .filter((one) => one.rank < rank || (one.isEarlier && one.rank === rank))

  const findOriginal = (words: Span): { from: Other; passages: Shared['passages'] } | undefined => {
    // what the page had before goes back to what was printed before that: nobody who copied it meanwhile is its source
    const known = versions.find(({ passages }) => findPassages(passages, words))
    let best: { from: Other; passages: Shared['passages']; rank: string } | undefined
    for (const { other, passages: all, rank: theirs } of sources) {
      if (best && theirs >= best.rank) continue
      if (known && theirs >= rankOf(known.other, agencies)) continue
      const passages = findPassages(all, words)
      if (passages) best = { from: other, passages, rank: theirs }
    }
    return best
  }

  return (words, named) => {
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
      if (field.name !== 'source') continue
      const from = outlets.nameOf(field.value)
      if (foldBody(from) === foldBody(outlets.nameOf(doc.outlet ?? ''))) continue
      found.push({ kind: 'aggregator source', from, field })
      heard.push(from)
    }
    const original = findOriginal(words)
    if (original) {
      const source = original.from
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

// The passages that hold most of the words; undefined where they do not.
function findPassages(all: Shared['passages'], words: Span): Shared['passages'] | undefined {
  const passages = all.filter(([, own]) => overlaps(own, words))
  const covered = passages.reduce((sum, [, own]) => sum + lengthShared(own, words), 0)
  return covered >= COVERED * (words.end - words.start) ? passages : undefined
}

// An agency's own doc comes before its reprints whatever the clocks say; then by time of printing, the undated last.
function rankOf({ doc }: Other, agencies: ReadonlySet<string>): string {
  const isAgency = doc.outlet !== undefined && agencies.has(foldBody(doc.outlet))
  return `${isAgency ? 0 : 1} ${doc.published ?? UNDATED}`
}

const UNDATED = '9999'

function lengthShared(a: Span, b: Span): number {
  if (contains(a, b)) return b.end - b.start
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
