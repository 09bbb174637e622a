// Vectors of texts, by the digest of the text: what two reports say in the same words is made a vector of once.
import type { Digest, Maker } from '../model/id.ts'
import { keyOfText, type Vector, type VectorOf } from '../model/vector.ts'
import type { Store } from './store.ts'

/** Vectors by the digest of their text. */
export type Vectors = ReadonlyMap<Digest, Vector>

const CHUNK = 500 // digests a question

/** Those of the digests of which this maker has made a vector, with it. */
export async function findVectors(
  store: Store,
  digests: Iterable<Digest>,
  madeBy: Maker,
): Promise<Map<Digest, Vector>> {
  const { reader } = await store.kysely()
  const asked = [...new Set(digests)]
  const found = new Map<Digest, Vector>()
  for (let at = 0; at < asked.length; at += CHUNK) {
    const rows = await reader
      .selectFrom('derived.vector')
      .select(['digest', 'bytes'])
      .where('made_by', '=', madeBy)
      .where('digest', 'in', asked.slice(at, at + CHUNK))
      .execute()
    for (const { digest, bytes } of rows) found.set(digest, asVector(bytes))
  }
  return found
}

/** A lookup of the vectors of this maker one at a time: a page of the local file. */
export function openVectors({ plain }: Pick<Store, 'plain'>, madeBy: Maker): VectorOf {
  const query = plain.prepare('select bytes from derived.vector where made_by = ? and digest = ?')
  const known = new Map<Digest, Vector | undefined>()
  return (text) => {
    const digest = keyOfText(text)
    if (known.has(digest)) return known.get(digest)
    const [row] = query.all([madeBy, digest])
    const vector = row ? asVector(row.bytes as Uint8Array) : undefined
    known.set(digest, vector)
    const [oldest] = known.keys()
    if (known.size > KNOWN_MOST && oldest !== undefined) known.delete(oldest)
    return vector
  }
}

const KNOWN_MOST = 20_000 // some 10 MB

function asVector(bytes: Uint8Array): Vector {
  return Int8Array.from(bytes, (byte) => (byte << 24) >> 24)
}

/** Keeps vectors; one that is there stays. */
export async function keepVectors(store: Store, vectors: Vectors, madeBy: Maker): Promise<void> {
  if (vectors.size === 0) return
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    for (const [digest, { buffer, byteOffset, byteLength }] of vectors) {
      await trx
        .insertInto('derived.vector')
        .values({ digest, made_by: madeBy, bytes: new Uint8Array(buffer, byteOffset, byteLength) })
        .onConflict((on) => on.doNothing())
        .execute()
    }
  })
}

/** Drops the vectors that another maker made. */
export async function dropOtherVectors(store: Store, madeBy: Maker): Promise<void> {
  const { derived } = await store.kysely()
  await derived
    .deleteFrom('derived.vector')
    .where(({ or, eb }) => or([eb('made_by', '<', madeBy), eb('made_by', '>', madeBy)])) // by the key, unlike "!="
    .execute()
}
