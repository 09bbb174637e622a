// How the ledger calls what it tells of: reports by their names, whoever spoke by the names of entities.
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'

export interface Names {
  readonly docs: ReadonlyMap<Id<'doc'>, string>
  readonly reads: ReadonlyMap<Id<'doc'>, ReadDoc>
  readonly entities: ReadonlyMap<Id<'entity'>, string>
  readonly docOf: (id: Id<'appearance'>) => Id<'doc'> | undefined
  readonly holderAt: (doc: Id<'doc'>, chain: Id<'chain'> | undefined) => string | undefined // the entity's name
}

/** The names of what was linked in these docs; those that few rows ask for are looked up when they do. */
export function makeNames(
  docs: readonly ReadDoc[],
  { entities, appearances }: Pick<Linked, 'entities' | 'appearances'>,
): Names {
  const docByAppearance = once(() => new Map(appearances.map(({ id, doc }) => [id, doc])))
  const holders = once(() => {
    const chains = entities.flatMap(({ name, chains: own }) => own.map((ref) => ({ ...ref, name })))
    return new Map(chains.map(({ doc, chain, name }) => [`${doc} ${chain}`, name]))
  })
  return {
    docs: new Map(docs.map(({ doc }) => [doc.id, doc.name])),
    reads: new Map(docs.map((read) => [read.doc.id, read])),
    entities: new Map(entities.map(({ id, name }) => [id, name])),
    docOf: (id) => docByAppearance().get(id),
    holderAt: (doc, chain) => holders().get(`${doc} ${chain}`),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
