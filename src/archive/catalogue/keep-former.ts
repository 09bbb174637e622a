// The ids that things had before, kept with the things themselves: an address once shown leads on at once.
import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { readFormer } from './catalogue-schema.ts'
import { run } from './touched.ts'

/** Puts the former ids of these things, as they are now linked, in the place of those known before. */
export async function keepFormer(trx: Transaction<Tables>, noun: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = JSON.stringify(ids)
  const each = '(select value from json_each(?))'
  await run(trx, `delete from derived.former where noun = ? and now in ${each}`, noun, list)
  await run(trx, readFormer('derived', `l.noun = ? and l.id in ${each}`), noun, list)
}
