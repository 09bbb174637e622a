// The groups of near-copies around reports that changed.
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { CopyGroup } from '../model/origin.ts'
import { compareAt, readCopies, readDocRow } from './doc-rows.ts'
import { type Copy, isNearCopy } from './fold-copies.ts'
import { groupCopies } from './group-copies.ts'
import type { Pass, ReadOf } from './pass.ts'

/** Reports that are near-copies of one another, directly or by way of others, and their groups. */
export interface FinishedCopies {
  readonly docs: readonly { readonly id: Id<'doc'>; readonly at: string }[]
  readonly groups: readonly CopyGroup[]
}

/** The copies around each of the docs of these numbers. */
export function finishCopies({ memory }: Pass, numbers: ReadonlySet<number>, readOf: ReadOf): FinishedCopies[] {
  const seen = new Set<number>()
  return [...numbers].flatMap((start): FinishedCopies[] => {
    if (seen.has(start)) return []
    const component = new Set([start])
    const copies = new Map<string, Copy>()
    for (const number of component) {
      seen.add(number)
      for (const copy of readCopies(memory, number)) {
        if (!isNearCopy(copy)) continue
        copies.set(`${copy.earlier} ${copy.later}`, copy)
        component.add(copy.earlier).add(copy.later)
      }
    }
    const docs = [...component].map((number) => ({ number, ...readDocRow(memory, number) })).sort(compareAt)
    const place = new Map(docs.map(({ number }, at) => [number, at]))
    const placed = [...copies.values()].map((copy) => ({
      ...copy,
      earlier: place.get(copy.earlier) ?? 0,
      later: place.get(copy.later) ?? 0,
    }))
    const reads: ReadDoc[] = component.size > 1 ? docs.map(({ id }) => readOf(id)) : []
    return [{ docs: docs.map(({ id, at }) => ({ id, at })), groups: groupCopies(reads, placed) }]
  })
}
