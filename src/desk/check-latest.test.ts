import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { checkLatest } from './check-latest.ts'
import { derive } from './derive.ts'
import { openDesk } from './open-desk.ts'
import { handIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-latest-'))
after(() => rmSync(root, { recursive: true, force: true }))

const REPORT = {
  name: 'levy',
  outlet: 'Meridian News Agency',
  published: '2031-05-06',
  text: `Envoy says levy talks will go on

The Veldanian envoy Ilse Marrow said on Monday that the levy talks in Karsk would go on through the spring.

“We have not left the table,” Marrow told Meridian News Agency. “Nobody has asked us to.”`,
}

test('the latest edition is tried line by line; what cannot be printed is a breach that names its line', async () => {
  const dir = join(root, 'desk')
  const desk = await openDesk(dir)
  await takeIn(desk, handIn([REPORT]), () => {})
  await derive(desk)
  const sound = await checkLatest(desk)
  await desk.close()
  assert.ok('week' in sound && sound.week === '2031-W19' && sound.lines > 0, JSON.stringify(sound))
  const raw = new DatabaseSync(join(dir, 'derived.db'))
  const harmed = raw.prepare("update reading set record = replace(record, 'content', 'contempt')").run()
  raw.close()
  assert.ok(Number(harmed.changes) > 0)
  const again = await openDesk(dir)
  const found = await checkLatest(again)
  const bent = await checkLatest(again, () => {
    const message = 'the line "Marrow left the table" cannot be printed: levy does not have it at 5-9'
    return Promise.reject(new ReadoutError('EVIDENCE_BROKEN', message))
  })
  await again.close()
  assert.match('breach' in found ? found.breach.reason : 'none', /^it cannot be composed \(/)
  assert.match('breach' in bent ? bent.breach.reason : 'none', /^the line "Marrow left the table" cannot be printed/)
})
