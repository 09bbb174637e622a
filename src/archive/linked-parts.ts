// Parts of what was linked, by claim and doc: what a page needs that shows some of a claim's prints and must not read the others.
import { asId, type Id } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import type { Independence } from '../model/origin.ts'
import { unsought } from './catalogue/walk-lines.ts'
import { inRowOrder } from './in-row-order.ts'
import type { Row } from './statement.ts'
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
    "select noun, sort, id, doc from derived.linked where claim = ? and noun in ('appearance', 'stance')",
    claim,
  )
  const of = (wanted: LinkedNoun): Id<'doc'>[] => {
    const own = inRowOrder(rows.filter(({ noun }) => noun === wanted))
    return [...new Set(own.map(({ doc }) => asId<'doc'>(String(doc))))]
  }
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
  const entries = nouns.map((noun) => [noun, inRowOrder(rows.filter((row) => row.noun === noun)).map(asMade)] as const)
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
  return inRowOrder(plain.rows(sql, noun, JSON.stringify(wanted))).map(asMade<N>)
}

function asMade<N extends LinkedNoun>({ record }: Row): LinkedNouns[N] {
  return JSON.parse(String(record)) as LinkedNouns[N]
}
