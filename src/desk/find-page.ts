// A page of the desk by a report's name or by an address: its docs, what brought them, and what brought no text.
import { type LoggedCapture, listCapturesOf, listSightings } from '../archive/captures.ts'
import { listFaults } from '../archive/keep-read.ts'
import { findWalk } from '../archive/linked.ts'
import { findPageDoc, listPageDocs, type PageDoc } from '../archive/repeats.ts'
import type { Capture } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Instant } from '../model/id.ts'
import { pageOf } from '../model/page-address.ts'
import type { Absence } from '../model/version.ts'
import type { Desk } from './desk.ts'

/** The docs of one page with their captures, in log order. */
export interface FoundPage {
  readonly docs: readonly (PageDoc & { readonly captures: readonly Capture[] })[]
  readonly unchanged: readonly Capture[] // that said that the page still stands as it was
  readonly absences: readonly Absence[]
}

/** The page that a report's name or an address leads to. Throws REPORT_UNKNOWN. */
export async function findPage(desk: Pick<Desk, 'store'>, nameOrAddress: string): Promise<FoundPage> {
  const { store } = desk
  const extractor = findWalk(store)?.makers.extractor ?? ''
  const named = findPageDoc(store, nameOrAddress, extractor)
  const page = named ? named.page : pageOf(nameOrAddress)
  const docs =
    page !== undefined ? await listPageDocs(store, page, extractor) : named ? [{ ...named, isRepeat: false }] : []
  if (docs.length === 0) throw unknown(nameOrAddress)
  const withCaptures = await Promise.all(
    docs.map(async (doc) => ({
      ...doc,
      captures: (await listSightings(store, doc.report)).map(({ capture }) => capture),
    })),
  )
  if (page === undefined) return { docs: withCaptures, unchanged: [], absences: [] }
  const brought = withCaptures.flatMap(({ doc, captures }) => [doc.url, ...captures.flatMap(addressesOf)])
  const addresses = new Set(brought.filter((address) => address !== undefined && pageOf(address) === page))
  const known = new Set(docs.map(({ report }) => report))
  const others = (
    await listCapturesOf(
      store,
      [...addresses].flatMap((address) => address ?? []),
    )
  ).filter(({ report }) => report === undefined || !known.has(report))
  const broken = await listFaults(
    store,
    others.flatMap(({ report }) => report ?? []),
  )
  const faults = new Map(broken.map(({ report, message }) => [report, message]))
  return {
    docs: withCaptures,
    unchanged: others.flatMap(({ capture }) => (capture.outcome.kind === 'unchanged' ? [capture] : [])),
    absences: others.flatMap((one) => tellAbsence(one, faults) ?? []),
  }
}

/** When the page was as it is captured: what comes from a web archive was so then, and not when it came in. */
export function timeOf({ at, archived }: Capture): Instant {
  return archived ?? at
}

function addressesOf({ asked, hops }: Capture): string[] {
  return [asked, ...hops.map(({ url }) => url)]
}

function tellAbsence({ report, capture }: LoggedCapture, faults: ReadonlyMap<string, string>): Absence | undefined {
  const { outcome, hops } = capture
  const at = timeOf(capture)
  switch (outcome.kind) {
    case 'unchanged':
      return undefined
    case 'refused':
      return { at, told: `not asked, by ${outcome.by}: ${outcome.reason}` }
    case 'failed':
      return { at, told: `could not be had (${outcome.code}): ${outcome.reason}` }
    default: {
      const status = hops.at(-1)?.status
      if (status !== undefined && status >= 400) return { at, told: `answered with status ${status}` }
      const fault = report !== undefined && faults.get(report)
      return fault ? { at, told: `brought no text: ${fault}` } : undefined
    }
  }
}

function unknown(asked: string): ReadoutError {
  const what = /^https?:/i.test(asked) ? 'no report of the address' : 'no report'
  const cure = '"readout versions" lists the pages that changed, "readout story" all reports'
  return new ReadoutError('REPORT_UNKNOWN', `${what} "${asked}" on this desk; ${cure}`)
}
