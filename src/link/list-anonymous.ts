// The unnamed sources of one doc, by chain: how they are described, which outlet heard them, and which side they are on.
import type { AnonymousSource, Source } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'
import { headOfDescription } from './describe-anonymous.ts'
import { resolveTeller } from './resolve-teller.ts'
import type { Tracer } from './trace-lineage.ts'

export interface Unnamed {
  readonly source: AnonymousSource // as first described
  readonly heardBy?: string // the outlet that heard it, as traced
  readonly side?: string
}

/** The unnamed sources of the doc at a place in the log, by the id of their chain. */
export function listAnonymous(read: ReadDoc, at: number, trace: Tracer): Map<Id<'chain'>, Unnamed> {
  const listed = new Map<Id<'chain'>, Unnamed>()
  for (const attribution of read.reading.attributions) {
    const telling = resolveTeller(read, attribution)
    for (const source of [
      attribution.source,
      ...attribution.via,
      ...(attribution.restsOn ? [attribution.restsOn] : []),
    ]) {
      if (!isUnnamed(source) || listed.has(source.who[0])) continue
      const { heardBy } = trace(at, source.words[0], telling.toldTo)
      const side = findSide(read, source, listed)
      listed.set(source.who[0], { source, ...(heardBy && { heardBy }), ...(side && { side }) })
    }
  }
  return listed
}

function isUnnamed(source: Source): source is AnonymousSource {
  return source.kind === 'anonymous'
}

// "one of the sources" is on the side of those sources. "A third source" goes on with a series: the side is that of
// the nearest source before it with the same head noun ("a second Karskan source").
function findSide(
  { doc }: ReadDoc,
  source: AnonymousSource,
  listed: ReadonlyMap<Id<'chain'>, Unnamed>,
): string | undefined {
  if (source.side) return source.side
  const group = source.among && listed.get(source.among)
  if (group?.side) return group.side
  const words = wordsOf(doc.text, source.words)
  if (!/^(?:an?|the)?\s*(?:second|third|fourth|fifth|sixth|other|another|same)\b|^one of the\b/i.test(words))
    return undefined
  const { head } = headOfDescription(words)
  const before = [...listed.values()].filter(
    (other) =>
      other.source.words[0].start < source.words[0].start &&
      headOfDescription(wordsOf(doc.text, other.source.words)).head === head,
  )
  return before.sort((a, b) => b.source.words[0].start - a.source.words[0].start)[0]?.side
}
