// Who people and bodies are, by their ids.
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import type { Id } from '../../model/id.ts'
import type { PersonLine, SaidLine } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'

/** The line of each that is known. */
export async function nameEntities(
  store: Desk['store'],
  ids: readonly Id<'entity'>[],
): Promise<ReadonlyMap<Id<'entity'>, PersonLine>> {
  const lines = new Map<Id<'entity'>, PersonLine>()
  for (const id of new Set(ids)) {
    const line = await findPersonLine(store, id)
    if (line) lines.set(id, line)
  }
  return lines
}

/** The names of all who speak in these lines. */
export async function nameSpeakers(
  store: Desk['store'],
  said: readonly SaidLine[],
): Promise<ReadonlyMap<string, string>> {
  const lines = await nameEntities(
    store,
    said.flatMap(({ who }) => who),
  )
  return new Map([...lines].map(([id, { name }]) => [id, name]))
}
