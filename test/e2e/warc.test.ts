// A desk out as WARC and in again, as people do it; and, where Python's warcio is installed, its word on the file.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { splitMembers, splitWarc } from '../../src/archive/split-warc.contract.ts'
import { makeFolder, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { openSampleDesk } from '../sample-desk.ts'

const SAMPLE = join(import.meta.dirname, '..', '..', 'sample', 'reports')

function payloadsOf(desk: string): unknown[] {
  const db = new DatabaseSync(join(desk, 'truth.db'), { readOnly: true })
  try {
    return db
      .prepare('select digest from payload order by digest')
      .all()
      .map(({ digest }) => digest)
  } finally {
    db.close()
  }
}

test('the sample goes out as WARC and comes into an empty desk with the same bytes and the same ledger', async (t) => {
  const folder = makeFolder()
  const run = (...args: string[]) => readout(args, { cwd: folder })
  await (await openSampleDesk(join(folder, 'one'))).close()
  const out = await run('export', '--warc', 'desk.warc.gz', '--desk', 'one')
  assert.deepEqual(
    [out.status, out.out],
    [0, 'warcinfo: 1\nmetadata: 20\nresource: 20\n20 captures exported to desk.warc.gz\n'],
  )
  const file = join(folder, 'desk.warc.gz')
  assert.equal(splitMembers(readFileSync(file)).flatMap(splitWarc).length, 41)
  const back = await run('add', 'desk.warc.gz', '--desk', 'two')
  assert.match(back.out, /\n20 new, 0 seen again, 0 refused\n$/)
  assert.deepEqual(payloadsOf(join(folder, 'two')), payloadsOf(join(folder, 'one')))
  const [one, two] = [await run('ledger', '--desk', 'one'), await run('ledger', '--desk', 'two')]
  assert.equal(two.out, one.out)
  assert.equal((await run('check', '--desk', 'two')).status, 0)
  const checked = spawnSync('python3', ['-m', 'warcio.cli', 'check', '-v', file], { encoding: 'utf8' })
  const isThere = checked.error === undefined && !checked.stderr.includes('No module named')
  if (!isThere) return t.skip('the outside checker is not there: pip install warcio') // what could be tried here held
  assert.equal(checked.status, 0, checked.stdout)
  assert.equal(checked.stdout.match(/digest pass/g)?.length, 40)
})

test('an export names a folder or a file, never both, and leaves a file that is there', async () => {
  const folder = makeFolder()
  const run = (...args: string[]) => readoutHere(args, { cwd: folder })
  assert.equal((await run('add', join(SAMPLE, '01-meridian-dam-offer.html'), '--desk', 'one')).status, 0)
  for (const args of [[], ['out', '--warc', 'a.warc']]) {
    const { status, err } = await run('export', ...args, '--desk', 'one')
    assert.deepEqual([status, err], [2, 'readout: name either a folder or, with --warc, a file such as desk.warc.gz\n'])
  }
  const { out } = await run('export', '--warc', 'a.warc', '--json', '--desk', 'one')
  assert.deepEqual(JSON.parse(out), { captures: 1, records: { warcinfo: 1, metadata: 1, resource: 1 } })
  const again = await run('export', '--warc', 'a.warc', '--desk', 'one')
  assert.equal(again.status, 2)
  assert.match(again.err, /^readout: a\.warc: nothing was written \(there is a file of that name\); name a new file/)
})
