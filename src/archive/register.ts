// The register of filed reports in derived.db. What is there is made again with all that is derived.
import type { Kysely, Selectable } from 'kysely'
import { type Filed, type FiledPlace, type Move, type Register, UNDATED } from '../model/filed.ts'
import { inChunks } from './in-chunks.ts'
import type { Tables } from './tables.ts'

const CHUNK = 50 // rows a statement

/** The register, read and written through `db`: hand in a transaction, so that one filing is kept whole or not at all. */
export function openRegister(db: Kysely<Tables>): Register {
  const list = async (place: FiledPlace, side: '<' | '>=' | '>', most: number, since = ''): Promise<Filed[]> => {
    const direction = side === '<' ? 'desc' : 'asc'
    const rows = await db
      .selectFrom('derived.filed')
      .selectAll()
      .where('published', '>=', since)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('published', 'name', 'id'), side, tuple(place.published ?? UNDATED, place.name, place.id)),
      )
      .orderBy('published', direction)
      .orderBy('name', direction)
      .orderBy('id', direction)
      .limit(most)
      .execute()
    return (side === '<' ? rows.reverse() : rows).map(asFiled)
  }
  return {
    listBefore: (place, most, since) => list(place, '<', most, since),
    listFrom: (place, most) => list(place, '>=', most),
    listAfter: (place, most) => list(place, '>', most),
    async find(ids) {
      const found: Filed[] = []
      for (const part of inChunks([...new Set(ids)], CHUNK)) {
        const rows = await db.selectFrom('derived.filed').selectAll().where('id', 'in', part).execute()
        found.push(...rows.map(asFiled))
      }
      return found
    },
    async keep(filed) {
      for (const part of inChunks(filed, CHUNK)) await put(db, part.map(asRow))
    },
    async move(moves: readonly Move[]) {
      for (const { report, story } of moves) {
        await db.updateTable('derived.filed').set({ story }).where('id', '=', report).execute()
      }
    },
    async drop(ids) {
      for (const part of inChunks(ids, CHUNK)) await db.deleteFrom('derived.filed').where('id', 'in', part).execute()
    },
  }
}

// What is put in again under its id takes the place of what was there.
async function put(db: Kysely<Tables>, rows: readonly Tables['derived.filed'][]): Promise<void> {
  const insert = db.insertInto('derived.filed').values(rows)
  const over = insert.onConflict((on) =>
    on.column('id').doUpdateSet(({ ref }) => ({
      published: ref('excluded.published'),
      name: ref('excluded.name'),
      story: ref('excluded.story'),
      joined: ref('excluded.joined'),
      moves: ref('excluded.moves'),
      stems: ref('excluded.stems'),
      counts: ref('excluded.counts'),
      weights: ref('excluded.weights'),
      vector: ref('excluded.vector'),
    })),
  )
  await over.execute()
}

function asRow({ published, moves, stems, counts, weights, vector, ...same }: Filed): Tables['derived.filed'] {
  return {
    ...same,
    published: published ?? UNDATED,
    moves: JSON.stringify(moves),
    stems: bytesOf(stems),
    counts: bytesOf(counts),
    weights: bytesOf(weights),
    vector: vector ? bytesOf(vector) : null,
  }
}

function asFiled({
  published,
  moves,
  stems,
  counts,
  weights,
  vector,
  ...same
}: Selectable<Tables['derived.filed']>): Filed {
  return {
    ...same,
    ...(published !== UNDATED && { published }),
    moves: JSON.parse(moves) as Move[],
    stems: new Uint32Array(stems.slice().buffer),
    counts: new Uint16Array(counts.slice().buffer),
    weights: new Float32Array(weights.slice().buffer),
    ...(vector && { vector: new Int8Array(vector.slice().buffer) }),
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
