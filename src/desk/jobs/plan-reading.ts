// What is to be read, put up as jobs of a few reports each: what the archive says is not made out, and no job is about yet. Only so much
// is put up ahead that nobody waits for it; a job that was lost is found again here.
import type { Jobs } from '../../archive/jobs/jobs.ts'
import { findWalk, isSameMakers } from '../../archive/linked.ts'
import { listUnextracted, listUnread } from '../../archive/unread.ts'
import type { Desk } from '../desk.ts'

const AHEAD = 48 // jobs that wait
const MOST = 16 // reports of one: what a kill can cost in work done twice
const MUCH = 400 // reports that wait: a minute of one reader's time, where they are short
const SHARES = 8 // few reports are shared out as well, or one process would read them while others wait

/** How many jobs were put up, and whether so many wait now that one reader would be at them for a minute. */
export interface PlannedReading {
  readonly added: number
  readonly isMuch: boolean
}

/** Puts them up. `isQuick`: only of what came since linking was last there, before which all had been made out. */
export async function planReading(
  { store, makers }: Pick<Desk, 'store' | 'makers'>,
  jobs: Jobs,
  { isQuick = false } = {},
): Promise<PlannedReading> {
  const known = await jobs.list('read') // before what is unmade: what is done meanwhile is made by then
  const queued = known.filter(({ state }) => state === 'waiting')
  const waiting = queued.length
  const reportsQueued = queued.reduce((sum, { data }) => sum + (data.reports?.length ?? 0), 0)
  if (waiting > AHEAD / 2) return { added: 0, isMuch: reportsQueued > MUCH }
  const about = new Set(known.flatMap(({ data }) => data.reports ?? []))
  const limit = about.size + (AHEAD - waiting) * MOST
  const walk = findWalk(store)
  const isPart = isQuick && walk !== undefined && isSameMakers(walk.makers, makers)
  const which = { after: 0, limit, ...(isPart && { seenAfter: walk.linkedTo }) }
  const [unextracted, unread] = await Promise.all([
    listUnextracted(store, { extractor: makers.extractor, ...which }),
    listUnread(store, { ...makers, ...which }),
  ])
  const wanted = new Set([...unextracted, ...unread].map(({ report }) => report))
  const left = [...wanted].filter((report) => !about.has(report)).slice(0, (AHEAD - waiting) * MOST)
  const size = Math.min(MOST, Math.ceil(left.length / SHARES))
  const batches: string[][] = []
  for (let at = 0; at < left.length; at += size) batches.push(left.slice(at, at + size))
  const added = batches.length === 0 ? 0 : await jobs.add('read', batches.map(makeReadJob))
  return { added, isMuch: reportsQueued + left.length > MUCH }
}

/** A job that is about these reports. */
export function makeReadJob(reports: readonly string[]): { key: string; data: { reports: readonly string[] } } {
  return {
    key: reports.length === 1 ? String(reports[0]) : `${reports[0]} and ${reports.length - 1} more`,
    data: { reports },
  }
}
