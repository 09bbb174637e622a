// The other reports that print the text of one report, nearest first, as its page names them.
import type { Id } from '../model/id.ts'
import type { NearCopy } from '../model/origin.ts'
import type { CopyOf } from '../publish/render-report.ts'
import type { Holdings } from './holdings.ts'

/** Every report that this one is a near-copy of, and every near-copy of it. */
export function findCopies({ linked, findDoc }: Pick<Holdings, 'linked' | 'findDoc'>, id: Id<'doc'>): CopyOf[] {
  const found = linked.copyGroups.flatMap(({ copies }) => copies.flatMap((copy) => copyOf(copy, id, findDoc)))
  const nearest = found.toSorted((a, b) => b.share - a.share)
  return [...new Map(nearest.map((copy) => [copy.doc.id, copy] as const).toReversed()).values()].toReversed()
}

function copyOf({ doc, of, share, shared }: NearCopy, id: Id<'doc'>, findDoc: Holdings['findDoc']): CopyOf[] {
  if (doc !== id && of !== id) return []
  const other = findDoc(doc === id ? of : doc)
  const passages = shared.map(([theirs, own]) => (doc === id ? theirs : own))
  const [longest] = passages.toSorted((a, b) => b.quote.length - a.quote.length)
  return other && longest ? [{ doc: other, share, shared: longest }] : []
}
