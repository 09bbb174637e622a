// Rows of what was linked, by the claims, docs, or ids that they are about: what it takes to tell of a part of a desk without
// the whole. Each noun comes in the order in which the whole desk has it.
import type { Id } from '../model/id.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import { inChunks } from './in-chunks.ts'
import type { Store } from './open-store.ts'

type Rows = { readonly [N in LinkedNoun]: readonly LinkedNouns[N][] }

/** Everything kept under these claims, by noun. */
export function listOfClaims(store: Pick<Store, 'kysely'>, claims: Iterable<Id<'claim'>>): Promise<Rows> {
  return listWhere(store, 'claim', [...new Set(claims)])
}

/** Everything of these nouns kept under these docs, by noun. */
export function listOfDocs(
  store: Pick<Store, 'kysely'>,
  docs: Iterable<Id<'doc'>>,
  nouns: readonly LinkedNoun[],
): Promise<Rows> {
  return listWhere(store, 'doc', [...new Set(docs)], nouns)
}

/** The things of these ids, by noun. */
export function listOfIds(
  store: Pick<Store, 'kysely'>,
  ids: Iterable<string>,
  nouns: readonly LinkedNoun[],
): Promise<Rows> {
  return listWhere(store, 'id', [...new Set(ids)], nouns)
}

const CHUNK = 500 // values a statement

async function listWhere(
  store: Pick<Store, 'kysely'>,
  column: 'claim' | 'doc' | 'id',
  values: readonly string[],
  nouns?: readonly LinkedNoun[],
): Promise<Rows> {
  const { reader } = await store.kysely()
  const found: { noun: string; sort: string; id: string; record: string }[] = []
  for (const part of inChunks(values, CHUNK)) {
    let rows = reader.selectFrom('derived.linked').select(['noun', 'sort', 'id', 'record']).where(column, 'in', part)
    if (nouns) rows = rows.where('noun', 'in', nouns)
    for (const row of await rows.execute()) found.push(row)
  }
  const order = found.sort((a, b) => compare(a.sort, b.sort) || compare(a.id, b.id))
  const byNoun = Map.groupBy(order, ({ noun }) => noun)
  const of = <N extends LinkedNoun>(noun: N): LinkedNouns[N][] =>
    (byNoun.get(noun) ?? []).map(({ record }) => JSON.parse(record) as LinkedNouns[N])
  return {
    appearance: of('appearance'),
    bearing: of('bearing'),
    chains: of('chains'),
    claim: of('claim'),
    copy_group: of('copy_group'),
    entity: of('entity'),
    independence: of('independence'),
    ledger_row: of('ledger_row'),
    quote_match: of('quote_match'),
    stance: of('stance'),
    story: of('story'),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
