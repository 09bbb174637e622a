// A disk that is really full: a file system of some megabytes in memory, filled beside the desk while reports come in. The acts that
// find no room say so; once there is room again the same process goes on by itself.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '../readout.ts'
import { beginActs, findHarm } from './run-acts.ts'

const ROOM = 16 * 2 ** 20
const BALLAST = 14 * 2 ** 20

test('a full disk stops what comes in, and room lets it go on', async (t) => {
  const root = join(makeFolder(), 'small')
  mkdirSync(root)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}`, 'none', root])
  if (mounted.status !== 0) return t.skip(`no small file system can be mounted here: ${String(mounted.stderr).trim()}`)
  try {
    const ballast = join(root, 'ballast')
    writeFileSync(ballast, Buffer.alloc(BALLAST))
    const dir = join(root, 'desk')
    mkdirSync(dir)
    writeFileSync(join(dir, 'settings.json'), '{"diskFreeMiB": 0}') // else intake stops long before
    const run = beginActs({ desk: dir, from: 1, count: 60, acts: ['capture', 'derive', 'decide'], seed: 7 })
    run.child.stdout?.on('data', () => {
      if (run.told.some((line) => line.startsWith('refused'))) rmSync(ballast, { force: true })
    })
    const { status } = await run.ended
    const refused = run.told.filter((line) => line.startsWith('refused'))
    assert.ok(refused.length > 0, 'the disk was never full')
    for (const line of refused) assert.match(line, /^refused \w+ STORE_FAILED .*(?:full|could not be written or grow)/)
    assert.equal(status, 0, run.told.join('\n'))
    assert.deepEqual(await findHarm(dir, run.said), [])
    t.diagnostic(`${refused.length} acts were refused, ${run.said.length} acknowledged, before and after`)
  } finally {
    spawnSync('umount', [root])
  }
})
