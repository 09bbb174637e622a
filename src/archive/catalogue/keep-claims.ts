// The lines of claims, who bears on each, and the ids that they had before.
import type { Kysely, Transaction } from 'kysely'
import type { Act } from '../../model/act.ts'
import { digestOf } from '../../model/digest.ts'
import type { ClaimLine, TakenAct } from '../../model/listing.ts'
import { dropSearched, keepSearched } from '../search/keep-searched.ts'
import type { Tables } from '../tables.ts'
import { type ColumnKind, columns, EACH } from './bulk.ts'
import { CLAIM_COLUMNS, CLAIM_COUNTS } from './claim-columns.ts'
import { type Facet, facetWords } from './facets.ts'
import { PLACES } from './said-lines.ts'
import { run } from './touched.ts'

/** The line of a claim as it is to be. */
export interface MadeClaim extends ClaimLine {
  readonly entities: readonly string[] // who takes a stance towards it or is spoken of
  readonly acts: readonly Act[] // of the stances towards it
  readonly taken: ReadonlyMap<string, readonly TakenAct[]> // what whoever takes a stance did to it
  readonly bearings: readonly (readonly [doc: string, attribution: string])[]
}

/** Writes the lines of these claims; of those that are gone, takes them away. */
export async function keepClaims(
  trx: Transaction<Tables>,
  claims: readonly string[],
  made: readonly MadeClaim[],
): Promise<void> {
  const list = JSON.stringify(claims)
  const sql = `select claim, n, searched from derived.claim_line where claim in (${EACH})`
  const known = new Map((await run(trx, sql, list)).map(([claim, n, searched]) => [String(claim), { n, searched }]))
  await writeAround(trx, list, made)
  const facetsBy = await findFacets(trx, list)
  const facetsOf = (one: MadeClaim): string => joinFacets(one, facetsBy.get(one.claim) ?? [])
  const kept = new Set<string>(made.map(({ claim }) => claim))
  const gone = claims.filter((claim) => !kept.has(claim))
  await run(trx, `delete from derived.claim_line where claim in (${EACH})`, JSON.stringify(gone))
  let last = Number((await run(trx, 'select max(n) from derived.claim_line'))[0]?.[0] ?? 0)
  const lines = made.map((one) => {
    last += known.has(one.claim) ? 0 : 1
    const facets = facetsOf(one)
    const searched = digestOf(`${facets}\n${one.wording}`)
    return { ...one, n: Number(known.get(one.claim)?.n ?? last), facets, searched }
  })
  const unlike = lines.filter(({ claim, searched }) => known.get(claim)?.searched !== searched)
  const unsearched = [...gone, ...unlike.map(({ claim }) => claim)].flatMap((claim) => known.get(claim)?.n ?? [])
  await dropSearched(trx, 'search_claim', unsearched.map(Number))
  await writeLines(trx, lines)
  const found = unlike.map(({ n, wording, facets }) => ({ n, words: wording, facets }))
  await keepSearched(trx, 'search_claim', found)
}

type Facets = readonly (readonly [Facet, string | undefined])[]

/** The words that stand for all that a claim's search can be narrowed to. */
export function joinFacets(
  {
    standing,
    story,
    entities,
    acts,
  }: Pick<MadeClaim, 'entities' | 'acts'> & { standing: string; story?: string | undefined },
  found: Facets,
): string {
  return facetWords([
    ['standing', standing],
    ['story', story],
    ...entities.map((entity) => ['who', entity] as const),
    ...acts.map((act) => ['act', act] as const),
    ...found,
  ])
}

/** In which outlets, by which kinds of source and with which acts these claims, a JSON list, are put and answered. */
export async function findFacets(db: Kysely<Tables>, claims: string): Promise<ReadonlyMap<string, Facets>> {
  const rows = await run(
    db,
    `select distinct c.claim, s.outlet, s.kind, s.act from json_each(?) l
      cross join derived.said_claim c cross join derived.said s where c.claim = l.value and s.n = c.n`,
    claims,
  )
  const facets = new Map<string, (readonly [Facet, string | undefined])[]>()
  for (const [claim, outlet, kind, act] of rows.map((row) =>
    row.map((value) => (value === null ? undefined : String(value))),
  )) {
    const own = facets.get(claim ?? '') ?? []
    own.push(['outlet', outlet], ['kind', kind], ['act', act])
    facets.set(claim ?? '', own)
  }
  return facets
}

const FIELDS = [...CLAIM_COLUMNS, 'searched']
const COUNTS: ReadonlySet<string> = new Set(['n', ...CLAIM_COUNTS])
const KINDS = ['n', 'claim', ...FIELDS].map((field): ColumnKind => (COUNTS.has(field) ? 'number' : 'text'))

async function writeLines(
  trx: Transaction<Tables>,
  made: readonly (MadeClaim & { readonly n: number; readonly searched: string })[],
): Promise<void> {
  const rows = made.map((one) => [
    one.n,
    one.claim,
    one.wording,
    one.standing,
    one.standingBefore ?? null,
    one.standingSince ?? '',
    one.firstPrinted ?? '',
    one.lastPrinted ?? '',
    one.reports,
    one.atLeast,
    one.atMost,
    one.unknown,
    one.denied,
    one.declined,
    one.confirmed,
    one.altered,
    one.story ?? null,
    one.searched,
  ])
  const set = FIELDS.map((field) => `${field} = excluded.${field}`).join(', ')
  const sql = `insert into derived.claim_line (n, claim, ${FIELDS.join(', ')})
    select ${columns(...KINDS)} from json_each(?) where true on conflict (n) do update set ${set}`
  await run(trx, sql, JSON.stringify(rows))
}

// Rows of few columns: what is there as it should be is left alone by being put in again without an effect.
async function writeAround(trx: Transaction<Tables>, claims: string, made: readonly MadeClaim[]): Promise<void> {
  const entities = made.flatMap(({ claim, entities: own, taken }) =>
    own.map((entity) => [entity, claim, JSON.stringify(taken.get(entity) ?? [])]),
  )
  const ofEntity = { table: 'claim_entity', fields: 'entity, claim, acts', kinds: ['text', 'text', 'text'] } as const
  // what is not written yet is like nothing
  await replace(trx, { ...ofEntity, known: `entity, claim, coalesce(acts, '')`, of: claims }, entities)
  const bearings = made.flatMap(({ claim, bearings: own }) =>
    own.map(([doc, attribution]) => [claim, doc, attribution]),
  )
  const found = await run(
    trx,
    `select json_extract(value, '$[0]'), s.n from json_each(?)
      join derived.said s on s.attribution = json_extract(value, '$[2]')
      join derived.report_line r on r.first = s.n / ${PLACES} and r.doc = json_extract(value, '$[1]')`,
    JSON.stringify(bearings),
  )
  await replace(trx, { table: 'said_claim', fields: 'claim, n', kinds: ['text', 'number'], of: claims }, found)
}

interface Replaced {
  readonly table: 'claim_entity' | 'said_claim'
  readonly fields: string
  readonly known?: string // the fields as they are compared, where that is not as they stand
  readonly kinds: readonly ColumnKind[]
  readonly of: string // claims
}

async function replace(
  trx: Transaction<Tables>,
  { table, fields, known = fields, kinds, of }: Replaced,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const json = JSON.stringify(rows)
  await run(
    trx,
    `delete from derived.${table} where claim in (${EACH}) and (${known}) not in (select ${columns(...kinds)} from json_each(?))`,
    of,
    json,
  )
  const put = `insert into derived.${table} (${fields}) select ${columns(...kinds)} from json_each(?) where true
    on conflict do nothing`
  await run(trx, put, json)
}
