import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskStatus } from '../../model/desk-status.ts'
import type { Followed, Health } from '../../model/followed.ts'
import { asId } from '../../model/id.ts'
import { judgeAlarms } from './judge-alarms.ts'

const AT = '2031-03-08T12:00:00.000Z'
const QUIET: Omit<DeskStatus, 'alarms'> = {
  at: AT,
  version: '1.0.0',
  node: '24.15.0',
  engine: 'SQLite 3.51.3',
  captures: 0,
  decisions: 0,
  reports: 0,
  read: 0,
  faults: 0,
  waiting: 0,
  sources: { followed: 0, silent: 0, failing: 0, paused: 0 },
  jobsAside: 0,
  mailUnknown: 0,
  bytes: 0,
  memoryFree: 0,
  processes: [],
}

function source(id: string, health: Partial<Health>, state: Followed['state'] = 'followed') {
  const url = `https://${id}.example/feed`
  const own: Followed = { id: asId<'source'>(id), url, kind: 'feed', state, title: id, folder: [] }
  return {
    source: own,
    health: { items: 9, perDay: 1, isSilent: false, latest: '2031-03-08T11:00:00.000Z', ...health },
  }
}

function names(status: Partial<DeskStatus>, sources: Parameters<typeof judgeAlarms>[1] = [], hours = 24): string[] {
  return judgeAlarms({ ...QUIET, ...status }, sources, hours).map(({ name }) => name)
}

test('a desk on which nothing is amiss sounds no alarm', () => {
  assert.deepEqual(names({}, [source('courier', {}), source('post', {})]), [])
})

test('each fault is named once it has lasted', () => {
  assert.deepEqual(names({ stopped: 'the disk' }), ['intake stopped'])
  assert.deepEqual(names({ waiting: 3, waitingSince: '2031-03-08T11:45:00.000Z' }), [])
  assert.deepEqual(names({ waiting: 3, waitingSince: '2031-03-08T11:29:00.000Z' }), ['behind'])
  assert.deepEqual(names({ waiting: 0, waitingSince: '2031-03-08T01:00:00.000Z' }), []) // a decision alone
  assert.deepEqual(names({ journalBytes: 256 * 2 ** 20 }), [])
  assert.deepEqual(names({ journalBytes: 257 * 2 ** 20 }), ['journal'])
  assert.deepEqual(names({ mailUnknown: 1 }), ['mail unknown'])
  assert.deepEqual(names({ jobsAside: 2 }), ['jobs aside'])
  const one = { id: 'a', kind: 'follow', machine: 'desk1', pid: 7, version: '1', begun: AT, memory: 1 } as const
  assert.deepEqual(names({ processes: [{ ...one, at: '2031-03-08T11:59:01.000Z' }] }), [])
  assert.deepEqual(names({ processes: [{ ...one, at: '2031-03-08T11:58:59.000Z' }] }), ['quiet'])
})

test('a source that fell silent is named, the first five of many, and not one that is paused', () => {
  const silent = { isSilent: true }
  const [one] = judgeAlarms(QUIET, [source('courier', silent), source('post', {})], 24)
  assert.match(one?.words ?? '', /^courier fell silent: nothing new since 2031-03-08T11/)
  assert.deepEqual(names({}, [source('courier', silent, 'paused')]), [])
  const many = Array.from({ length: 8 }, (_, i) => source(`s${i}`, silent))
  const words = judgeAlarms(QUIET, many, 24).map((alarm) => alarm.words)
  assert.equal(words.length, 6)
  assert.match(words[5] ?? '', /^3 more sources/)
})

test('silence of all sources together is an alarm of its own, unless it is switched off', () => {
  const old = { latest: '2031-03-07T11:00:00.000Z' }
  assert.deepEqual(names({}, [source('courier', old), source('post', old)]), ['all silent'])
  assert.deepEqual(names({}, [source('courier', old), source('post', {})]), [])
  assert.deepEqual(names({}, [source('courier', old)], 0), [])
})

test('that half of the sources cannot be had is told as one thing', () => {
  const fault = { fault: 'status 500' }
  assert.deepEqual(names({}, [source('courier', fault), source('post', {})]), ['failing'])
  assert.deepEqual(names({}, [source('courier', fault), source('post', {}), source('times', {})]), [])
})
