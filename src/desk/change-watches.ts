// A watch put into the settings of a desk, or taken out of them; what was written by hand beside it stays as it is.
import { ReadoutError } from '../model/errors.ts'
import type { Watch } from '../model/watch.ts'
import type { Doer } from './accounts/keep-accounts.ts'
import { alterSettings } from './alter-settings.ts'
import type { Desk } from './desk.ts'
import { settingsPath } from './keep-settings.ts'
import type { Settings } from './settings.ts'
import { parseWatch, type TypedWatch } from './watch-settings.ts'
import { findWatch } from './watches.ts'

type OfDesk = Pick<Desk, 'store' | 'now' | 'dir'>

/** Puts a new one in. Throws SETTINGS_BROKEN, and USAGE for what no watch can be, or where there is one of this id. */
export async function addWatch(desk: OfDesk, typed: TypedWatch, doer: Doer): Promise<Watch> {
  const watch = parseWatch(typed)
  await alterSettings(desk, { detail: 'watches', doer }, async ({ watches = [], ...others }) => {
    if (watches.some(({ id }) => id === watch.id)) {
      const cure = `remove it first ("readout watch remove ${watch.id}"), or change it in ${settingsPath(desk.dir)}`
      throw new ReadoutError('USAGE', `there is a watch "${watch.id}" already; ${cure}`)
    }
    return { settings: { ...others, watches: [...watches, typed as Settings['watches'][number]] } }
  })
  return watch
}

/** Takes one out; what was issued on it stays. Throws SETTINGS_BROKEN, WATCH_UNKNOWN, and USAGE where none is set. */
export async function removeWatch(desk: OfDesk, id: string, doer: Doer): Promise<Watch> {
  const watch = await findWatch(desk, id)
  await alterSettings(desk, { detail: 'watches', doer }, async ({ watches = [], ...others }) => {
    const left = watches.filter((one) => one.id !== id)
    if (left.length === watches.length) {
      const cure = 'it is always there; "readout watch add all" sets how its edition is made'
      throw new ReadoutError('USAGE', `the watch "${id}" is not set, so it cannot be removed; ${cure}`)
    }
    return { settings: left.length > 0 ? { ...others, watches: left } : others }
  })
  return watch
}
