// What a removal is about: the reports that a person names, with those that have the very same bytes or say the same on the same page;
// or single captures, such as a feed that told of them.
import type { LoggedCapture } from '../../archive/captures.ts'
import {
  findCapturesBeginning,
  findKeptReport,
  type KeptReport,
  listCapturesOfPayload,
  listCapturesOfReport,
  listKeptReports,
  listRepeatsOf,
  listReportsOfPage,
} from '../../archive/removable.ts'
import { findRemovedReport } from '../../archive/removals.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Digest } from '../../model/id.ts'
import { pageOf } from '../../model/page-address.ts'
import type { Desk } from '../desk.ts'
import { findByPage } from '../find-by-page.ts'

export interface Subjects {
  readonly reports: readonly KeptReport[]
  readonly captures: readonly LoggedCapture[] // of the reports, and those that were named
  readonly payloads: readonly Digest[] // that these brought
}

/** All that is meant. Throws USAGE, REPORT_UNKNOWN, REPORT_REMOVED. */
export function findSubjects(desk: Pick<Desk, 'store'>, named: readonly string[]): Subjects {
  if (named.length === 0) throw new ReadoutError('USAGE', 'name the reports that are to be removed')
  const keys = new Set<string>()
  const captures = new Map<string, LoggedCapture>()
  for (const one of named) {
    const found = findNamed(desk, one)
    for (const key of found.reports) keys.add(key)
    for (const capture of found.captures) captures.set(capture.capture.id, capture)
  }
  const payloads = new Set<Digest>()
  // what has the same bytes has the same words, and what says the same on the same page too
  for (const key of keys) {
    for (const other of listRepeatsOf(desk.store, key)) keys.add(other)
    for (const found of listCapturesOfReport(desk.store, key)) captures.set(found.capture.id, found)
    for (const { capture } of captures.values()) {
      const payload = 'payload' in capture.outcome ? capture.outcome.payload : undefined
      if (payload === undefined || payloads.has(payload)) continue
      payloads.add(payload)
      for (const twin of listCapturesOfPayload(desk.store, payload)) {
        captures.set(twin.capture.id, twin)
        if (twin.report !== undefined) keys.add(twin.report)
      }
    }
  }
  for (const { capture } of captures.values()) if ('payload' in capture.outcome) payloads.add(capture.outcome.payload)
  return {
    reports: listKeptReports(desk.store, keys),
    captures: [...captures.values()].sort((a, b) => a.number - b.number),
    payloads: [...payloads].sort(),
  }
}

interface Found {
  readonly reports: readonly string[]
  readonly captures: readonly LoggedCapture[]
}

function findNamed(desk: Pick<Desk, 'store'>, named: string): Found {
  const { store } = desk
  const removed = findRemovedReport(store, named)
  if (removed) {
    const what = `"${named}" was removed already, by decision ${removed.number}`
    throw new ReadoutError('REPORT_REMOVED', `${what}; "readout remove --list" says when and why`)
  }
  const report = findKeptReport(store, named)?.report ?? findByPage(desk, named)?.report
  if (report !== undefined) return { reports: [report], captures: [] }
  const page = pageOf(named)
  const ofPage = page === undefined ? [] : listReportsOfPage(store, page)
  if (ofPage.length > 0) return { reports: ofPage, captures: [] }
  const [capture, ...others] = findCapturesBeginning(store, named)
  if (capture && others.length === 0) {
    if (capture.report !== undefined) return { reports: [capture.report], captures: [] }
    return { reports: [], captures: [capture] }
  }
  const cure = 'name a report as "readout story" lists it, the address of its page, or the id of a capture'
  throw new ReadoutError('REPORT_UNKNOWN', `no report "${named}" on this desk; ${cure}`)
}
