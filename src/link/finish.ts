// What came of the pass, as it is shown: of each report that changed who is in it and which quotations it has, of each
// claim that changed all that hangs on it, and what is gone.
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { CopyGroup } from '../model/origin.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Span } from '../model/span.ts'
import type { Draft } from './claim-index.ts'
import { compareAt, numberOf, readCopies, readDocRow, readFound, readQuotes, readWho } from './doc-rows.ts'
import { type FinishedClaim, finishClaim, type Part } from './finish-claim.ts'
import { type Copy, isNearCopy } from './fold-copies.ts'
import { groupCopies } from './group-copies.ts'
import type { Telling } from './make-appearances.ts'
import { findOutlet } from './match-entities.ts'
import { type NamedChain, nameChains, noteBearers } from './name-chains.ts'
import type { Changed, Pass, ReadOf } from './pass.ts'
import { makeTracer, type Shared } from './trace-lineage.ts'

export interface FinishedDoc {
  readonly read: ReadDoc
  readonly at: string // its place in the order of printing
  readonly chains: readonly NamedChain[]
  readonly quotes: readonly QuoteMatch[]
}

/** Reports that are near-copies of one another, directly or by way of others, and their groups. */
export interface FinishedCopies {
  readonly docs: readonly { readonly id: Id<'doc'>; readonly at: string }[]
  readonly groups: readonly CopyGroup[]
}

export interface Finished {
  readonly docs: readonly FinishedDoc[] // in the order of printing
  readonly around: readonly FinishedDoc[] // not changed: what else the claims rest on, in the order of printing
  readonly claims: readonly FinishedClaim[] // in the order in which they were first put
  readonly copies: readonly FinishedCopies[]
  readonly gone: {
    readonly docs: readonly Id<'doc'>[]
    readonly claims: readonly Id<'claim'>[]
    readonly entities: readonly Id<'entity'>[]
  }
}

/** Finishes what changed. */
export function finish(pass: Pass, changed: Changed, readOf: ReadOf): Finished {
  const { memory } = pass
  const findTold = makeTellings(pass, readOf)
  const goneEntities = new Set<Id<'entity'>>()
  const goneDocs: Id<'doc'>[] = []
  const docs: FinishedDoc[] = []
  const numbers = new Set<number>()
  for (const id of changed.docs) {
    const number = numberOf(memory, id)
    if (number === undefined) {
      goneDocs.push(id)
      for (const entity of noteBearers(memory, id, new Set())) goneEntities.add(entity)
      continue
    }
    numbers.add(number)
  }
  const finishDoc = (number: number): FinishedDoc => {
    const { chains, telling } = findTold(number)
    return { read: telling.read, at: readDocRow(memory, number).at, chains, quotes: readQuotes(memory, number) }
  }
  const inOrder = (some: Iterable<number>): number[] =>
    [...some].sort((a, b) => compareAt(readDocRow(memory, a), readDocRow(memory, b)))
  docs.push(...inOrder(numbers).map(finishDoc))
  for (const { read, chains } of docs) {
    const ids = new Set(chains.map(({ entity }) => entity.id))
    for (const lost of noteBearers(memory, read.doc.id, ids)) goneEntities.add(lost)
  }
  for (const { chains } of docs) for (const { entity } of chains) goneEntities.delete(entity.id)

  const around = new Set<number>()
  const claims: FinishedClaim[] = []
  const goneClaims: Id<'claim'>[] = []
  for (const id of changed.claims) {
    const number = memory.read<number>(`draft of ${id}`)
    const draft = number === undefined ? undefined : memory.read<Draft>(`draft ${number}`)
    const finished = draft && number !== undefined && finishClaim(draft, partsOf(pass, number, findTold))
    if (number !== undefined) for (const doc of memory.list(`docs of ${number}`).toArray()) around.add(doc)
    if (finished) claims.push(finished)
    else goneClaims.push(id)
  }
  for (const number of [...numbers, ...around]) {
    // what a printing cut is told by the printing that it cut
    for (const { earlier } of readQuotes(memory, number)) around.add(numberOf(memory, earlier.doc) ?? number)
  }
  return {
    docs,
    around: inOrder([...around].filter((number) => !numbers.has(number))).map(finishDoc),
    claims: claims.sort(compareAt),
    copies: finishCopies(pass, numbers, readOf),
    gone: { docs: goneDocs, claims: goneClaims, entities: [...goneEntities] },
  }
}

interface Told {
  readonly telling: Telling
  readonly chains: readonly NamedChain[]
}

// What shows who tells what in each doc, made once.
function makeTellings(pass: Pass, readOf: ReadOf): (number: number) => Told {
  const { memory, outlets, agencies } = pass
  const made = new Map<number, Told>()
  const make = (number: number): Told => {
    const { id, at } = readDocRow(memory, number)
    const read = readOf(id)
    const shared = readCopies(memory, number)
      .map((copy) => sharedWith(copy, number, pass, readOf))
      .sort((a, b) => compareAt(a, b))
    const trace = makeTracer(read, shared, { outlets, agencies })
    const chains = nameChains(read, at, readWho(memory, number), { memory, outlets, trace })
    const entityOf = new Map(chains.map(({ chain, entity }) => [chain, entity]))
    const outletOf = (name: string) => findOutlet(memory, name)
    return { telling: { read, entityOf: (chain) => entityOf.get(chain), outletOf, outlets, trace }, chains }
  }
  return (number) => {
    const known = made.get(number) ?? make(number)
    made.set(number, known)
    return known
  }
}

function sharedWith(copy: Copy, number: number, { memory }: Pass, readOf: ReadOf): Shared & { at: string } {
  const isEarlier = copy.later === number
  const { id, at } = readDocRow(memory, isEarlier ? copy.earlier : copy.later)
  const passages = copy.passages.map(([earlier, later]): [Span, Span] =>
    isEarlier ? [earlier, later] : [later, earlier],
  )
  return { other: readOf(id), isEarlier, passages, at }
}

function partsOf({ memory }: Pass, draft: number, findTold: (number: number) => Told): Part[] {
  const numbers = [...new Set(memory.list(`docs of ${draft}`).toArray())]
  return numbers
    .map((number): Part => {
      const { found, late, voiced } = readFound(memory, number)
      const { telling } = findTold(number)
      const own = [...found, ...late].filter((row) => row.draft === draft)
      return {
        telling,
        at: readDocRow(memory, number).at,
        found: own.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
        voiced: voiced.filter((row) => row.draft === draft),
      }
    })
    .filter(({ found, voiced }) => found.length + voiced.length > 0)
    .sort(compareAt)
}

function finishCopies({ memory }: Pass, numbers: ReadonlySet<number>, readOf: ReadOf): FinishedCopies[] {
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
