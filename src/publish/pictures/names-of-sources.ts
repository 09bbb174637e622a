// Who speaks in a saying, by the names that the desk knows them by; where it knows none, by the fullest words of the report.
import type { StatedSource } from '../../model/attribution.ts'
import type { Entity } from '../../model/claim.ts'
import type { Id } from '../../model/id.ts'
import { wordsOf } from '../../model/span.ts'
import type { Saying } from '../find-sayings.ts'

/** The name of the entity that a doc's chain is held to be, where the desk holds it to be one. */
export type NameOf = (doc: Id<'doc'>, chain: Id<'chain'>) => string | undefined

/** The names that entities have for the chains of docs. A key of both would be made and looked up a hundred thousand times in a large week. */
export function openNames(entities: readonly Pick<Entity, 'name' | 'chains'>[]): NameOf {
  const byDoc = new Map<Id<'doc'>, Map<Id<'chain'>, string>>()
  for (const { name, chains } of entities) {
    for (const { doc, chain } of chains) {
      const known = byDoc.get(doc)
      if (known) known.set(chain, name)
      else byDoc.set(doc, new Map([[chain, name]]))
    }
  }
  return (doc, chain) => byDoc.get(doc)?.get(chain)
}

/** One name each of those who speak; none where nobody is named as the source. */
export function namesOfSources(saying: Saying, nameOf: NameOf): string[] {
  const { source } = saying.attribution
  return source.kind === 'unstated' ? [] : namesOf(source, saying, nameOf)
}

/** The names of one source: two of "Karsk and Veldania". */
export function namesOf(source: StatedSource, saying: Saying, nameOf: NameOf): string[] {
  const names = source.who.flatMap((chain) => nameOfChain(chain, saying, nameOf) ?? [])
  return names.length > 0 ? [...new Set(names)] : [wordsOf(saying.doc.text, source.words)]
}

/** The name that a chain of the report goes by. */
export function nameOfChain(chain: Id<'chain'>, { doc, reading }: Saying, nameOf: NameOf): string | undefined {
  return nameOf(doc.id, chain) ?? reading.chains.find(({ id }) => id === chain)?.name
}
