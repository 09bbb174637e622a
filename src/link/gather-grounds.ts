// The reports that claims rest on, with those that are named beside them: whose quotations they cut, and whose text they share.
import type { Id } from '../model/id.ts'
import { compareAt, numberOf, readDocRow, readQuotes } from './doc-rows.ts'
import type { FinishedClaim } from './finish-claim.ts'
import type { FinishedDoc } from './finish-doc.ts'
import type { Memory } from './memory.ts'
import type { ReadOf } from './pass.ts'
import { keepDoc } from './tell-claims.ts'

/** In the order of printing. `docs`: that have the claims. */
export function gatherGrounds(
  claims: readonly FinishedClaim[],
  docs: readonly FinishedDoc[],
  { memory, readOf }: { readonly memory: Memory; readonly readOf: ReadOf },
): FinishedDoc[] {
  const known = new Set(docs.map(({ read }) => read.doc.id))
  const beside = new Set<Id<'doc'>>()
  for (const { quotes } of docs) for (const { earlier } of quotes) beside.add(earlier.doc)
  for (const { appearances } of claims) {
    for (const { lineage } of appearances) {
      for (const one of lineage) if (one.kind === 'near-identical text') beside.add(one.from)
    }
  }
  const others = [...beside].flatMap((id): FinishedDoc[] => {
    const number = known.has(id) ? undefined : numberOf(memory, id)
    if (number === undefined) return []
    return [
      { read: keepDoc(readOf(id)), at: readDocRow(memory, number).at, chains: [], quotes: readQuotes(memory, number) },
    ]
  })
  return [...docs, ...others].sort(compareAt)
}
