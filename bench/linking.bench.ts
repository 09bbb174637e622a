// What linking one more report costs as a desk grows: reports with ready-made readings, a long-tailed mix of stories over two
// years, taken in the order of printing and kept as a desk does, with rows, sums and stories, in one process. Prints, at each
// mark, the median of the last thousand reports for each stage, and what comes of it for a million. The readings lie in
// the store before; that is not timed. `READOUT_BENCH_LINK=200000` says how many, 10,000 unless told, and
// `READOUT_BENCH_DAILY=30` how many a day, 274 unless told: with fewer the windows of 120 days are full sooner.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepLinked } from '../src/archive/keep-linked.ts'
import { keepOutcomes } from '../src/archive/keep-read.ts'
import type { Walk } from '../src/archive/linked.ts'
import { openReads } from '../src/archive/open-reads.ts'
import { openStore } from '../src/archive/open-store.ts'
import { type OpenShelf, openShelf } from '../src/archive/shelf.ts'
import type { Store } from '../src/archive/store.ts'
import type { Linking } from '../src/desk/linking.ts'
import { openLinking } from '../src/desk/open-linking.ts'
import { placeInOrder } from '../src/link/place-in-order.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import { makeMix, makeReading } from './make-readings.ts'
import { median } from './measure.ts'

const DAYS = 730 // of the mix, however many of its reports are taken
const DAILY = Number(process.env.READOUT_BENCH_DAILY ?? 274)
const COUNT = Number(process.env.READOUT_BENCH_LINK ?? 10_000)
const MARKS = [2_000, 5_000, 7_500, 10_000, 15_000, 20_000, 35_000, 50_000, 100_000, 150_000, 200_000].filter(
  (mark) => mark <= COUNT,
)
const BATCH = 100 // reports a commit
const LAST = 1000
const ANEW = 5 // batches at the end, each by a process that has only the shelf, as it were
const MAKERS = { extractor: 'extract@0.0.0', reader: 'read@0.0.0', linker: 'bench@1', tracker: 'bench@1' } as const

/** Milliseconds a report: of processor time, all threads together, and by the clock. */
interface Took {
  readonly cpu: number
  readonly wall: number
}

type Stage = 'take' | 'rows' | 'keep'

const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const mix = makeMix(DAILY * DAYS)
  const store = await openStore(folder)
  const found: [count: number, took: Took][] = []
  const batches: Record<Stage, Took>[] = []
  let opened = open(store, undefined)
  let walk: Walk | undefined
  let peak = 0
  const takeBatch = async (from: number): Promise<Record<Stage, Took>> => {
    const reads = Array.from({ length: BATCH }, (_, at) => makeReading(mix, from + at))
    await keepReadings(store, reads, from)
    const placed = reads.map((read) => placeInOrder(read))
    const taking = watch()
    if (opened.walk !== walk) opened = open(store, walk)
    for (const _ of opened.linking.take(placed, [], Number.POSITIVE_INFINITY));
    const take = taking()
    const kept = await keep(store, { ...opened, walk })
    walk = kept.walk
    peak = Math.max(peak, process.memoryUsage().rss)
    return { take, ...kept.took }
  }
  for (let from = 0; from < COUNT; from += BATCH) {
    batches.push(await takeBatch(from))
    opened = { ...opened, walk }
    const mark = from + BATCH
    if (!MARKS.includes(mark)) continue
    found.push([mark, tell(`${mark} reports`, batches.slice(-LAST / BATCH))])
    const size = statSync(join(folder, 'derived.db')).size
    console.log(`${mark} reports: ${asMiB(peak)} MiB of memory at most, ${asMiB(size)} MiB of store`)
  }
  tellFit(found)
  const anew: Record<Stage, Took>[] = []
  for (let nth = 0; nth < ANEW; nth++) anew.push(await takeBatch(COUNT + nth * BATCH))
  tell(`opened anew for each ${BATCH} after ${COUNT}`, anew)
  tellClaims(store)
  store.close()
}

function open(store: Store, walk: Walk | undefined): { walk: Walk | undefined; shelf: OpenShelf; linking: Linking } {
  const shelf = openShelf(store, walk)
  return { walk, shelf, linking: openLinking({ shelf, readOf: openReads(store, MAKERS), rulings: [] }) }
}

function asMiB(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

async function keepReadings(store: Store, reads: readonly ReadDoc[], from: number): Promise<void> {
  await keepOutcomes(
    store,
    reads.map(({ doc, reading }, at) => {
      const seen = from + at + 1
      return { doc: { doc, report: doc.name, first: seen, seen, given: '', words: doc.id }, reading }
    }),
  )
}

async function keep(
  store: Store,
  { linking, walk, shelf }: { linking: Linking; walk: Walk | undefined; shelf: OpenShelf },
): Promise<{ walk: Walk | undefined; took: Record<'rows' | 'keep', Took> }> {
  let rows: Took = { cpu: 0, wall: 0 }
  const whole = watch()
  const kept = await keepLinked(
    store,
    { linkedTo: 0, makers: MAKERS },
    {
      before: walk,
      isWhole: !walk,
      shelf,
      async changes(within) {
        const part = watch()
        await linking.write(within)
        rows = part()
      },
    },
  )
  const all = whole()
  return { walk: kept || undefined, took: { rows, keep: { cpu: all.cpu - rows.cpu, wall: all.wall - rows.wall } } }
}

// Begins to watch the clocks; what is given back says what passed since, for one report of a batch.
function watch(): () => Took {
  const began = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { cpu: (user + system) / 1000 / BATCH, wall: (performance.now() - began) / BATCH }
  }
}

function tell(when: string, last: readonly Record<Stage, Took>[]): Took {
  const of = (stages: readonly Stage[], clock: keyof Took): number =>
    median(last.map((took) => stages.reduce((sum, stage) => sum + took[stage][clock], 0)))
  const stages = ['take', 'rows', 'keep'] as const
  const each = stages.map((stage) => `${stage} ${of([stage], 'cpu').toFixed(2)}`).join(', ')
  const whole = { cpu: of(stages, 'cpu'), wall: of(stages, 'wall') }
  console.log(
    `${when}: ${whole.cpu.toFixed(2)} ms of processor time a report (${each}), ${whole.wall.toFixed(2)} ms by the clock`,
  )
  return whole
}

// ms = a + b log(reports), by least squares over the marks from 10,000 on
function tellFit(found: readonly [count: number, took: Took][]): void {
  const points = found.filter(([count]) => count >= 10_000).map(([count, { cpu }]) => [count, cpu] as const)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return
  console.log(`at ${last[0]} reports ${(last[1] / first[1]).toFixed(2)} times what it cost at ${first[0]}`)
  const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length
  const x = mean(points.map(([count]) => Math.log(count)))
  const y = mean(points.map(([, ms]) => ms))
  const slope =
    points.reduce((sum, [count, ms]) => sum + (Math.log(count) - x) * (ms - y), 0) /
    points.reduce((sum, [count]) => sum + (Math.log(count) - x) ** 2, 0)
  console.log(`carried on to a million reports: ${(y + slope * (Math.log(1_000_000) - x)).toFixed(2)} ms a report`)
}

// How many reports print one claim, of the mix as it was made.
function tellClaims({ plain }: Store): void {
  const rows = plain.rows(
    `select count(distinct doc) as docs from derived.linked where noun = 'appearance' group by claim`,
  )
  const prints = rows.map(({ docs }) => Number(docs)).sort((a, b) => a - b)
  const at = (share: number): number => prints[Math.floor(share * (prints.length - 1))] ?? 0
  console.log(
    `${prints.length} claims: half are printed by ${at(0.5)} or fewer, of a hundred one by ${at(0.99)} or more, the most by ${at(1)}`,
  )
}
