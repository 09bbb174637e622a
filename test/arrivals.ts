// Reports taken in any order and in any portions: what comes of it, as the rows that a desk would hold.
import type { Within } from '../src/archive/keep-linked.ts'
import type { Store } from '../src/archive/store.ts'
import { openVectors } from '../src/archive/vectors.ts'
import { openLinking } from '../src/desk/open-linking.ts'
import { embedder } from '../src/link/embedder.ts'
import { listTexts } from '../src/link/list-texts.ts'
import { MemoryShelf } from '../src/link/memory-shelf.ts'
import { placeInOrder } from '../src/link/place-in-order.ts'
import type { Id } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import type { MadeRow } from '../src/model/shelf.ts'
import { keyOfText, type Vector, type VectorOf } from '../src/model/vector.ts'
import type { Filer } from '../src/track/make-filer.ts'
import { makeMemoryRegister } from '../src/track/memory-register.contract.ts'

/**
 * The rows by their owners, as text. Each third portion is handed in by a process of its own, with which only the shelf is shared; the two
 * after it come to the same process, which still holds what filing needs.
 * `dropped`: of the reports before, those that a portion takes the place of. `isKilled` is asked after each three reports that were taken and kept: then the process ends, and another goes on.
 */
export async function takeInPortions(
  portions: readonly (readonly ReadDoc[])[],
  {
    vectorOf,
    dropped = () => [],
    isKilled = () => false,
  }: { vectorOf?: VectorOf; dropped?: (portion: number) => readonly Id<'doc'>[]; isKilled?: () => boolean } = {},
): Promise<Map<string, string>> {
  const reads = new Map(portions.flat().map((read) => [read.doc.id, read]))
  const shelf = new MemoryShelf()
  const rows = new Map<string, readonly MadeRow[]>()
  const register = makeMemoryRegister()
  const within: Within = {
    register,
    async replace(replacements) {
      for (const { owner, rows: own } of replacements) {
        if (own.length > 0) rows.set(owner, own)
        else rows.delete(owner)
      }
    },
    docsOfStory: async (first) => register.all().flatMap(({ id, story }) => (story === first ? [id as Id<'doc'>] : [])),
    docsOfClaims: async (claims) =>
      [...rows.values()]
        .flat()
        .flatMap(({ noun, id, doc }) =>
          noun === 'claim' && doc && claims.some((one) => one === id) ? [doc as Id<'doc'>] : [],
        ),
    async claimsWordedIn(docs) {
      const claims = [...rows.values()]
        .flat()
        .filter(({ noun, doc }) => noun === 'claim' && docs.some((id) => id === doc))
      return claims.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ id }) => id as Id<'claim'>)
    },
  }
  const readOf = (id: Id<'doc'>): ReadDoc => {
    const read = reads.get(id)
    if (!read) throw new Error(`no report ${id} was handed in`)
    return read
  }
  let filer: Filer | undefined
  for (const [nth, portion] of portions.entries()) {
    if (nth % 3 === 0) filer = undefined
    for (let isDone = false; !isDone; ) {
      const linking = openLinking({ shelf, readOf, rulings: [], ...(vectorOf && { vectorOf }), filer })
      filer = linking.filer
      const left = portion.filter(({ doc }) => !linking.has(doc.id)).map((read) => placeInOrder(read))
      isDone = true
      for (const _ of linking.take(left, dropped(nth), 3)) {
        await linking.write(within)
        isDone = !isKilled()
        if (isDone) continue
        filer = undefined
        break // with whatever was not taken again yet
      }
    }
  }
  return new Map(
    [...rows]
      .map(([owner, own]) => [owner, JSON.stringify(own)])
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)) as [string, string][],
  )
}

/** The vectors that a desk has of what reports say, at hand when it is closed. */
export function copyVectors(store: Pick<Store, 'plain'>, reads: readonly ReadDoc[]): VectorOf {
  const stored = openVectors(store, embedder)
  const known = new Map<string, Vector | undefined>()
  for (const text of reads.flatMap(listTexts)) known.set(keyOfText(text), stored(text))
  return (text) => known.get(keyOfText(text))
}

/** Reports shuffled and cut into portions of one to five; the same for one seed. */
export function shuffleInPortions<T>(reports: readonly T[], random: () => number): T[][] {
  const left = [...reports]
  const portions: T[][] = []
  while (left.length > 0) {
    const portion = Array.from({ length: Math.min(left.length, 1 + Math.floor(random() * 5)) }, () =>
      left.splice(Math.floor(random() * left.length), 1),
    ).flat()
    portions.push(portion)
  }
  return portions
}
