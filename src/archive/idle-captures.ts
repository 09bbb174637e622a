// What nothing leans on: captures that are no report, and reports whose story ended, as far as the archive can tell.
import type { Digest, Id, Instant } from '../model/id.ts'
import { asId } from '../model/id.ts'
import { findCapture, findLatestCapture, type LoggedCapture, parseRecord } from './captures.ts'
import { listCapturesOfPayload } from './removable.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** Bytes that may go, and how many there are of them. */
export interface IdlePayload {
  readonly digest: Digest
  readonly bytes: number
}

/**
 * Bytes that only captures from before then brought, none of which is a report, the latest of its address, or one of those that are
 * leaned on. Once through all captures that are no report.
 */
export function* listIdlePayloads(
  store: Quick,
  before: Instant,
  isLeanedOn: (id: Id<'capture'>) => boolean,
): Generator<IdlePayload> {
  const { plain } = store
  const seen = new Set<Digest>()
  for (let after = 0; ; ) {
    const sql = 'select number, record from truth.capture where report is null and number > ? order by number limit 500'
    const page = plain.rows(sql, after)
    for (const { record } of page) {
      const outcome = parseRecord(String(record))?.outcome
      if (!outcome || !('payload' in outcome) || seen.has(outcome.payload)) continue
      seen.add(outcome.payload)
      const brought = listCapturesOfPayload(store, outcome.payload)
      if (!brought.every((one) => isIdle(store, one, before) && !isLeanedOn(one.capture.id))) continue
      const [held] = plain.rows('select length(bytes) as size from truth.payload where digest = ?', outcome.payload)
      if (held) yield { digest: outcome.payload, bytes: Number(held.size) }
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = Number(last.number)
  }
}

function isIdle(store: Quick, { report, number, capture }: LoggedCapture, before: Instant): boolean {
  return report === undefined && capture.at < before && findLatestCapture(store, capture.asked)?.number !== number
}

/** A report that may go. */
export interface IdleReport {
  readonly report: string
  readonly name: string
  readonly docs: readonly Id<'doc'>[]
  readonly payloads: readonly IdlePayload[] // that no other report has
}

/** Reports that were last seen before then, of stories whose last report was printed before then. */
export function* listIdleReports({ plain }: Quick, before: Instant): Generator<IdleReport> {
  for (let after = 0; ; ) {
    const page = plain.rows(
      `select r.first, r.report, r.name from truth.report r where r.first > ?
        and not exists (select 1 from truth.capture c join truth.log l on l.number = c.number
          where c.report = r.report and l.at >= ?)
        and exists (select 1 from derived.doc d join derived.story_of o on o.doc = d.id
          join derived.story_line s on s.story = o.story where d.report = r.report and s.until_at < ?)
        and not exists (select 1 from truth.removal gone where gone.noun = 'report' and gone.id = r.report)
        order by r.first limit 200`,
      after,
      before,
      before.slice(0, 10),
    )
    for (const { report, name } of page) yield makeIdle({ plain }, String(report), String(name))
    const last = page.at(-1)
    if (last === undefined) return
    after = Number(last.first)
  }
}

function makeIdle(store: Quick, report: string, name: string): IdleReport {
  const { plain } = store
  const docs = plain.rows('select id from derived.doc where report = ? order by id', report)
  const captures = plain.rows('select id from truth.capture where report = ? order by number', report)
  const payloads = new Map<Digest, IdlePayload>()
  for (const { id } of captures) {
    const outcome = findCapture(store, String(id))?.capture.outcome
    if (!outcome || !('payload' in outcome)) continue
    const isOnly = listCapturesOfPayload(store, outcome.payload).every((one) => one.report === report)
    const [held] = plain.rows('select length(bytes) as size from truth.payload where digest = ?', outcome.payload)
    if (isOnly && held) payloads.set(outcome.payload, { digest: outcome.payload, bytes: Number(held.size) })
  }
  return { report, name, docs: docs.map((row) => asId<'doc'>(String(row.id))), payloads: [...payloads.values()] }
}
