// Who speaks, by ids.
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import type { SaidLine } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'

/** The names of all who speak in these lines. */
export async function nameSpeakers(
  store: Desk['store'],
  said: readonly SaidLine[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(said.flatMap(({ who }) => who))) {
    const line = await findPersonLine(store, id)
    if (line) names.set(id, line.name)
  }
  return names
}
