// What linking one more report costs as a desk grows: reports with ready-made readings, a long-tailed mix of stories over two
// years, taken in the order of printing with what must be remembered in a desk's store. Prints, at each mark, the median of
// the last thousand reports, and what comes of it for a million. `READOUT_BENCH_LINK=200000` says how many; 20,000 unless told.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepLinked } from '../src/archive/keep-linked.ts'
import { openStore } from '../src/archive/open-store.ts'
import { openShelf } from '../src/archive/shelf.ts'
import { finish } from '../src/link/finish.ts'
import { Pass } from '../src/link/pass.ts'
import { placeInOrder } from '../src/link/place-in-order.ts'
import type { Id } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import { makeMix, makeReading } from './make-readings.ts'
import { median } from './measure.ts'

const DENSITY = 200_000 // reports in two years, however many of them are taken
const COUNT = Number(process.env.READOUT_BENCH_LINK ?? 20_000)
const MARKS = [2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 200_000].filter((mark) => mark <= COUNT)
const BATCH = 100 // reports a commit
const LAST = 1000
const MAKERS = { extractor: 'bench@1', reader: 'bench@1', linker: 'bench@1', tracker: 'bench@1' } as const

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const mix = makeMix(DENSITY)
  const reads = new Map<Id<'doc'>, ReadDoc>()
  const readOf = (id: Id<'doc'>): ReadDoc => {
    const known = reads.get(id) ?? makeReading(mix, Number(id.replace('report-', '')))
    reads.set(id, known)
    const [oldest] = reads.keys()
    if (reads.size > 2 * BATCH && oldest !== undefined) reads.delete(oldest)
    return known
  }
  const store = await openStore(folder)
  const shelf = openShelf(store, undefined, true)
  const pass = new Pass(shelf, readOf)
  let walk: Awaited<ReturnType<typeof keepLinked>> | undefined
  const taking: number[] = [] // ms a report, with its part of the commit
  const finishing: number[] = [] // ms a report, of one batch in twenty
  const found: [count: number, ms: number][] = []
  let peak = 0
  for (let from = 0; from < COUNT; from += BATCH) {
    const placed = Array.from({ length: BATCH }, (_, at) => placeInOrder(makeReading(mix, from + at)))
    const times = placed.map((one) => timed(() => [...pass.take([one])]))
    const changed = pass.takeChanged()
    if (from % (20 * BATCH) === 0) finishing.push(timed(() => finish(pass, changed, readOf)) / BATCH)
    const began = performance.now()
    pass.flush()
    const before = walk || undefined
    walk = await keepLinked(store, { linkedTo: 0, makers: MAKERS }, { before, isWhole: !before, shelf })
    const commit = (performance.now() - began) / BATCH
    taking.push(...times.map((ms) => ms + commit))
    peak = Math.max(peak, process.memoryUsage().rss)
    const mark = from + BATCH
    if (!MARKS.includes(mark)) continue
    const ms = median(taking.slice(-LAST))
    found.push([mark, ms])
    const size = statSync(join(folder, 'derived.db')).size
    say(
      mark,
      `${ms.toFixed(2)} ms a report (median), ${median(finishing.slice(-5)).toFixed(2)} ms more to make its rows;`,
    )
    say(mark, `${Math.round(peak / 2 ** 20)} MiB of memory at most, ${Math.round(size / 2 ** 20)} MiB of store`)
  }
  tellFit(found)
  store.close()
}

// ms = a + b log(reports), by least squares over the marks from 10,000 on
function tellFit(found: readonly [count: number, ms: number][]): void {
  const points = found.filter(([count]) => count >= 10_000).map(([count, ms]) => [Math.log(count), ms] as const)
  const [first] = found.filter(([count]) => count === 10_000)
  const last = found.at(-1)
  if (first && last)
    console.log(`at ${last[0]} reports ${(last[1] / first[1]).toFixed(2)} times what it cost at 10,000`)
  if (points.length < 2) return
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, ms]) => ms))]
  const slope =
    points.reduce((sum, [one, ms]) => sum + (one - x) * (ms - y), 0) /
    points.reduce((sum, [one]) => sum + (one - x) ** 2, 0)
  console.log(`carried on to a million reports: ${(y + slope * (Math.log(1_000_000) - x)).toFixed(2)} ms a report`)
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function say(count: number, what: string): void {
  console.log(`${count} reports: ${what}`)
}
