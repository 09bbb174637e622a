// Whom a name means, among all whom the reports of a desk name: for a person at the command line. Pages give ids.
import { listEntities } from '../archive/entities.ts'
import { listLinked } from '../archive/linked.ts'
import type { Entity } from '../model/claim.ts'
import { ReadoutError } from '../model/errors.ts'
import { findSpeaker } from './find-speaker.ts'
import type { Grounds } from './find-target.ts'
import type { Speaker } from './list-who.ts'

/** The one entity that the name means. Throws WHO_UNKNOWN or WHO_AMBIGUOUS. */
export function findNamedEntity(grounds: Grounds, name: string): Entity {
  const entities = listEntities(grounds.store)
  const said = countSaid(grounds)
  const all = entities.map((entity): Speaker => {
    const { id, aliases, kind } = entity
    return {
      id,
      ...(aliases && { aliases }),
      kind,
      name: entity.name,
      offices: [],
      said: said.get(id) ?? 0,
      outlets: [],
    }
  })
  const found = findIn(all, name)
  const [first, ...others] = found
  if (others.length > 0) {
    const ids = found.map(({ id, said }) => `${id.slice(0, 8)} (${said} said)`).join(', ')
    throw new ReadoutError(
      'WHO_AMBIGUOUS',
      `"${name}" is the name of ${found.length} groups: ${ids}; write the id of one`,
    )
  }
  return entities.find(({ id }) => id === first.id) as Entity
}

// How much each has said, as the readers left it.
function countSaid({ store, reports }: Grounds): Map<string, number> {
  const said = new Map<string, number>()
  for (const { doc, chains } of listLinked(store, 'chains')) {
    const entityOf = new Map(chains)
    for (const { source } of reports.of(doc)?.reading.attributions ?? []) {
      for (const chain of source.kind === 'unstated' ? [] : source.who) {
        const entity = entityOf.get(chain)
        if (entity !== undefined) said.set(entity, (said.get(entity) ?? 0) + 1)
      }
    }
  }
  return said
}

// Those who say something come first: "Marrow" is the envoy before it is the town that she was named after.
function findIn(all: readonly Speaker[], name: string): [Speaker, ...Speaker[]] {
  const speaking = all.filter(({ said }) => said > 0)
  try {
    return findSpeaker(speaking, name)
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'WHO_UNKNOWN') throw error
    try {
      return findSpeaker(all, name)
    } catch (second) {
      throw second instanceof ReadoutError && second.code === 'WHO_AMBIGUOUS' ? second : error
    }
  }
}
