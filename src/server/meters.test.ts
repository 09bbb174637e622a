import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskStatus } from '../model/desk-status.ts'
import { makeMeters } from './meters.ts'

const STATUS: DeskStatus = {
  at: '2031-03-08T12:00:00.000Z',
  version: '1.0.0',
  node: '24.15.0',
  engine: 'SQLite 3.51.3',
  captures: 21,
  decisions: 3,
  reports: 20,
  read: 19,
  faults: 1,
  waiting: 2,
  waitingSince: '2031-03-08T11:59:00.000Z',
  latest: '2031-03-08T11:59:30.000Z',
  sources: { followed: 4, silent: 1, failing: 0, paused: 0 },
  jobsAside: 0,
  mailUnknown: 0,
  bytes: 4096,
  journalBytes: 512,
  memoryFree: 1024,
  stopped: 'the disk',
  processes: [
    { id: 'a', kind: 'serve', machine: 'm', pid: 1, version: '1', begun: '', at: '', memory: 10 },
    { id: 'b', kind: 'work', machine: 'n', pid: 2, version: '1', begun: '', at: '', memory: 20 },
    { id: 'c', kind: 'work', machine: 'o', pid: 3, version: '1', begun: '', at: '', memory: 30 },
  ],
  alarms: [
    { name: 'silent', words: 'x' },
    { name: 'silent', words: 'y' },
  ],
}

function numberAt(text: string, name: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1)
}

test('how the desk does is told in numbers', async () => {
  const meters = makeMeters()
  const text = await meters.write(STATUS)
  const table = {
    readout_captures: '21',
    readout_waiting: '2',
    readout_lag_seconds: '60',
    readout_intake_stopped: '1',
    readout_store_bytes: '4096',
    readout_journal_bytes: '512',
    'readout_sources{state="silent"}': '1',
    'readout_alarms{alarm="silent"}': '2',
    'readout_process_memory_bytes{kind="work"}': '50',
    'readout_info{version="1.0.0",node="24.15.0",engine="SQLite 3.51.3"}': '1',
  }
  for (const [name, value] of Object.entries(table)) assert.equal(numberAt(text, name), value, name)
  assert.match(text, /^process_cpu_seconds_total /m)
  const after = await meters.write({ ...STATUS, alarms: [], waiting: 0 })
  assert.equal(numberAt(after, 'readout_alarms{alarm="silent"}'), undefined)
  assert.equal(numberAt(after, 'readout_lag_seconds'), '0')
})

test('a desk that could not be looked at has no numbers, and that is counted', async () => {
  const meters = makeMeters()
  await meters.write(STATUS)
  const text = await meters.write(undefined)
  assert.equal(numberAt(text, 'readout_status_failures_total'), '1')
  assert.equal(numberAt(text, 'readout_captures'), 'Nan')
  assert.equal(numberAt(text, 'readout_sources{state="silent"}'), undefined)
})

test('requests are counted by route and by the class of their status', async () => {
  const meters = makeMeters()
  for (const status of [200, 204, 404, 503]) {
    meters.count({ method: 'GET', route: '/claim/:id', status, seconds: 0.01 })
  }
  const text = await meters.write(STATUS)
  const labels = (status: string) => `{method="GET",route="/claim/:id",status="${status}"}`
  assert.equal(numberAt(text, `readout_request_seconds_count${labels('2xx')}`), '2')
  assert.equal(numberAt(text, `readout_request_seconds_count${labels('5xx')}`), '1')
})
