// Rows of what was linked, by the claims, docs, or ids that they are about: what it takes to tell of a part of a desk without
// the whole. Each noun comes in the order in which the whole desk has it.
import { asId, type Id } from '../model/id.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import { inChunks } from './in-chunks.ts'
import { inRowOrder } from './in-row-order.ts'
import { openSharing } from './share-values.ts'
import type { Store } from './store.ts'

type Rows = { readonly [N in LinkedNoun]: readonly LinkedNouns[N][] }

type Keep = (doc: Id<'doc'>, claim: Id<'claim'>) => boolean // of a row that lies in a doc and hangs on a claim

/** Everything of these nouns kept under these claims, by noun; of what lies in docs, only where `keep` says so. */
export function listOfClaims(
  store: Pick<Store, 'plain'>,
  claims: Iterable<Id<'claim'>>,
  nouns: readonly LinkedNoun[],
  keep?: Keep,
): Rows {
  return listWhere(store, { column: 'claim', values: [...new Set(claims)], nouns, ...(keep && { keep }) })
}

/** The claims that these docs put forward, bear on, answer, or gave their words to. (A stance is of words that bear on it.) */
export function listClaimsIn({ plain }: Pick<Store, 'plain'>, docs: Iterable<Id<'doc'>>): Id<'claim'>[] {
  const sql = `select distinct l.claim from json_each(?) d cross join derived.linked l
    where l.doc = d.value and l.noun in ('appearance', 'bearing', 'claim')`
  return plain.rows(sql, JSON.stringify([...new Set(docs)])).map(({ claim }) => asId<'claim'>(String(claim)))
}

/** The origins of those of these claims where a person ruled on them. */
export function listRuledOrigins(
  store: Pick<Store, 'plain'>,
  claims: Iterable<Id<'claim'>>,
): readonly LinkedNouns['independence'][] {
  const wanted = {
    column: 'claim',
    values: [...new Set(claims)],
    nouns: ['independence'],
    holding: '"kind":"ruled"',
  } as const
  return listWhere(store, wanted).independence
}

/** Everything of these nouns kept under these docs, by noun. */
export function listOfDocs(store: Pick<Store, 'plain'>, docs: Iterable<Id<'doc'>>, nouns: readonly LinkedNoun[]): Rows {
  return listWhere(store, { column: 'doc', values: [...new Set(docs)], nouns })
}

/** The things of these ids, by noun. */
export function listOfIds(store: Pick<Store, 'plain'>, ids: Iterable<string>, nouns: readonly LinkedNoun[]): Rows {
  return listWhere(store, { column: 'id', values: [...new Set(ids)], nouns })
}

// values a statement: few enough that their records are let go of while they are young, which takes a quarter of the time off
const CHUNK = 25

interface Wanted {
  readonly column: 'claim' | 'doc' | 'id'
  readonly values: readonly string[]
  readonly nouns: readonly LinkedNoun[]
  readonly keep?: Keep
  readonly holding?: string // in the record, as it is written there
}

interface Found {
  readonly sort: string
  readonly id: string
  readonly thing: unknown
}

function listWhere({ plain }: Pick<Store, 'plain'>, { column, values, nouns, keep, holding }: Wanted): Rows {
  const sql = `select l.noun, l.sort, l.id, l.claim, l.doc, l.record from json_each(?) v
    cross join derived.linked l where l.${column} = v.value and l.noun in (${nouns.map(() => '?').join(', ')})
    ${holding === undefined ? '' : 'and instr(l.record, ?) > 0'}`
  const parameters = [...nouns, ...(holding === undefined ? [] : [holding])]
  const found = new Map<string, Found[]>(nouns.map((noun) => [noun, []]))
  for (const part of inChunks(values, CHUNK)) {
    const share = openSharing()
    for (const { noun, sort, id, claim, doc, record } of plain.rows(sql, JSON.stringify(part), ...parameters)) {
      const isInDoc = doc !== null && noun !== 'claim' // a claim is not of the one doc that gave it its words
      if (isInDoc && keep && !keep(asId<'doc'>(String(doc)), asId<'claim'>(String(claim)))) continue
      found.get(String(noun))?.push({ sort: String(sort), id: String(id), thing: share(JSON.parse(String(record))) })
    }
  }
  const of = <N extends LinkedNoun>(noun: N): LinkedNouns[N][] =>
    inRowOrder(found.get(noun) ?? []).map(({ thing }) => thing as LinkedNouns[N])
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
