// A removal made durable: the decision, what it names, and what stands in its place, in one transaction. After a crash all of it was
// done or nothing. Triggers let through only what it names.
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import type { Many, Removal } from '../model/removal.ts'
import { inChunks } from './in-chunks.ts'
import { appendEntry, type Head, headIn } from './log.ts'
import { keepPayload } from './payload.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** The texts whose digests the removal names. */
export interface Replacements {
  readonly captures: ReadonlyMap<Id<'capture'>, string>
  readonly decisions: ReadonlyMap<Id<'decision'>, string>
  readonly versions: readonly Uint8Array[]
}

/** What is removed, on top of which log. `beside`: what the removal does not name one by one, in order. */
export interface WantedRemoval {
  readonly removal: Removal
  readonly replacements: Replacements
  readonly known: Head
  readonly beside?: readonly Beside[]
}

/** A thing that is named beside the decision. */
export type Beside = Pick<Tables['truth.removal'], 'noun' | 'id' | 'becomes'>

/** How many they are, and the digest of their list. */
export function sumUp(beside: readonly Beside[]): Many {
  const list = beside.map(({ noun, id, becomes }) => JSON.stringify([noun, id, becomes])).sort()
  return { count: list.length, digest: digestOf(list.join('\n')) }
}

/**
 * Keeps it; it is on the disk when this returns, and what it names is gone. False, and nothing is kept, where something came into the
 * log since `known`: it may lean on what is to go.
 */
export async function keepRemoval(
  store: Store,
  word: Pick<Decision, 'by' | 'at' | 'why'>,
  { removal, replacements, known, beside = [] }: WantedRemoval,
): Promise<{ readonly id: Id<'decision'>; readonly number: number } | false> {
  const record: Omit<Decision, 'id'> = {
    by: word.by,
    at: word.at,
    ruling: { kind: 'withdraw', removal },
    why: word.why,
  }
  const text = JSON.stringify(record)
  const id = asId<'decision'>(digestOf(text))
  const { truth } = await store.kysely()
  return truth.transaction().execute(async (trx) => {
    const head = await headIn(trx)
    if (head.before !== known.before) return false
    const { number } = await appendEntry(trx, head, { what: id, at: word.at })
    await trx.insertInto('truth.decision').values({ number, id, record: text }).execute()
    const rows = [...rowsOf(removal, number), ...beside.map((one) => ({ ...one, number }))]
    for (const some of inChunks(rows, CHUNK)) {
      await trx.insertInto('truth.removal').values(some).execute()
    }
    for (const { report, name, was } of removal.reports) {
      if (was.length === 0) continue
      await trx.updateTable('truth.report').set({ name, base: name, nth: 1 }).where('report', '=', report).execute()
    }
    for (const noun of ['capture', 'decision'] as const) {
      for (const [which, now] of replacements[`${noun}s`]) {
        await trx.updateTable(`truth.${noun}`).set({ record: now }).where('id', '=', which).execute()
      }
    }
    for (const bytes of replacements.versions) await keepPayload(trx, bytes)
    const gone = rows.flatMap(({ noun, id: digest }) => (noun === 'payload' ? digest : []))
    for (const digests of inChunks(gone, CHUNK)) {
      await trx.deleteFrom('truth.payload').where('digest', 'in', digests).execute()
    }
    return { id, number }
  })
}

const CHUNK = 100 // values a statement

/** The rows of a removal: what "readout check" holds the table against. */
export function rowsOf(removal: Removal, number: number): Tables['truth.removal'][] {
  const row = (noun: string, id: string, becomes: string | null = null) => ({ noun, id, number, becomes })
  return [
    ...removal.reports.map(({ report, name }) => row('report', report, name)),
    ...removal.reports.flatMap(({ name, was }) => was.map((digest) => row('name', digest, name))),
    ...removal.captures.map(({ id, now }) => row('capture', id, now)),
    ...removal.decisions.map(({ id, now }) => row('decision', id, now)),
    ...removal.payloads.map((digest) => row('payload', digest)),
    ...removal.versions.flatMap(({ id, now }) => [row('version', id, now), row('payload', id)]),
    ...removal.docs.map((id) => row('doc', id)),
    ...removal.addresses.map((digest) => row('address', digest)),
  ]
}
