// Near-copies grouped under the report that was printed first. A spliced report stands in the group of each text that it
// has a part of, so two stories never become one by way of it; nothing is left out or deleted.
import { cite } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { CopyGroup, NearCopy } from '../model/origin.ts'
import { type Copy, isNearCopy } from './fold-copies.ts'

const UNDATED = '9999'

/** The groups of two reports or more, in the order in which their first reports were printed. */
export function groupCopies(reads: readonly ReadDoc[], copies: readonly Copy[]): CopyGroup[] {
  const order = reads.map((_, at) => at).sort((a, b) => compare(reads[a], reads[b]) || a - b)
  const placeIn = new Map(order.map((at, place) => [at, place]))
  const isBefore = (a: number, b: number): boolean => (placeIn.get(a) ?? 0) < (placeIn.get(b) ?? 0)
  const nearOf = new Map<number, Copy[]>() // of the report that was printed later
  for (const copy of copies.filter(isNearCopy)) {
    const later = isBefore(copy.earlier, copy.later) ? copy.later : copy.earlier
    const known = nearOf.get(later)
    if (known) known.push(copy)
    else nearOf.set(later, [copy])
  }
  const headsOf = new Map<number, ReadonlySet<number>>()
  const members = new Map<number, NearCopy[]>()
  for (const at of order) {
    const near = (nearOf.get(at) ?? []).map((copy) => ({ copy, other: otherThan(at, copy) }))
    const heads = near.filter(({ other }) => headsOf.get(other)?.has(other))
    // a cut copy of a copy may share nothing with the head: it goes where what it has most words of went
    const [best] = near.toSorted((a, b) => b.copy.words - a.copy.words)
    const joined = heads.length > 0 ? heads : best ? [best] : []
    const own = new Set<number>()
    for (const { copy, other } of joined) {
      for (const head of heads.length > 0 ? [other] : (headsOf.get(other) ?? [])) {
        own.add(head)
        const made = makeCopy(reads, at, copy)
        if (made) members.set(head, [...(members.get(head) ?? []), made])
      }
    }
    headsOf.set(at, own.size > 0 ? own : new Set([at]))
  }
  return order.flatMap((at): CopyGroup[] => {
    const [first, ...others] = members.get(at) ?? []
    const head = reads[at]
    return first && head ? [{ first: head.doc.id, copies: [first, ...others] }] : []
  })
}

function compare(a: ReadDoc | undefined, b: ReadDoc | undefined): number {
  const [x, y] = [a?.doc.published ?? UNDATED, b?.doc.published ?? UNDATED]
  return x < y ? -1 : x > y ? 1 : 0
}

function otherThan(at: number, { earlier, later }: Copy): number {
  return at === later ? earlier : later
}

function makeCopy(reads: readonly ReadDoc[], at: number, copy: Copy): NearCopy | undefined {
  const [own, other] = [reads[at], reads[otherThan(at, copy)]]
  if (!own || !other) return undefined
  const [first, ...others] = copy.passages.map(([earlier, later]) => {
    const [mine, theirs] = at === copy.later ? [later, earlier] : [earlier, later]
    return [cite(other.doc, theirs), cite(own.doc, mine)] as const
  })
  return first && { doc: own.doc.id, of: other.doc.id, share: round(copy.share), shared: [first, ...others] }
}

function round(share: number): number {
  return Math.round(1000 * share) / 1000
}
