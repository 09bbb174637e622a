import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Alarm, DeskStatus } from '../../model/desk-status.ts'
import type { Happening } from '../../model/happening.ts'
import { watchAlarms } from './watch-alarms.ts'

test('each alarm is told once as it begins and once as it ends, each silent source by itself', async () => {
  const disk: Alarm = { name: 'intake stopped', words: 'Nothing is taken in: 7 MiB are free' }
  const courier: Alarm = { name: 'silent', words: 'The Courier fell silent' }
  const post: Alarm = { name: 'silent', words: 'The Post fell silent' }
  const looks: Alarm[][] = [
    [disk],
    [{ ...disk, words: 'Nothing is taken in: 6 MiB are free' }, courier],
    [courier, post],
    [],
  ]
  let shown = 0
  const told: Happening[] = []
  const status = {
    async now() {
      const alarms = looks[Math.min(shown, looks.length - 1)] ?? []
      shown += 1
      return { alarms } as unknown as DeskStatus
    },
  }
  const watching = watchAlarms(status, (one) => told.push(one), 5)
  while (shown < looks.length + 2) await pause(5)
  watching.end()
  assert.deepEqual(
    told.map(({ what, words, facts }) => [what, words ?? facts?.alarm]),
    [
      ['alarm', disk.words],
      ['alarm', courier.words],
      ['alarm', post.words],
      ['alarm over', 'intake stopped'],
      ['alarm over', courier.words],
      ['alarm over', post.words],
    ],
  )
})

test('a desk that cannot be looked at is told of as a fault, and looked at again', async () => {
  const told: Happening[] = []
  const watching = watchAlarms({ now: () => Promise.reject(new Error('the disk is gone')) }, (one) => told.push(one), 5)
  while (told.length < 2) await pause(5)
  watching.end()
  assert.deepEqual([told[0]?.what, told[0]?.words], ['fault', 'the disk is gone'])
})
