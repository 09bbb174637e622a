// A report as the pass left it: who is in it, and which of its quotations stood elsewhere before.
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import { readDocRow, readQuotes } from './doc-rows.ts'
import type { Tellings } from './make-tellings.ts'
import type { Memory } from './memory.ts'
import { forgetGroup, type NamedChain, noteBearers } from './name-chains.ts'

export interface FinishedDoc {
  readonly read: ReadDoc
  readonly at: string // its place in the order of printing
  readonly chains: readonly NamedChain[]
  readonly quotes: readonly QuoteMatch[]
}

/** Whom a doc names. */
export interface Named {
  readonly id: Id<'doc'>
  readonly entities: ReadonlySet<Id<'entity'>>
}

/** The doc of a number, whole. */
export function finishDoc(number: number, memory: Memory, tellings: Tellings): FinishedDoc {
  const { chains, telling } = tellings.of(number)
  return { read: telling.read, at: readDocRow(memory, number).at, chains, quotes: readQuotes(memory, number) }
}

/** Remembers whom docs name, nobody for those that are gone. Gives the entities that no doc names any more. */
export function noteAllBearers(memory: Memory, docs: readonly Named[], gone: readonly Id<'doc'>[]): Id<'entity'>[] {
  const lost = new Set(gone.flatMap((id) => noteBearers(memory, id, new Set())))
  for (const { id, entities } of docs) for (const entity of noteBearers(memory, id, entities)) lost.add(entity)
  for (const { entities } of docs) for (const entity of entities) lost.delete(entity)
  for (const entity of lost) forgetGroup(memory, entity) // but not what one doc lost and another has come to name
  return [...lost]
}
