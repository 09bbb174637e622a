// The lines of what is said in reports. A thing said is numbered by where its report stands in the log and by its place in the reading,
// so that its number is the same however often it is written.
import type { Transaction } from 'kysely'
import { dropSearched, keepSearched } from '../search/keep-searched.ts'
import type { Tables } from '../tables.ts'
import { columns, EACH, EACH_NUMBER } from './bulk.ts'
import { changeWho, whoOf } from './keep-who.ts'
import { facetsOfSaid, type MadeReport } from './made-report.ts'
import { PLACES } from './said-lines.ts'
import { run } from './touched.ts'

/** Puts what is said in these reports in the place of what was. What is as it was stays untouched: most docs that are looked at again have not changed, or only in who somebody is. */
export async function writeSaid(trx: Transaction<Tables>, made: readonly MadeReport[]): Promise<void> {
  const firsts = JSON.stringify(made.map(({ first }) => first))
  const sql = `select s.* from json_each(?) f join derived.said s
    on s.n >= cast(f.value as bigint) * ${PLACES} and s.n < (cast(f.value as bigint) + 1) * ${PLACES}`
  const before = new Map((await run(trx, sql, firsts)).map((row) => [Number(row[0]), JSON.stringify(row)]))
  const rows = made.flatMap(rowsOf)
  const now = new Set(rows.map(([n]) => n))
  const changed = rows.filter((row) => before.get(row[0]) !== JSON.stringify(row))
  const gone = [...before.keys()].filter((n) => !now.has(n))
  await run(
    trx,
    `delete from derived.said where n in (${EACH_NUMBER})`,
    JSON.stringify([...gone, ...changed.map(([n]) => n)]),
  )
  await run(trx, `insert into derived.said select ${columns(...SAID_KINDS)} from json_each(?)`, JSON.stringify(changed))
  const elsewise = await changeWho(trx, firsts, made.flatMap(whoOf))
  const again = new Set([...changed.map(([n]) => n), ...elsewise.filter((n) => now.has(n))])
  await dropSearched(trx, 'search_said', [...gone, ...again])
  await touchBorne(
    trx,
    made.filter(({ first, said }) => said.some(({ place }) => !before.has(first * PLACES + place))),
  )
  const words = made.flatMap(({ first, outlet, said }) =>
    said.flatMap((one) => {
      const n = first * PLACES + one.place
      if (!again.has(n)) return []
      const facets = facetsOfSaid(outlet, one)
      return [{ n, words: one.words, speaker: one.speaker, facets }]
    }),
  )
  await keepSearched(trx, 'search_said', words)
}

type SaidRow = readonly [n: number, ...unknown[]]
const SAID_KINDS = ['number', ...Array<'text'>(8).fill('text'), 'real', 'text', 'number', 'number'] as const

function rowsOf({ first, outlet, published, said }: MadeReport): SaidRow[] {
  return said.map((one) => [
    first * PLACES + one.place,
    one.attribution,
    one.source,
    one.speaker,
    one.kind,
    one.act,
    one.form,
    outlet ?? null,
    published ?? '',
    one.confidence,
    one.words,
    one.start,
    one.end,
  ])
}

// What is said anew, or again after a ruling was undone, bears on claims whose lines may have been written without it.
async function touchBorne(trx: Transaction<Tables>, made: readonly MadeReport[]): Promise<void> {
  const sql = `insert into derived.touched (late, noun, id) select 0, 'claim', claim from derived.linked
    where noun = 'bearing' and claim is not null and doc in (${EACH}) on conflict do nothing`
  if (made.length > 0) await run(trx, sql, JSON.stringify(made.map(({ doc }) => doc)))
}

/** Takes away all that is said in the reports of these numbers. */
export async function dropSaid(trx: Transaction<Tables>, firsts: string): Promise<void> {
  const sql = `select s.n from json_each(?) f join derived.said s
    on s.n >= cast(f.value as bigint) * ${PLACES} and s.n < (cast(f.value as bigint) + 1) * ${PLACES}`
  const ns = (await run(trx, sql, firsts)).map(([n]) => Number(n))
  if (ns.length === 0) return
  await run(trx, `delete from derived.said where n in (${EACH_NUMBER})`, JSON.stringify(ns))
  await dropSearched(trx, 'search_said', ns)
  await run(trx, `delete from derived.said_claim where n in (${EACH_NUMBER})`, JSON.stringify(ns))
  await changeWho(trx, firsts, [])
}
