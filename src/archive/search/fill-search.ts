// The index of words made from the lines that are there, after rows came from another store: an index is of its own store's kind.
// A line says what it was found by before; so no line has to be written again.
import type { Kysely } from 'kysely'
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import { EACH, EACH_NUMBER } from '../catalogue/bulk.ts'
import { findFacets, joinFacets } from '../catalogue/keep-claims.ts'
import { facetsOfSaid } from '../catalogue/made-report.ts'
import { run } from '../catalogue/touched.ts'
import type { Tables } from '../tables.ts'
import { keepSearched, type Searched } from './keep-searched.ts'
import type { Place } from './search-filters.ts'

/** Fills the index, which must be empty: hand in a transaction, so that it is filled whole or not at all. */
export async function fillSearch(db: Kysely<Tables>): Promise<void> {
  await fill(db, 'search_report', 100, listReports)
  await fill(db, 'search_said', 1000, listSaid)
  await fill(db, 'search_claim', 500, listClaims)
}

type List = (db: Kysely<Tables>, after: number, limit: number) => Promise<Searched[]>

async function fill(db: Kysely<Tables>, index: Place['index'], size: number, list: List): Promise<void> {
  for (let after = 0; ; ) {
    const lines = await list(db, after, size)
    await keepSearched(db, index, lines)
    if (lines.length < size) return
    after = lines.at(-1)?.n ?? 0
  }
}

async function listReports(db: Kysely<Tables>, after: number, limit: number): Promise<Searched[]> {
  const sql = `select l.first, l.searched, json_extract(d.record, '$.text') as text from derived.report_line l
    left join derived.doc d on d.id = l.doc where l.first > ? order by l.first limit ?`
  const rows = await run(db, sql, after, limit)
  return rows.map(([first, searched, text]) => ({
    n: Number(first),
    words: String(text ?? ''),
    facets: String(searched),
  }))
}

async function listSaid(db: Kysely<Tables>, after: number, limit: number): Promise<Searched[]> {
  const sql = 'select n, words, speaker, outlet, kind, act from derived.said where n > ? order by n limit ?'
  const rows = await run(db, sql, after, limit)
  const list = JSON.stringify(rows.map(([n]) => n))
  const whoOf = Map.groupBy(
    await run(db, `select n, entity from derived.said_who where n in (${EACH_NUMBER})`, list),
    ([n]) => Number(n),
  )
  return rows.map(([n, words, speaker, outlet, kind, act]) => ({
    n: Number(n),
    words: String(words),
    speaker: String(speaker),
    facets: facetsOfSaid(outlet === null ? undefined : String(outlet), {
      who: (whoOf.get(Number(n)) ?? []).map(([, entity]) => String(entity)) as never[],
      kind: kind as SourceKind,
      act: act as Act,
    }),
  }))
}

async function listClaims(db: Kysely<Tables>, after: number, limit: number): Promise<Searched[]> {
  const sql = 'select n, claim, wording, standing, story from derived.claim_line where n > ? order by n limit ?'
  const rows = await run(db, sql, after, limit)
  const list = JSON.stringify(rows.map(([, claim]) => claim))
  const facetsOf = await findFacets(db, list)
  const byClaim = async (query: string): Promise<Map<string, string[]>> => {
    const groups = Map.groupBy(await run(db, query, list), ([claim]) => String(claim))
    return new Map([...groups].map(([claim, own]) => [claim, own.map(([, value]) => String(value))]))
  }
  const entitiesOf = await byClaim(`select claim, entity from derived.claim_entity where claim in (${EACH})`)
  const actsOf = await byClaim(
    `select distinct claim, json_extract(record, '$.act') as act from derived.linked
      where noun = 'stance' and claim in (${EACH})`,
  )
  return rows.map(([n, claim, wording, standing, story]) => {
    const own = {
      standing: String(standing),
      story: story === null ? undefined : String(story),
      entities: entitiesOf.get(String(claim)) ?? [],
      acts: (actsOf.get(String(claim)) ?? []) as Act[],
    }
    return { n: Number(n), words: String(wording), facets: joinFacets(own, facetsOf.get(String(claim)) ?? []) }
  })
}
