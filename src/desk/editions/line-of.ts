// A statement of the desk as the line that the rules make of it: what an editor adds to an edition.
import { listAttributionsFrom } from '../../archive/look-up.ts'
import type { Edition, Line } from '../../model/edition.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { findSayings } from '../../publish/find-sayings.ts'
import { type Period, periodOf } from '../../publish/period.ts'
import { tellSayingOf } from '../../publish/tell-claim.ts'
import { makeWeekView } from '../../publish/week-view.ts'
import type { Desk } from '../desk.ts'
import { loadHoldingsAround } from '../holdings-around.ts'
import { knownBy } from '../known-by.ts'
import { listWatches } from '../watches.ts'

/** The lines of these attributions, by their ids or beginnings of ids; a string says why there is none. */
export async function linesOfAttributions(
  desk: Pick<Desk, 'store' | 'dir'>,
  edition: Edition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Line | string>> {
  const lines = new Map<string, Line | string>()
  for (const id of ids) lines.set(id, await lineOf(desk, edition, id))
  return lines
}

async function lineOf(desk: Pick<Desk, 'store' | 'dir'>, edition: Edition, id: string): Promise<Line | string> {
  const reads = listAttributionsFrom(desk.store, id, MOST)
  const found = reads.flatMap((read) =>
    read.reading.attributions.filter((one) => one.id.startsWith(id)).map((attribution) => ({ read, attribution })),
  )
  const [first] = found
  if (!first) return `no statement ${id} on this desk; its id stands on its report's page`
  if (found.length > 1) return `"${id}" begins the ids of ${found.length} statements; give more of it`
  return await tell(desk, edition, first.read, first.attribution.id)
}

const MOST = 3 // reports: two are too many already

async function tell(
  desk: Pick<Desk, 'store' | 'dir'>,
  { week, watch, asOf }: Edition,
  { doc }: ReadDoc,
  id: string,
): Promise<Line | string> {
  const period = await findPeriodOf(desk, week, watch?.id)
  const around = await loadHoldingsAround(desk, [doc.id])
  const holdings = period ? knownBy(around, period.until) : around
  const { docs, linked, tracked } = holdings
  const own = docs.find((read) => read.doc.id === doc.id)
  if (!own) return `its report ${doc.name} was printed after the week; the edition of that week may tell of it`
  const saying = findSayings([own], linked, tracked).find(({ attribution }) => attribution.id === id)
  const view = makeWeekView({ week, ...(period && { period }), docs, linked, tracked, asOf })
  const line = saying && tellSayingOf(saying, view)
  return line ?? `no sentence can be made of what is said there, in ${doc.name}; write a line of your own`
}

// Of a watch that was taken away since, the days are those of the week.
async function findPeriodOf(
  desk: Pick<Desk, 'dir'>,
  week: string,
  watch: string | undefined,
): Promise<Period | undefined> {
  const found = (await listWatches(desk)).find(({ id }) => id === watch)
  return periodOf(week, found)
}
