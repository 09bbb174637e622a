// The two real reports that a person has marked, from the command line to the ledger and the edition. They belong to
// their publishers and are read where they lie; where they do not lie, the test says so and is skipped.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadHoldings } from '../../src/desk/holdings.ts'
import type { LedgerJson } from '../../src/desk/ledger-json.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { copyVectors, shuffleInPortions, takeInPortions } from '../arrivals.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { makeFolder, readout } from '../readout.ts'

interface GoldDocument {
  readonly id: string
  readonly outlet: string | null
  readonly published: string
  readonly attributions: readonly {
    readonly claim?: string
    readonly content: readonly (readonly [number, number])[]
  }[]
}

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const GOLD = join(SHARED, 'gold', 'seeds.json')
const SCORER = join(SHARED, 'tools', 'score-seeds.mjs')
const missing = [GOLD, SCORER, join(SHARED, 'seeds')].find((path) => !existsSync(path))
const { seeds: floors } = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  seeds: Record<string, number>
}

test('the two seeds keep their floors, the check passes, and the edition prints', {
  skip: missing ? `${missing} is not here: not measured` : false,
}, async (t) => {
  const folder = makeFolder()
  const env = { READOUT_DESK: join(folder, 'desk') }
  const run = async (...args: readonly string[]): Promise<string> => {
    const { status, out, err } = await readout(args, { cwd: folder, env })
    assert.equal(status, 0, err)
    return out
  }
  const { documents } = JSON.parse(readFileSync(GOLD, 'utf8')) as { documents: readonly GoldDocument[] }
  for (const { id, outlet, published } of documents) {
    const given = ['--published', published, ...(outlet ? ['--outlet', outlet] : [])]
    await run('add', join(SHARED, 'seeds', `${id}.txt`), ...given)
  }
  const printed = await run('ledger', '--json')
  writeFileSync(join(folder, 'ledger.json'), printed)
  const scored = execFileSync(process.execPath, [SCORER, GOLD, join(folder, 'ledger.json'), '--json'], {
    encoding: 'utf8',
  })
  const scores = JSON.parse(scored) as Record<string, { recall?: number; precision?: number; share?: number }>
  for (const [name, floor] of Object.entries(floors)) {
    const [, what = '', part] = /^(.*?)(?: (recall|precision))?$/.exec(name) ?? []
    const found = scores[what]?.[(part ?? 'share') as 'recall' | 'precision' | 'share'] ?? 0
    t.diagnostic(`${name}: ${found}, floor ${floor}`)
    assert.ok(found >= floor, `${name} fell to ${found}, under its floor of ${floor}`)
  }
  assertOneClaimOneOrigin(JSON.parse(printed) as LedgerJson, documents)
  await assertOrderFree(env.READOUT_DESK)
  assert.match(await run('check'), /all of it holds/)
  assert.match(await run('edition'), /outlet unknown/)
})

/** Fifty shuffles of two reports: each of their orders, one after the other and at once. */
async function assertOrderFree(dir: string): Promise<void> {
  const desk = await openDesk(dir)
  try {
    const { docs } = await loadHoldings(desk)
    const vectorOf = copyVectors(desk.store, docs)
    const whole = await takeInPortions([docs], { vectorOf })
    const random = randomFrom(20_240_214)
    for (let shuffle = 0; shuffle < 50; shuffle++) {
      assert.deepEqual(
        await takeInPortions(shuffleInPortions(docs, random), { vectorOf, isKilled: () => random() < 0.2 }),
        whole,
        `shuffle ${shuffle}`,
      )
    }
  } finally {
    await desk.close()
  }
}

/** The remark that both print word for word, marked "fell-apart" in the gold, is one claim with one origin. */
function assertOneClaimOneOrigin({ documents, ledger }: LedgerJson, gold: readonly GoldDocument[]): void {
  const claims = gold.map(({ id, attributions }) => {
    const marked = attributions.filter(({ claim }) => claim === 'fell-apart').flatMap(({ content }) => content)
    const found = documents.find((document) => document.id === id)?.attributions ?? []
    const same = found.filter(({ content }) =>
      content.some(([start, end]) => marked.some(([from, to]) => start < to && from < end)),
    )
    return same.flatMap(({ claim }) => claim)
  })
  const both = claims[0]?.filter((claim) => claims.every((list) => list.includes(claim))) ?? []
  const row = ledger.find(({ claim }) => both.includes(claim))
  assert.ok(row, 'the remark is not one claim of both')
  assert.deepEqual([row.atLeast, row.atMost, row.independentOrigins.length], [1, 1, 1])
}
