// The captures that brought one doc's report, the first one first.
import { listCaptures, listSightings } from '../archive/captures.ts'
import type { Capture } from '../model/capture.ts'
import type { Desk } from './desk.ts'

/** Every sighting of the report that was first seen at this place in the log. */
export async function findSightings({ store }: Pick<Desk, 'store'>, first: number): Promise<Capture[]> {
  const [logged] = await listCaptures(store, first - 1, 1)
  if (!logged?.report) return logged ? [logged.capture] : []
  return (await listSightings(store, logged.report)).map(({ capture }) => capture)
}
