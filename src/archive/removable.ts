// What a removal asks of the archive: the reports that are meant, their captures, every text that was ever made of them.
import type { Doc } from '../model/doc.ts'
import type { Digest } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { findCapture, type LoggedCapture } from './captures.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** A report as it stands among the truths. */
export interface KeptReport {
  readonly report: string
  readonly name: string
  readonly first: number
}

/** The report that answers to the name. */
export function findKeptReport({ plain }: Quick, name: string): KeptReport | undefined {
  return plain.rows('select report, name, first from truth.report where name = ?', name).map(asReport)[0]
}

/** The reports of a key. */
export function listKeptReports({ plain }: Quick, reports: Iterable<string>): KeptReport[] {
  const each = [...new Set(reports)].flatMap((report) =>
    plain.rows('select report, name, first from truth.report where report = ?', report),
  )
  return each.map(asReport).sort((a, b) => a.first - b.first)
}

/** The reports of which a doc is of this page, as pages are compared. */
export function listReportsOfPage({ plain }: Quick, page: string): string[] {
  return plain.rows('select distinct report from derived.doc where page = ?', page).map(({ report }) => String(report))
}

/** The reports that say the same words on the same page as this one. */
export function listRepeatsOf({ plain }: Quick, report: string): string[] {
  const sql = `select distinct o.report from derived.doc d join derived.doc o on o.page = d.page and o.words = d.words
    where d.report = ?`
  return plain.rows(sql, report).map((row) => String(row.report))
}

/** The captures that brought a report. */
export function listCapturesOfReport({ plain }: Quick, report: string): LoggedCapture[] {
  return plain.rows('select id from truth.capture where report = ? order by number', report).map(capturedIn({ plain }))
}

/** The captures that brought these bytes. */
export function listCapturesOfPayload({ plain }: Quick, payload: Digest): LoggedCapture[] {
  const sql = `select id from truth.capture where json_extract(record, '$.outcome.payload') = ? order by number`
  return plain.rows(sql, payload).map(capturedIn({ plain }))
}

/** The captures whose id begins so: two at most. */
export function findCapturesBeginning({ plain }: Quick, begins: string): LoggedCapture[] {
  if (!/^[0-9a-f]{6,64}$/.test(begins)) return []
  const sql = 'select id from truth.capture where id >= ? and id < ? order by id limit 2'
  return plain.rows(sql, begins, `${begins}g`).map(capturedIn({ plain }))
}

/** Every doc that was made of a report and is still there, with its readings. */
export function listDocsOfReport({ plain }: Quick, report: string): { doc: Doc; readings: Reading[] }[] {
  return plain.rows('select id, record from derived.doc where report = ?', report).map(({ id, record }) => ({
    doc: JSON.parse(String(record)) as Doc,
    readings: plain
      .rows('select record from derived.reading where doc = ?', id)
      .map((row) => JSON.parse(String(row.record)) as Reading),
  }))
}

/** The texts of all reports but these, with their headlines: the whole desk once through, a page at a time. */
export function* listOtherTexts({ plain }: Quick, but: ReadonlySet<string>): Generator<string> {
  for (let after = ''; ; ) {
    const page = plain.rows('select id, report, record from derived.doc where id > ? order by id limit 200', after)
    for (const { report, record } of page) {
      if (but.has(String(report))) continue
      const { text, title = '' } = JSON.parse(String(record)) as Doc
      yield `${title}\n${text}`
    }
    const last = page.at(-1)
    if (last === undefined) return
    after = String(last.id)
  }
}

/** The digest under which bytes that other records name lie now: their own, or what a removal left of them. */
export function findCurrentRecord({ plain }: Quick, digest: Digest): { digest: Digest; text: string } | undefined {
  const sql = `select p.digest, p.bytes from truth.payload p where p.digest = coalesce(
    (select becomes from truth.removal where noun = 'version' and id = ? order by number desc limit 1), ?)`
  const [row] = plain.rows(sql, digest, digest)
  return row && { digest: String(row.digest), text: new TextDecoder().decode(row.bytes as Uint8Array) }
}

/** The digests, of those given, under which bytes lie. */
export function listHeld({ plain }: Quick, digests: Iterable<Digest>): Digest[] {
  return [...new Set(digests)]
    .filter((digest) => plain.rows('select 1 from truth.payload where digest = ?', digest).length > 0)
    .sort()
}

function asReport({ report, name, first }: Record<string, unknown>): KeptReport {
  return { report: String(report), name: String(name), first: Number(first) }
}

function capturedIn(store: Quick): (row: Record<string, unknown>) => LoggedCapture {
  return ({ id }) => {
    const found = findCapture(store, String(id))
    if (found) return found
    throw new Error(`capture ${String(id)} cannot be read`) // "readout check" names it
  }
}
