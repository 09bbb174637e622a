// Addresses taken out of the diary for good: those of pages that were removed.
import type { Kysely } from 'kysely'
import { inChunks } from './in-chunks.ts'
import { digestOfAddress } from './removals.ts'
import type { Tables } from './tables.ts'

/** Forgets every address that one of the digests stands for, with what was told of it. Gives back how many there were. */
export async function forgetAddresses(state: Kysely<Tables>, digests: ReadonlySet<string>): Promise<number> {
  return state.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom('state.address').select(['url', 'moved_to']).execute()
    const isGone = (url: string | null): boolean => url !== null && digests.has(digestOfAddress(url))
    const gone = rows.filter(({ url, moved_to }) => isGone(url) || isGone(moved_to)).map(({ url }) => url)
    const finds = await trx.selectFrom('state.find').select('url').distinct().execute()
    const found = finds.map(({ url }) => url).filter(isGone)
    for (const some of inChunks(gone, CHUNK)) await trx.deleteFrom('state.address').where('url', 'in', some).execute()
    for (const some of inChunks([...gone, ...found], CHUNK)) {
      await trx.deleteFrom('state.find').where('url', 'in', some).execute()
    }
    return gone.length
  })
}

const CHUNK = 100 // values a statement
