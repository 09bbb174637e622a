import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docFromText } from '../extract/doc-from-text.ts'
import { asId } from '../model/id.ts'
import { loadReader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import { readApart } from './read-apart.ts'
import { rooms } from './rooms.ts'

const PARAGRAPH = '“We have not left the table,” the envoy Ilse Marrow told Meridian News Agency on Monday.\n\n'
const docOf = (times: number) =>
  docFromText(PARAGRAPH.repeat(times), { name: 'long', mediaType: 'text/plain' }, asId('c1'))

test('a doc read in a worker of its own is read as it is elsewhere', async () => {
  const doc = docOf(20)
  const reading = await read(doc, await loadReader())
  assert.ok(reading.attributions.length > 0)
  assert.deepEqual(await readApart(doc), reading)
})

test('a reading over its limit of time, memory or size is given up with the reason', async () => {
  await assert.rejects(readApart(docOf(20), { timeLimitMs: 1 }), /no reading after 0\.001 s/)
  await assert.rejects(readApart(docOf(20), { attributions: 3 }), /holds \d+ attributions; cut it into its reports/)
  await assert.rejects(readApart(docOf(8000), { memoryMb: 32 }), /needs more than 32 MB/)
})

test('the desk goes on with other work while it reads a long doc', async () => {
  const reader = await rooms.loadReader()
  await reader(docOf(1)) // what is loaded once is loaded now
  const done: string[] = []
  const long = reader(docOf(2000)).then(() => done.push('the long one'))
  await new Promise((resolve) => setTimeout(resolve, 1))
  done.push('other work')
  await long
  assert.deepEqual(done, ['other work', 'the long one'])
})
