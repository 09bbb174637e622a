// An edition at the command line, as an editor takes it from its draft to its correction, through the file in between.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from './readout.ts'
import { readoutHere } from './readout-here.ts'
import { openSampleDesk } from './sample-desk.ts'

test('drafted, edited in a file, checked, issued with a reason, corrected, listed', async () => {
  const folder = makeFolder()
  const [desk, week] = [join(folder, 'desk'), join(folder, 'week.md')]
  await (await openSampleDesk(desk)).close()
  const env = { READOUT_DESK: desk, READOUT_BY: 'Ada Orme' }
  const edition = (...args: string[]) => readoutHere(['edition', ...args], { env })
  const change = (from: string | RegExp, to: string) =>
    writeFileSync(week, readFileSync(week, 'utf8').replace(from, to))

  assert.match((await edition('check')).err, /no edition was drafted on this desk yet; "readout edition draft"/)
  assert.match((await edition('draft', '--week', '2031-w10')).out, /^kept version 1 of edition 2031-W10 \(draft\)/)
  assert.match((await edition('edit', '--out', week)).out, /version 1, to be edited/)

  change(/ (\{#[0-9a-f]+)\}$/m, ' $1')
  const broken = await edition('edit', week)
  assert.equal(broken.status, 1)
  assert.match(broken.err, /week\.md:\d+: the marker \{#[0-9a-f]+ cannot be read/)
  change(/ (\{#[0-9a-f]+)$/m, ' $1}')
  change(/^# .*$/m, '# A dam and its ports')
  change(
    /^An unnamed Karskan government official denied that/m,
    'An unnamed Karskan government official “never” denied that',
  )
  const kept = await edition('edit', week)
  assert.deepEqual([kept.status, kept.err], [0, ''])
  assert.match(
    kept.out,
    /title: A dam and its ports\n.*reword \{#.*\n.*kept version 2.*[\s\S]*quoted: “never” is not in its evidence/,
  )
  assert.match(readFileSync(week, 'utf8'), /^<!-- readout edition 2031-W10, version 2 -->/)

  const checked = await edition('check')
  assert.equal(checked.status, 1)
  const marker = /not borne out \{#([0-9a-f]+)\}/.exec(checked.out)?.[1] ?? ''
  assert.equal((await edition('issue')).status, 2)
  assert.match((await edition('issue', '--accept', `${marker}=we asked them`)).out, /kept version 3 .* \(issued\)/)

  assert.equal((await edition('correct')).status, 2) // no reason
  assert.match(
    (await edition('correct', week, '--why', 'too late')).err,
    /was edited meanwhile: Ada Orme kept version 3/,
  )
  await edition('edit', '--out', week)
  change(new RegExp(`^.*\\{#${marker}\\}\\n\\n`, 'm'), '')
  const corrected = await edition('correct', week, '--why', 'nobody denied it')
  assert.match(
    corrected.out,
    /kept version 4 .* \(corrected\)\n {2}taken out: An unnamed Karskan .* \(nobody denied it\)/,
  )
  assert.match(
    (await edition('versions')).out,
    /^1 {2}draft .*\n2 {2}draft .*\n3 {2}issued .*\n4 {2}corrected .*\n {5}taken out: /,
  )
  assert.match((await edition('leaning')).out, /^nothing has changed under the lines/)
  assert.match(
    (await readoutHere(['check'], { env })).out,
    /4 versions of editions, by the texts that are kept with them/,
  )
})
