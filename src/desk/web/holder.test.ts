import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import { test } from 'node:test'
import { isGone, nameHolder } from './holder.ts'

test('a holder is gone once its process has ended on this machine, and in doubt it is not', () => {
  const own = nameHolder()
  assert.notEqual(own, nameHolder())
  assert.equal(isGone(own), false)
  const { pid } = spawnSync(process.execPath, ['--version'])
  assert.equal(isGone(`${hostname()} ${pid} x`), true)
  assert.equal(isGone(`${hostname()}-elsewhere ${pid} x`), false)
  for (const other of ['', 'holder 1', `${hostname()} 0 x`, `${hostname()} -1 x`, `${hostname()}`]) {
    assert.equal(isGone(other), false, other)
  }
})
