// What one more sighting changes of what the desk says about a report.
import { listSightings } from '../archive/captures.ts'
import { findDocOf } from '../archive/docs.ts'
import type { Given } from '../model/capture.ts'
import { parseInstant } from '../model/parse-instant.ts'
import type { Desk } from './desk.ts'
import { mergeGiven } from './merge-given.ts'

/** A fact of a report and what a sighting does to it. */
export interface Change {
  readonly what: 'title' | 'published'
  readonly is: string // from this sighting on; a day without its midnight
  readonly was?: string // before; absent: nobody had said
  readonly said?: string // what this sighting says where it does not count: somebody said otherwise before
}

/** The changes that the sighting of this number, given so, makes to its report; none where it repeats what is known. */
export async function findChanges(
  { store, makers }: Pick<Desk, 'store' | 'makers'>,
  { report, name, number }: { readonly report: string; readonly name: string; readonly number: number },
  given: Given,
): Promise<Change[]> {
  const told = (['title', 'published'] as const).filter((what) => given[what] !== undefined)
  if (told.length === 0) return []
  const sightings = await listSightings(store, report)
  const until = (end: number): Given =>
    mergeGiven(
      sightings.filter((one) => one.number < end).map(({ capture }) => capture),
      name,
    )
  const before = until(number)
  const doc = (await findDocOf(store, report, makers.extractor))?.doc // as made before this sighting, if it was
  const now = until(number + 1)
  return told.flatMap((what): Change[] => {
    const was = show(what, before[what] ?? doc?.[what])
    const is = show(what, now[what]) ?? ''
    const said = show(what, given[what]) ?? ''
    if (is !== was) return [{ what, is, ...(was !== undefined && { was }) }]
    return said === is ? [] : [{ what, is, said }]
  })
}

/** "published is now 2031-04-05 (was 2031-04-04)" */
export function writeChange({ what, is, was, said }: Change): string {
  if (said !== undefined) return `${what} stays ${is}, which was given before (not ${said})`
  return `${what} is now ${is}${was === undefined ? '' : ` (was ${was})`}`
}

function show(what: Change['what'], value: string | undefined): string | undefined {
  if (value === undefined || what === 'title') return value?.trim().replace(/\s+/g, ' ')
  return parseInstant(value)?.replace(/T00:00:00\.000Z$/, '') ?? 'unknown'
}
