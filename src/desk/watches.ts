// The watches of a desk, from its settings.
import { ReadoutError } from '../model/errors.ts'
import { ALL, type Watch } from '../model/watch.ts'
import type { Desk } from './desk.ts'
import { loadSettings } from './load-settings.ts'
import { watchOf } from './watch-settings.ts'

/** All of them, the one of all that the desk holds first. Throws SETTINGS_BROKEN. */
export async function listWatches({ dir }: Pick<Desk, 'dir'>): Promise<[Watch, ...Watch[]]> {
  const set = (await loadSettings(dir)).watches.map(watchOf)
  return [set.find(isAll) ?? ALL, ...set.filter((watch) => !isAll(watch))]
}

/** The watch of this id; left out, the one of all that the desk holds. Throws WATCH_UNKNOWN, SETTINGS_BROKEN. */
export async function findWatch(desk: Pick<Desk, 'dir'>, id: string = ALL.id): Promise<Watch> {
  const watches = await listWatches(desk)
  const found = watches.find((watch) => watch.id === id)
  if (found) return found
  const there = watches.map((watch) => watch.id).join(', ')
  const cure = `it has ${there}; "readout watch add" sets another`
  throw new ReadoutError('WATCH_UNKNOWN', `"${id}": the desk has no such watch; ${cure}`)
}

/** True for the watch of all that the desk holds, which editions do not name. */
export function isAll({ id }: Pick<Watch, 'id'>): boolean {
  return id === ALL.id
}
