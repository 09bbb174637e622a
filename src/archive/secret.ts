// A secret that a desk keeps for itself, made once.
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** The secret of that name; the one given where there was none yet. Of two processes that ask at once both get the same. */
export async function keepSecret(state: Kysely<Tables>, name: string, made: string): Promise<string> {
  return state.transaction().execute(async (trx) => {
    const known = trx.selectFrom('state.secret').select('value').where('name', '=', name)
    const row = await known.executeTakeFirst()
    if (row) return row.value
    await trx.insertInto('state.secret').values({ name, value: made }).execute()
    return made
  })
}
