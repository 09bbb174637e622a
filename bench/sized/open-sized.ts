// A desk of any size with ready-made docs, readings and linked rows, all of it invented, in a long-tailed mix of stories over two
// years. It is written past the code that makes such rows, which takes hours; the catalogue is made by the code that keeps it up.
// It stays in a folder of its own, and a second run finds it there.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/archive/open-store.ts'
import { keepCatalogue } from '../../src/desk/catalogue/keep-catalogue.ts'
import { type Mix, makeMix } from '../make-readings.ts'
import { entityOf, kindOf, nameOf } from './invent-names.ts'
import { openPut, putLinked, putLog, putTruth } from './put-rows.ts'
import { putStory } from './put-story.ts'
import { tell } from './tell-report.ts'

/** How long it took to make, in milliseconds of processor time; absent where the desk was there. */
export interface Made {
  readonly dir: string
  readonly rowsMs?: number
  readonly catalogueMs?: number
}

/** The desk with so many reports, over two years or the days given, made where there is none. */
export async function openSized(count: number, days?: number): Promise<Made> {
  const dir = join(tmpdir(), `readout-bench-desk-${count}${days === undefined ? '' : `-in-${days}-days`}`)
  const begun = `${dir}.begun`
  if (existsSync(dir)) return { dir }
  if (!existsSync(`${begun}-rows`)) {
    rmSync(begun, { recursive: true, force: true })
  }
  const rowsMs = existsSync(`${begun}-rows`) ? undefined : await timed(() => writeRows(begun, makeMix(count, 1, days)))
  if (rowsMs !== undefined) renameSync(begun, `${begun}-rows`)
  const catalogueMs = await timed(() => catalogue(`${begun}-rows`))
  renameSync(`${begun}-rows`, dir)
  return { dir, ...(rowsMs !== undefined && { rowsMs }), catalogueMs }
}

// Of processor time: other programs on the machine do not count.
async function timed(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** A desk of a mix in an empty folder. Its readings come of no reader: what they say is kept as it is. */
export async function makeSized(dir: string, mix: Mix): Promise<void> {
  await writeRows(dir, mix)
  await catalogue(dir)
}

async function catalogue(dir: string): Promise<void> {
  const store = await openStore(dir)
  await keepCatalogue({ store })
  store.close()
}

async function writeRows(dir: string, mix: Mix): Promise<void> {
  mkdirSync(dir, { recursive: true })
  ;(await openStore(dir)).close()
  const put = openPut(dir)
  const reportsOf = new Map<number, number[]>()
  for (let number = 0; number < mix.count; number++) {
    const story = mix.storyOf[number] ?? 0
    const own = reportsOf.get(story)
    if (own) own.push(number)
    else reportsOf.set(story, [number])
  }
  const known = new Set<number>()
  let done = 0
  for (const [story, numbers] of reportsOf) {
    const told = numbers.map((number) => tell(story, number, mix.minutes[number] ?? 0))
    for (const one of told) {
      putTruth(put, one)
      for (const { person } of one.said) {
        if (known.has(person)) continue
        known.add(person)
        putLinked(put, `entity ${entityOf(person)}`, {
          noun: 'entity',
          id: entityOf(person),
          sort: '',
          thing: { id: entityOf(person), kind: kindOf(person), name: nameOf(person) },
        })
      }
    }
    putStory(put, story, told)
    done += told.length
    if (Math.floor(done / 50_000) > Math.floor((done - told.length) / 50_000)) console.log(`${done} reports made`)
  }
  putLog(put, mix.count)
  put.close()
}
