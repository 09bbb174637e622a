// The groups of near-copies around reports that changed.
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { CopyGroup } from '../model/origin.ts'
import { compareAt, listVersions, readCopies, readDocRow } from './doc-rows.ts'
import { type Copy, isNearCopy } from './fold-copies.ts'
import { groupCopies } from './group-copies.ts'
import type { Memory } from './memory.ts'
import type { Pass, ReadOf } from './pass.ts'

/** Reports that are near-copies of one another, directly or by way of others, and their groups. */
export interface FinishedCopies {
  readonly docs: readonly { readonly id: Id<'doc'>; readonly at: string }[]
  readonly groups: readonly CopyGroup[]
}

/** The copies around each of the docs of these numbers. `seen`: docs whose copies were finished before; these are added to it. */
export function finishCopies(
  { memory }: Pick<Pass, 'memory'>,
  numbers: Iterable<number>,
  { readOf, seen }: { readonly readOf: ReadOf; readonly seen: Set<number> },
): FinishedCopies[] {
  return [...numbers].flatMap((start): FinishedCopies[] => {
    if (seen.has(start)) return []
    const component = new Set([start])
    const copies = new Map<string, Copy>()
    for (const number of component) {
      seen.add(number)
      for (const copy of listNear(memory, number)) {
        copies.set(`${copy.earlier} ${copy.later}`, copy)
        component.add(copy.earlier).add(copy.later)
      }
    }
    const docs = [...component].map((number) => ({ number, ...readDocRow(memory, number) })).sort(compareAt)
    const place = new Map(docs.map(({ number }, at) => [number, at]))
    const placed = [...copies.values()]
      .map((copy) => ({ ...copy, earlier: place.get(copy.earlier) ?? 0, later: place.get(copy.later) ?? 0 }))
      .sort((a, b) => a.earlier - b.earlier || a.later - b.later) // whichever of them the search began with
    const reads: ReadDoc[] = component.size > 1 ? docs.map(({ id }) => readOf(id)) : []
    return [{ docs: docs.map(({ id, at }) => ({ id, at })), groups: groupCopies(reads, placed) }]
  })
}

// Versions of one page are no copies of one another; and what prints one of them is a copy of the first that it prints.
function listNear(memory: Memory, number: number): Copy[] {
  const { page } = readDocRow(memory, number)
  return readCopies(memory, number).filter((copy) => {
    if (!isNearCopy(copy)) return false
    const other = otherThan(number, copy)
    if (page !== undefined && readDocRow(memory, other).page === page) return false
    return isFirstVersion(memory, other, number) && isFirstVersion(memory, number, other)
  })
}

// Of the versions of its page that are near-copies of the other, the first.
function isFirstVersion(memory: Memory, number: number, other: number): boolean {
  const versions = listVersions(memory, readDocRow(memory, number))
  if (versions.length < 2) return true
  const near = new Set(readCopies(memory, other).flatMap((copy) => (isNearCopy(copy) ? otherThan(other, copy) : [])))
  return versions.find((one) => near.has(one)) === number
}

function otherThan(number: number, { earlier, later }: Copy): number {
  return earlier === number ? later : earlier
}
