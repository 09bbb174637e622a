// What was removed for good, by its noun and id: the row says which decision did so and what stands in the thing's place.
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import type { Digest, Id } from '../model/id.ts'
import { asId } from '../model/id.ts'
import { pageOf } from '../model/page-address.ts'
import type { Removal, ToldRemoval } from '../model/removal.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** `payload`: bytes; `name`, `address`: by their digests; `version`: the record of an edition. */
export type RemovedNoun = 'payload' | 'capture' | 'decision' | 'version' | 'report' | 'doc' | 'name' | 'address'

/** A thing that was removed. */
export interface RemovedThing {
  readonly number: number // of the decision in the log; of several the last
  readonly becomes?: string // the digest of what stands there now; of a report and of a former name, what it is called
}

/** What was removed under this noun and id, or undefined. One cheap query. */
export function findRemoved({ plain }: Quick, noun: RemovedNoun, id: string): RemovedThing | undefined {
  const sql = 'select number, becomes from truth.removal where noun = ? and id = ? order by number desc limit 1'
  const [row] = plain.rows(sql, noun, id)
  return row && { number: Number(row.number), ...(row.becomes !== null && { becomes: String(row.becomes) }) }
}

/** True where what now has this digest stands in the place of a record that was removed. */
export function standsFor(
  store: Quick,
  { noun, id, digest }: { noun: RemovedNoun; id: string; digest: Digest },
): boolean {
  return findRemoved(store, noun, id)?.becomes === digest
}

/** The removal of a report by a name that it answers to or had before. */
export function findRemovedReport(store: Quick, name: string): (RemovedThing & { readonly name: string }) | undefined {
  const [row] = store.plain.rows('select report, name from truth.report where name = ?', name)
  if (row) {
    const found = findRemoved(store, 'report', String(row.report))
    return found && { ...found, name }
  }
  const found = findRemoved(store, 'name', digestOf(name))
  return found && { ...found, name: found.becomes ?? name }
}

/** The removal of the page of an address, or undefined. */
export function findRemovedAddress(store: Quick, url: string): RemovedThing | undefined {
  return findRemoved(store, 'address', digestOfAddress(url))
}

/** The digest that stands for an address. */
export function digestOfAddress(url: string): Digest {
  return digestOf(pageOf(url) ?? url)
}

/** A removal's decision. */
export interface LoggedRemoval {
  readonly number: number
  readonly decision: Id<'decision'>
  readonly removal: Removal
  readonly told: ToldRemoval
}

/** The removal that stands in the log under this number; undefined where none does, or where its record was changed. */
export function findRemoval({ plain }: Quick, number: number): LoggedRemoval | undefined {
  const [row] = plain.rows('select number, id, record from truth.decision where number = ?', number)
  return row && asRemoval(row)
}

/** Where the last removal stands in the log; 0: there is none. One cheap query. */
export function lastRemoval({ plain }: Quick): number {
  return Number(plain.rows('select max(number) as number from truth.removal')[0]?.number ?? 0)
}

/** Every removal, in log order. */
export function listRemovals({ plain }: Quick): LoggedRemoval[] {
  const numbers = 'select distinct number from truth.removal'
  const rows = plain.rows(`select number, id, record from truth.decision where number in (${numbers}) order by number`)
  return rows.flatMap((row) => asRemoval(row) ?? [])
}

/** The keys of the reports that were removed since the ledger was last made, and of which something made is still there. */
export function listUndropped({ plain }: Quick): string[] {
  const left = ['doc', 'fault'].map((table) => `exists (select 1 from derived.${table} t where t.report = r.id)`)
  return plain
    .rows(
      `select distinct r.id from truth.removal r where r.noun = 'report'
        and r.number > (select coalesce(max(linked_to), 0) from derived.walk) and (${left.join(' or ')})`,
    )
    .map(({ id }) => String(id))
}

function asRemoval({ number, id, record }: Record<string, unknown>): LoggedRemoval | undefined {
  const text = String(record)
  if (digestOf(text) !== id) return undefined
  const { by, at, why, ruling } = JSON.parse(text) as Omit<Decision, 'id'>
  if (ruling.kind !== 'withdraw') return undefined
  const told = { number: Number(number), at, by, why, cause: ruling.removal.cause }
  return { number: Number(number), decision: asId<'decision'>(String(id)), removal: ruling.removal, told }
}
