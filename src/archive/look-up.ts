// Single things looked up where they lie, for what is asked of a few of them: each a quick question to the local file.
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { LinkedNoun, LinkedNouns } from '../model/linked-nouns.ts'
import { PLACES } from './catalogue/said-lines.ts'
import { unsought } from './catalogue/walk-lines.ts'
import { findWalk } from './linked.ts'
import { openReadsOf } from './open-reads.ts'
import type { Store } from './store.ts'
import { LATEST, REPEATS } from './version-rules.ts'

type Quick = Pick<Store, 'plain' | 'dir'>

/** The reports as last linked: by name, by doc, each as the reader left it. */
export interface Reports {
  readonly named: (name: string) => ReadDoc | undefined
  readonly of: (doc: Id<'doc'>) => ReadDoc | undefined
}

/** Opens the reports of the last walk. Before one there are none. */
export function openReports(store: Quick): Reports {
  const walk = findWalk(store)
  if (!walk) return { named: () => undefined, of: () => undefined }
  const { extractor, reader } = walk.makers
  const reads = openReadsOf(store, walk)
  const isThere = (doc: string): boolean =>
    store.plain.rows('select 1 as found from derived.reading where doc = ? and made_by = ?', doc, reader).length > 0
  const of = (doc: Id<'doc'>): ReadDoc | undefined => (isThere(doc) ? reads(doc) : undefined)
  return {
    of,
    named(name) {
      const [row] = store.plain.rows(
        `select d.id from derived.doc d where d.name = ? and d.made_by = ? and ${LATEST} and not ${REPEATS}
          order by d.first limit 1`,
        name,
        extractor,
      )
      return row && of(asId<'doc'>(String(row.id)))
    },
  }
}

/** What was linked of this noun in one doc, in its order. */
export function listLinkedIn<N extends LinkedNoun>({ plain }: Quick, noun: N, doc: string): LinkedNouns[N][] {
  // by the index of docs: that of nouns, which is in order, would have it walk all of the noun
  const rows = plain.rows(
    `select record from derived.linked where doc = ? and ${unsought('noun')} = ? order by sort, id`,
    doc,
    noun,
  )
  return rows.map(({ record }) => JSON.parse(String(record)) as LinkedNouns[N])
}

/** The ids of this noun that begin so, at most so many. */
export function listIdsFrom({ plain }: Quick, noun: LinkedNoun, begins: string, most: number): string[] {
  const rows = plain.rows(
    'select id from derived.linked where noun = ? and id >= ? and id < ? order by id limit ?',
    noun,
    begins,
    `${begins}\u{10ffff}`,
    most,
  )
  return rows.map(({ id }) => String(id))
}

const LOOKED_THROUGH = 2000 // reports from the first one on: who is named seldom is found by the first

/** Docs that name an entity, the first one first, at most so many. */
export function listDocsNaming({ plain }: Quick, entity: string, most: number): Id<'doc'>[] {
  const [row] = plain.rows(`select sort from derived.linked where noun = 'entity' and id = ?`, entity)
  if (!row) return []
  const place = String(row.sort).slice(0, -entity.length - 1)
  const rows = plain.rows(
    `select doc from (select doc, record, sort from derived.linked
      where noun = 'chains' and sort >= ? order by sort limit ?) first where instr(record, ?) > 0 order by sort limit ?`,
    place,
    LOOKED_THROUGH,
    `"${entity}"`,
    most,
  )
  return rows.map(({ doc }) => asId<'doc'>(String(doc)))
}

/** The reports with attributions that begin so, at most so many. A whole id is looked up; of a part all reports are read through. */
export function listAttributionsFrom(store: Quick, begins: string, most: number): ReadDoc[] {
  const walk = findWalk(store)
  const { of } = openReports(store)
  if (!walk || !/^[0-9a-f]+$/.test(begins)) return []
  const listed = store.plain.rows(
    `select r.doc from derived.said s join derived.report_line r on r.first = s.n / ${PLACES} where s.attribution = ?`,
    begins,
  )
  if (listed.length > 0) return listed.flatMap(({ doc }) => of(asId<'doc'>(String(doc))) ?? [])
  const rows = store.plain.rows(
    `select r.doc from derived.reading r join derived.doc d on d.id = r.doc
      where r.made_by = ? and d.made_by = ? and instr(r.record, ?) > 0 and ${LATEST} and not ${REPEATS}
      order by d.first limit ?`,
    walk.makers.reader,
    walk.makers.extractor,
    `"id":"${begins}`,
    most,
  )
  return rows.flatMap(({ doc }) => of(asId<'doc'>(String(doc))) ?? [])
}

/** The docs that name any of these entities. Reads through who is named in all docs. */
export function listDocsWith(store: Quick, entities: readonly string[]): Id<'doc'>[] {
  return listHolding(store, 'chains', 'doc', entities).map((doc) => asId<'doc'>(doc))
}

/** The claims that tell of any of these entities among their origins. Reads through the origins of all claims. */
export function listClaimsWith(store: Quick, entities: readonly string[]): Id<'claim'>[] {
  return listHolding(store, 'independence', 'claim', entities).map((claim) => asId<'claim'>(claim))
}

function listHolding({ plain }: Quick, noun: LinkedNoun, of: 'doc' | 'claim', ids: readonly string[]): string[] {
  const rows = plain.rows(
    `select ${of} as found from derived.linked
      where noun = ? and exists (select 1 from json_each(?) where instr(record, '"' || value || '"') > 0)
      order by sort, id`,
    noun,
    JSON.stringify(ids),
  )
  return [...new Set(rows.flatMap(({ found }) => (found === null ? [] : [String(found)])))]
}
