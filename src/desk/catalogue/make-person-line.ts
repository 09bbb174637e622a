// The line of a person or body, but for what is counted.
import type { MadePerson } from '../../archive/catalogue/keep-people.ts'
import { findLinked } from '../../archive/linked.ts'
import type { Store } from '../../archive/store.ts'

/** The line, or undefined where there is nobody of this id. */
export function makePersonLine(store: Pick<Store, 'plain'>, id: string): MadePerson | undefined {
  const entity = findLinked(store, 'entity', id)
  if (!entity) return undefined
  const { kind, name, offices = [] } = entity
  return {
    entity: id,
    kind,
    name,
    office: offices.at(-1)?.title.quote,
  }
}
