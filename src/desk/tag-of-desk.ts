// A short word for the state of a desk: another one whenever anything that it tells of may have changed.
import { isTouched } from '../archive/catalogue/is-touched.ts'
import { findWalk } from '../archive/linked.ts'
import { headOf } from '../archive/log.ts'
import { digestOfParts } from '../model/digest.ts'
import type { Desk } from './desk.ts'
import { listWatches } from './watches.ts'

/**
 * What changes whenever anything that the desk tells of may have: for tags of answers. Undefined while lines of its lists are
 * still to be written. Three cheap queries.
 */
export function tagOfDesk({ store }: Pick<Desk, 'store'>): string | undefined {
  if (isTouched(store)) return undefined
  const { number, before } = headOf(store)
  const walk = findWalk(store)
  const makers = walk ? Object.values(walk.makers).join(' ') : ''
  return `${walk?.version ?? 0}-${number}-${before.slice(0, 12)}-${digestOfParts(makers).slice(0, 8)}`
}

/** The same for what tells of editions: another one, too, whenever a watch is set otherwise. Throws SETTINGS_BROKEN. */
export async function tagOfEditions(desk: Pick<Desk, 'store' | 'dir'>): Promise<string | undefined> {
  const tag = tagOfDesk(desk)
  return tag && `${tag}-${digestOfParts(JSON.stringify(await listWatches(desk))).slice(0, 8)}`
}
