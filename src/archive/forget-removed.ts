// What is left of removed reports beside the truth: their addresses in the diary, and jobs about them.
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

/** Forgets the jobs that are about one of the reports; why the last try failed may name it. */
export async function forgetJobs(state: Kysely<Tables>, reports: readonly string[]): Promise<void> {
  const rows = await state.selectFrom('state.job').select(['id', 'data']).execute()
  const gone = rows.filter(({ data }) => reports.some((report) => data.includes(report))).map(({ id }) => id)
  for (const some of inChunks(gone, CHUNK)) await state.deleteFrom('state.job').where('id', 'in', some).execute()
}

const CHUNK = 100 // values a statement
