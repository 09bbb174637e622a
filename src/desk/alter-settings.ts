// The settings of a desk read, changed and written again, by one at a time: of two who change at once each change is kept, and each is
// noted with who did it.
import { addAudited } from '../archive/audit.ts'
import { type Doer, entry } from './accounts/keep-accounts.ts'
import type { Desk } from './desk.ts'
import { readSettings, writeSettings } from './keep-settings.ts'
import type { Settings } from './settings.ts'

type Known = Readonly<Partial<Settings>>

/**
 * What `alter` makes of the settings that the file has stands in it when this returns, with a line in the log of what happened; what it
 * refuses leaves both as they are and is given back. The file of a desk is locked by its state.db, for other processes too and until a
 * killed one is gone; of a desk in a database only within a process. Throws SETTINGS_BROKEN, STORE_FAILED, and what `alter` throws.
 */
export async function alterSettings<Refusal = never>(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  { detail, doer }: { readonly detail: string; readonly doer: Doer },
  alter: (known: Known) => Promise<{ readonly settings: Known } | { readonly refused: Refusal }>,
): Promise<Refusal | undefined> {
  const state = await desk.store.state()
  const taken: { refused?: Refusal } = {}
  const change = state.transaction().execute(async (trx) => {
    await addAudited(trx, { ...entry(desk, 'settings changed', doer), detail }) // first: a writer holds the lock
    const altered = await alter(await readSettings(desk.dir))
    if ('refused' in altered) {
      taken.refused = altered.refused
      throw ROLLED_BACK
    }
    await writeSettings(desk.dir, altered.settings)
  })
  await change.catch((error: unknown) => {
    if (error !== ROLLED_BACK) throw error
  })
  return taken.refused
}

const ROLLED_BACK = Symbol('nothing was changed')
