// What it costs to file one more report under its story, with ten thousand reports in the register and with a hundred thousand: the
// median over batches as a desk takes them in, each a transaction. What a late report costs, and a process that starts anew. On made-up
// word bags, in a store of its own.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/archive/open-store.ts'
import { openRegister } from '../src/archive/register.ts'
import type { Fileable } from '../src/track/file-report.ts'
import { makeFiler } from '../src/track/make-filer.ts'
import { makeWordBags } from './make-word-bags.ts'
import { median, timed } from './measure.ts'

const TOTAL = Number(process.argv[2] ?? 101_000)
const BATCH = 20
const FILLING = 200 // reports a transaction where nothing is measured
const MEASURED = 1000 // reports

const folder = mkdtempSync(join(tmpdir(), 'readout-filing-'))
const store = await openStore(folder)
const { derived } = await store.kysely()

const filer = makeFiler()
async function file(reports: readonly Fileable[], by = filer): Promise<number> {
  return (await derived.transaction().execute((trx) => by.file(openRegister(trx), reports))).filed
}

const MIB = 2 ** 20
const memory = (): string => `${(process.memoryUsage().rss / MIB).toFixed(0)} MiB`
const medians: number[] = []
let batch: Fileable[] = []
let costs: { ms: number; cpu: number }[] = []
let last: Fileable | undefined
let there = 0
for (const report of makeWordBags(TOTAL)) {
  batch.push(report)
  const isMeasured = there >= 10_000 && there % 10_000 < MEASURED
  if (batch.length < (isMeasured ? BATCH : FILLING)) continue
  const before = process.cpuUsage()
  const ms = await timed(() => file(batch))
  const { user, system } = process.cpuUsage(before)
  if (isMeasured) costs.push({ ms: ms / BATCH, cpu: (user + system) / 1000 / BATCH })
  there += batch.length
  last = batch.at(-1)
  batch = []
  if (!isMeasured || there % 10_000 !== MEASURED) continue
  const [wall, cpu] = [median(costs.map((one) => one.ms)), median(costs.map((one) => one.cpu))]
  medians.push(cpu)
  const cost = `${wall.toFixed(2)} ms a report, ${cpu.toFixed(2)} ms of the processor`
  console.log(`${there - MEASURED} reports there: ${cost}, ${memory()} held by the process`)
  costs = []
}
console.log(`the processor's last median over its first: ${((medians.at(-1) ?? 0) / (medians[0] ?? 1)).toFixed(2)}`)

for (const days of [1, 7, 400]) {
  const published = new Date(Date.parse(last?.published ?? '') - days * 86_400_000).toISOString()
  const late = { ...(last as Fileable), id: `late-${days}`, name: `late-${days}`, published }
  let again = 0
  const ms = await timed(async () => {
    again = await file([late])
  })
  console.log(`a report that is ${days} days late: ${again} filed again, ${(ms / 1000).toFixed(1)} s, ${memory()}`)
}
const anew = makeFiler()
const next = { ...(last as Fileable), id: 'next', name: 'next', published: '2033-01-02T00:00:00.000Z' }
console.log(`a process that starts anew, and one report: ${(await timed(() => file([next], anew))).toFixed(0)} ms`)
console.log(`derived.db: ${(statSync(join(folder, 'derived.db')).size / MIB).toFixed(0)} MiB`)
store.close()
rmSync(folder, { recursive: true, force: true })
