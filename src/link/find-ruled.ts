// What a ruling was made on, found again by its words. A new version of a reader may draw the edge of a content elsewhere:
// what covers most of the words, and little else, is still the thing looked at. Words that stand there, and of which nothing
// is read any more, find nothing.
import type { Attribution } from '../model/attribution.ts'
import type { LookedAt, Target } from '../model/decision.ts'
import type { Doc } from '../model/doc.ts'
import { type Evidence, placeOf } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Reading } from '../model/reading.ts'
import { reanchor } from '../model/reanchor.ts'
import { overlaps, type Span } from '../model/span.ts'

const SAME_LEAST = 0.5 // of the characters that either of the two stretches covers

/** The attribution of this report that was looked at: the same cue, and said of most of the same words, as the reader left them. */
export function findAttribution({ words: [cue, ...said] }: Target, read: ReadDoc): Attribution | undefined {
  const { doc } = read
  const reading = read.asRead ?? read.reading
  const cueSpan = reanchor(cue, doc)
  const saidSpans = said.flatMap((words) => reanchor(words, doc) ?? [])
  if (!cueSpan || saidSpans.length < said.length) return undefined
  const near = reading.attributions.filter((one) => one.cue.some((span) => overlaps(span, cueSpan)))
  return nearest(near, ({ content }) => overlapOf(content, saidSpans))
}

/** The chain of this report in which the words are a mention. */
export function findChain(words: LookedAt, { doc, reading }: ReadDoc): Chain | undefined {
  const span = reanchor(words, doc)
  return span && findChainAt(span, reading)
}

/** The chain of which most of these words, and little else, are a mention. */
export function findChainAt(span: Span, { chains }: Pick<Reading, 'chains'>): Chain | undefined {
  return nearest(chains, ({ mentions }) => Math.max(...mentions.map((one) => overlapOf([one.span], [span]))))
}

/** Docs by name, and what there is in each to find. */
export interface Places<T> {
  readonly docOf: (name: string) => Doc | undefined
  readonly listIn: (doc: Id<'doc'>) => readonly T[]
  readonly evidenceOf: (thing: T) => Evidence
}

/** The things at the words: all that have the place of the best. */
export function findAt<T>(words: LookedAt, { docOf, listIn, evidenceOf }: Places<T>): T[] {
  const doc = docOf(words.name)
  const span = doc && reanchor(words, doc)
  if (!span) return []
  const things = listIn(doc.id)
  const best = nearest(things, (thing) => overlapOf([evidenceOf(thing).span], [span]))
  if (!best) return []
  return things.filter((thing) => placeOf(evidenceOf(thing)) === placeOf(evidenceOf(best)))
}

/** The attribution that most of these words, and little else, were said in. */
export function findSaid(words: LookedAt, { attributions }: Reading, doc: Doc): Attribution | undefined {
  const span = reanchor(words, doc)
  return span && nearest(attributions, ({ content }) => overlapOf(content, [span]))
}

// The best of those that are good enough; of two alike the first.
function nearest<T>(things: readonly T[], overlapOf: (thing: T) => number): T | undefined {
  let best: T | undefined
  let most = SAME_LEAST
  for (const thing of things) {
    const share = overlapOf(thing)
    if (share < most || (share === most && best)) continue
    best = thing
    most = share
  }
  return best
}

/** Characters that both cover, of those that either does: 0 to 1. */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const both = a.reduce(
    (sum, x) => sum + b.reduce((own, y) => own + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  )
  return both / (length(a) + length(b) - both)
}
