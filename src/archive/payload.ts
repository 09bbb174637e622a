// Bytes as received, under their SHA-256. Only these two functions know where they lie.
import type { Transaction } from 'kysely'
import { digestOf } from '../model/digest.ts'
import type { Digest } from '../model/id.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Keeps the bytes once, whoever hands them in again, and gives back their digest. */
export async function keepPayload(trx: Transaction<Tables>, bytes: Uint8Array): Promise<Digest> {
  const digest = digestOf(bytes)
  await trx
    .insertInto('truth.payload')
    .values({ digest, bytes })
    .onConflict((on) => on.doNothing())
    .execute()
  return digest
}

/** The bytes of this digest, or undefined where the desk holds none. */
export async function findPayload(store: Store, digest: Digest): Promise<Uint8Array | undefined> {
  const { reader } = await store.kysely()
  const row = reader.selectFrom('truth.payload').select('bytes').where('digest', '=', digest)
  return (await row.executeTakeFirst())?.bytes
}

/** Digests of the payloads kept, in order, after the given one, at most `limit`. */
export async function listPayloads(store: Store, after: Digest, limit: number): Promise<Digest[]> {
  const { reader } = await store.kysely()
  const rows = reader.selectFrom('truth.payload').select('digest').where('digest', '>', after).orderBy('digest')
  return (await rows.limit(limit).execute()).map(({ digest }) => digest)
}
