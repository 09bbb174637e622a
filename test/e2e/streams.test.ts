// Outputs that close or fill up and inputs that never end: nothing kept is lost, nothing waits for ever.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { MAIN, makeFolder, type Ran, readout, readoutHead } from '../readout.ts'

const LINES = Array.from({ length: 100 }, (_, i) =>
  JSON.stringify({ id: `levy-${i}`, text: `The envoy Ilse Marrow said on day ${i} that the levy talks would go on.` }),
).join('\n')

test('a reader who closes the pipe early does not end the intake', async () => {
  const desk = join(makeFolder(), 'desk')
  const { status, err } = await readoutHead(['add', '-', '--desk', desk], LINES)
  assert.equal(status, 0, err)
  assert.doesNotMatch(err, /Warning|readout:/)
  assert.match((await readout(['check', '--desk', desk])).out, /checked 100 captures/)
})

test('a full disk behind standard output is one line and status 1, and the intake goes on', async (t) => {
  if (!existsSync('/dev/full')) return t.skip('this system has no /dev/full')
  const desk = join(makeFolder(), 'desk')
  for (const args of [
    ['add', '-', '--desk', desk],
    ['ledger', '--json', '--desk', desk],
  ]) {
    const { status, err } = await intoFull(args, LINES)
    assert.equal(status, 1, err)
    assert.equal(err.match(/^readout: /gm)?.length, 1, err)
    assert.match(err, /^readout: standard output cannot be written \(ENOSPC\)[^\n]+$/m)
    assert.doesNotMatch(err, /\n\s+at /)
  }
  assert.match((await readout(['check', '--desk', desk])).out, /checked 100 captures/)
})

function intoFull(args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'] })
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.stdin?.on('error', () => {})
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out: '', err }))
    child.stdin?.end(input)
  })
}
