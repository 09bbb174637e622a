import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docFromText } from '../extract/doc-from-text.ts'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { loadReader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import { openReader, type ReadLimits } from './open-reader.ts'

const PARAGRAPH = '“We have not left the table,” the envoy Ilse Marrow told Meridian News Agency on Monday.\n\n'
const docOf = (times: number) =>
  docFromText(PARAGRAPH.repeat(times), { name: 'long', mediaType: 'text/plain' }, asId('c1'))

async function readOnce(doc: Doc, limits: ReadLimits = {}): Promise<Reading> {
  const reader = openReader({ workers: 1, ...limits })
  try {
    return await reader.read(doc)
  } finally {
    reader.close()
  }
}

test('a doc read in a worker is read as it is elsewhere', async () => {
  const doc = docOf(20)
  const reading = await read(doc, await loadReader())
  assert.ok(reading.attributions.length > 0)
  assert.deepEqual(await readOnce(doc), reading)
})

test('a reading over its limit of time, memory or size is given up with the reason', async () => {
  await assert.rejects(readOnce(docOf(20), { timeLimitMs: 1 }), /no reading after 0\.001 s/)
  await assert.rejects(readOnce(docOf(20), { attributions: 3 }), /holds \d+ attributions; cut it into its reports/)
  await assert.rejects(readOnce(docOf(8000), { memoryMb: 32 }), /needs more than 32 MB/)
})

test('several docs are read at once, and one that is given up takes none with it', async () => {
  const reader = openReader({ workers: 2, attributions: 30 })
  try {
    const [one, two, three] = await Promise.allSettled([
      reader.read(docOf(2)),
      reader.read(docOf(60)),
      reader.read(docOf(3)),
    ])
    assert.deepEqual([one.status, two.status, three.status], ['fulfilled', 'rejected', 'fulfilled'])
  } finally {
    reader.close()
  }
})
