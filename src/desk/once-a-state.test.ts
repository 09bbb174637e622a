import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { derive } from './derive.ts'
import { onceAState } from './once-a-state.ts'
import { openDesk } from './open-desk.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

test('a thing is made once for each state of the desk, and long lists push no page out', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-once-'))
  const desk = await openDesk(dir, { rooms: standIn() })
  try {
    const made: string[] = []
    const ask = (key: string, kind?: 'reasons', weight = 1): Promise<string> =>
      onceAState(desk.store, key, () => Promise.resolve(made.push(key)).then(() => key), {
        ...(kind && { kind }),
        weight,
      })
    await ask('page')
    await ask('page')
    for (let list = 0; list < 10; list++) await ask(`list ${list}`, 'reasons', 3000)
    await ask('page')
    await ask('list 9', 'reasons', 3000)
    assert.equal(made.filter((key) => key === 'page').length, 1)
    assert.equal(made.filter((key) => key === 'list 9').length, 1)
    await ask('list 0', 'reasons', 3000) // only the last few are kept
    assert.equal(made.filter((key) => key === 'list 0').length, 2)
    await ask('longest', 'reasons', 100_000) // by itself, if it is longer than all that is kept
    await ask('longest', 'reasons', 100_000)
    await ask('list 0', 'reasons', 3000)
    assert.equal(made.filter((key) => key === 'longest').length, 1)
    assert.equal(made.filter((key) => key === 'list 0').length, 3)
    await takeIn(desk, handIn(['a report of the levy']), () => {})
    await derive(desk)
    await ask('page')
    assert.equal(made.filter((key) => key === 'page').length, 2)
  } finally {
    await desk.close()
    rmSync(dir, { recursive: true, force: true })
  }
})

test('what failed is tried again', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'readout-once-'))
  const desk = await openDesk(dir, { rooms: standIn() })
  try {
    await assert.rejects(onceAState(desk.store, 'page', () => Promise.reject(new Error('busy'))))
    assert.equal(await onceAState(desk.store, 'page', () => Promise.resolve('made')), 'made')
  } finally {
    await desk.close()
    rmSync(dir, { recursive: true, force: true })
  }
})
