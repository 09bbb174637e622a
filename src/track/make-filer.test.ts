// However reports come, late, in bits, taken away and brought again, and however often a process starts anew: the register is the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePlaces, type Filed, type Register } from '../model/filed.ts'
import type { Fileable } from './file-report.ts'
import { makeFileable } from './group-stories.ts'
import { makeFiler } from './make-filer.ts'
import { makeMemoryRegister } from './memory-register.contract.ts'
import type { Limits } from './window.ts'

const KINDS = [
  'earthquake coast houses rescue survivors tremor aftershock rubble tents',
  'levy council crowns traders protest rate duty stalls vote',
  'prisoners exchange bridge buses families list guards envoy river',
  'harvest grain wagons price mills drought bread barns farmers',
]
const SYLLABLES = 'tol var bris sen kar ask hal vel dor nal or lenne ves sin ket ter'.split(' ')
const SEEDS = [1, 2, 3, 4, 5]

function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Reports on twelve matters of four kinds, so that some are twins, over so many days; each ninth is undated. In order. */
function makeReports(count: number, days: number): Fileable[] {
  const random = makeRandom(6)
  const below = (most: number): number => Math.floor(most * random())
  const reports = Array.from({ length: count }, (_, k) => {
    const story = below(12)
    const own = (): string => {
      const at = below(5)
      const [a, b] = [SYLLABLES[(story + at) % 16] ?? '', SYLLABLES[(5 * story + 3 * at) % 16] ?? '']
      return `in ${a.slice(0, 1).toUpperCase()}${a.slice(1)}${b}`
    }
    const text = `The ${KINDS[story % 4]} ${own()} ${own()} ${own()} ${own()} ${story * 11 + below(2)} and ${own()}.`
    const published = new Date(Date.UTC(2031, 0, 1 + below(days))).toISOString().slice(0, k % 2 ? 10 : 16)
    return makeFileable({ id: `${k}`, name: `${k % 7}`, text, ...(k % 9 > 0 && { published }) })
  })
  return reports.sort(comparePlaces)
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

function listAll(register: Register): Promise<Filed[]> {
  return register.listFrom({ id: '', name: '', published: '' }, Number.POSITIVE_INFINITY)
}

/** What a register says after these reports, one by one in this order. */
async function fileInOrder(reports: readonly Fileable[], limits: Limits): Promise<readonly Filed[]> {
  const register = makeMemoryRegister()
  const filer = makeFiler(limits)
  for (const report of reports) await filer.file(register, [report])
  return register.all()
}

for (const limits of [
  { days: 30, reports: 1000 },
  { days: 400, reports: 20 },
  { days: 25, reports: 30 },
]) {
  test(`any order gives one end, holding ${limits.days} days and ${limits.reports} reports`, async () => {
    const reports = makeReports(150, 120)
    const wanted = await fileInOrder(reports, limits)
    assert.ok(wanted.some(({ moves }) => moves.length > 0) && new Set(wanted.map(({ story }) => story)).size > 5)
    for (const seed of SEEDS) {
      const random = makeRandom(seed)
      const register = makeMemoryRegister()
      const storyOf = new Map<string, string | undefined>()
      let filer = makeFiler(limits)
      const file = async (added: readonly Fileable[], removed: readonly string[] = []): Promise<void> => {
        const { changed } = await filer.file(register, added, removed)
        for (const [id, { from, to }] of changed) {
          assert.equal(from, storyOf.get(id))
          storyOf.set(id, to)
        }
      }
      const left = shuffle(reports, random)
      while (left.length > 0) {
        const some = left.splice(0, 1 + Math.floor(5 * random()))
        await file(some)
        if (random() < 0.2) await file([], [some[0]?.id ?? ''])
        if (random() < 0.3) filer = makeFiler(limits)
        if (random() < 0.2) left.push(...some.slice(0, 1)) // comes again, or for the first time since it was taken away
      }
      await file(reports)
      assert.deepEqual(await listAll(register), wanted)
      for (const { id, story } of wanted) assert.equal(storyOf.get(id), story)
    }
  })
}

test('a late report has only those filed again that it can bear on', async () => {
  const reports = makeReports(400, 800).filter(({ published }) => published)
  const limits = { days: 20, reports: 1000 }
  const register = makeMemoryRegister()
  const filer = makeFiler(limits)
  const late = reports[100] ?? assert.fail()
  await filer.file(
    register,
    reports.filter((report) => report !== late),
  )
  const { filed } = await filer.file(register, [late])
  assert.ok(filed > 1 && filed < 80, `${filed} of ${reports.length} filed again`)
  assert.deepEqual(register.all(), await fileInOrder(reports, limits))
})

test('what is there as it is, and what was never there, cost nothing', async () => {
  const reports = makeReports(30, 60)
  const register = makeMemoryRegister()
  const filer = makeFiler()
  await filer.file(register, reports)
  assert.deepEqual(await filer.file(register, reports, ['nobody']), { filed: 0, changed: new Map() })
})

test('a report that was changed is filed anew, and the last one taken away leaves nothing', async () => {
  const [first, second] = makeReports(2, 10)
  assert.ok(first && second)
  const register = makeMemoryRegister()
  const filer = makeFiler()
  await filer.file(register, [first])
  await filer.file(register, [{ ...second, id: first.id }])
  assert.deepEqual(register.all()[0]?.stems, second.stems)
  const { changed } = await filer.file(register, [], [first.id])
  assert.deepEqual([...changed], [[first.id, { from: first.id, to: undefined }]])
  assert.deepEqual(register.all(), [])
})
