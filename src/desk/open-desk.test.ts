import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDesk } from './open-desk.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-open-'))
after(() => rmSync(root, { recursive: true, force: true }))

function makeDir(): string {
  return mkdtempSync(join(root, 'dir-'))
}

test('a desk is made where there is none, folders on the way too, and opened again', async () => {
  const dir = join(makeDir(), 'deep', 'desk')
  await (await openDesk(dir)).close()
  assert.deepEqual(readdirSync(dir).sort(), ['derived.db', 'truth.db'])
  await (await openDesk(dir, { make: false })).close()
})

test('an empty folder becomes a desk, hidden files or not', async () => {
  const dir = makeDir()
  writeFileSync(join(dir, '.folder-settings'), '')
  await (await openDesk(dir)).close()
  assert.ok(existsSync(join(dir, 'truth.db')))
})

test('a folder of other things is left alone', async () => {
  const dir = makeDir()
  writeFileSync(join(dir, 'letters.txt'), 'Dear Ilse')
  await assert.rejects(openDesk(dir), { code: 'NOT_A_DESK', message: /letters\.txt/ })
  assert.deepEqual(readdirSync(dir), ['letters.txt'])
})

test('a file is no desk', async () => {
  const file = join(makeDir(), 'letters.txt')
  writeFileSync(file, 'Dear Ilse')
  await assert.rejects(openDesk(file), { code: 'NOT_A_DESK', message: /a file, not a folder/ })
})

test('where none is to be made, nothing is', async () => {
  const dir = join(makeDir(), 'desk')
  await assert.rejects(openDesk(dir, { make: false }), { code: 'NOT_A_DESK', message: /there is no desk here/ })
  assert.equal(existsSync(dir), false)
})
