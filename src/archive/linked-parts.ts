// Parts of what was linked, by claim and doc: what a page needs that shows some of a claim's prints and must not read the others.
import { asId, type Id } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Independence } from '../model/origin.ts'
import { unsought } from './catalogue/walk-lines.ts'
import type { Store } from './store.ts'

/**
 * The docs that put a claim forward, and those that take a stance to it, each once, in the order in which that stands in the desk. One
 * cheap query; no row is read whole.
 */
export function listDocsOfClaim(
  { plain }: Pick<Store, 'plain'>,
  claim: Id<'claim'>,
): { readonly prints: Id<'doc'>[]; readonly stances: Id<'doc'>[] } {
  const rows = plain.rows(
    `select noun, doc from derived.linked where claim = ? and noun in ('appearance', 'stance') order by sort, id`,
    claim,
  )
  const of = (wanted: LinkedNoun): Id<'doc'>[] => [
    ...new Set(rows.flatMap(({ noun, doc }) => (noun === wanted ? [asId<'doc'>(String(doc))] : []))),
  ]
  return { prints: of('appearance'), stances: of('stance') }
}

/** The ledger row of a claim and how its origins were counted: each has the id of its claim. Two lookups. */
export function findCount({ plain }: Pick<Store, 'plain'>, claim: Id<'claim'>): ClaimCount {
  const rows = plain.rows(
    "select noun, record from derived.linked where noun in ('independence', 'ledger_row') and id = ?",
    claim,
  )
  const of = <N extends LinkedNoun>(noun: N): LinkedNouns[N] | undefined => {
    const row = rows.find((one) => one.noun === noun)
    return row && (JSON.parse(String(row.record)) as LinkedNouns[N])
  }
  const [row, independence] = [of('ledger_row'), of('independence')]
  return { ...(row && { row }), ...(independence && { independence }) }
}

export interface ClaimCount {
  readonly row?: LedgerRow
  readonly independence?: Independence
}

/** Everything of these nouns that is kept with these docs, by noun, in its order; with a claim, only of that one. One query. */
export function listOfTheseDocs<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  docs: Iterable<Id<'doc'>>,
  nouns: readonly N[],
  claim?: Id<'claim'>,
): { readonly [K in N]: readonly LinkedNouns[K][] } {
  const ids = [...new Set(docs)]
  const named = nouns.map((noun) => `'${noun}'`).join(', ') // words of ours
  const ofClaim = claim === undefined ? '' : ` and ${unsought('claim')} = ?`
  const sql = `select noun, sort, id, record from derived.linked
    where doc in (select value from json_each(?)) and noun in (${named})${ofClaim}`
  const given = claim === undefined ? [] : [claim]
  const rows = ids.length === 0 ? [] : plain.rows(sql, JSON.stringify(ids), ...given)
  const entries = nouns.map((noun) => [noun, inOrder(rows.filter((row) => row.noun === noun))] as const)
  return Object.fromEntries(entries) as unknown as { readonly [K in N]: readonly LinkedNouns[K][] }
}

/** The things of these ids, in the order of the whole desk. One query. */
export function listByIds<N extends LinkedNoun>(
  { plain }: Pick<Store, 'plain'>,
  noun: N,
  ids: Iterable<string>,
): LinkedNouns[N][] {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const sql = `select sort, id, record from derived.linked where noun = ? and id in (select value from json_each(?))`
  return inOrder(plain.rows(sql, noun, JSON.stringify(wanted)))
}

// Some few of a desk: to put them in order here spares the store walking all of a noun in its order.
function inOrder<N extends LinkedNoun>(rows: readonly Row[]): LinkedNouns[N][] {
  return rows
    .map((row) => ({ key: `${row.sort} ${row.id}`, record: String(row.record) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ record }) => JSON.parse(record) as LinkedNouns[N])
}

type Row = Readonly<Record<string, unknown>>
