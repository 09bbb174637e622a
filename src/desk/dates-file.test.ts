import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { findTimesIn } from './dates-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-dates-'))
after(() => rmSync(folder, { recursive: true }))

test('times have their ranges in the text as given; broken lines and days are named, and the others are done', async () => {
  const path = join(folder, 'texts.jsonl')
  const lines = [
    '\ufeff{"id": 1, "text": "\u201cNo\u201d 😀, Marrow said on\\r\\nTuesday.", "published": "2031-03-06"}',
    '{"id": 2, "text": "She left on Tuesday."}',
    '{"id": 3, "text": ',
    '{"id": 4, "text": "She left on Tuesday.", "published": "soon"}',
    '{"id": 5, "text": "She left today.", "published": "2031-03-06T23:30:00-05:00"}',
    '{"id": 6, "text": "She left on Tuesday.", "published": null}',
    '{"id": 7, "text": ""}',
  ]
  writeFileSync(path, lines.join('\n'))
  const shown: unknown[] = []
  for await (const made of findTimesIn(path)) {
    shown.push('value' in made ? made.value : made.error.message.replace(folder, ''))
  }
  const tuesday = (value: string) => ({ range: [12, 19], value, type: 'DATE' })
  assert.deepEqual(shown.slice(0, 2), [
    { id: 1, times: [{ range: [25, 32], value: '2031-03-04', type: 'DATE', from: '2031-03-04', until: '2031-03-05' }] },
    { id: 2, times: [tuesday('XXXX-WXX-2')] },
  ])
  assert.match(String(shown[2]), /texts\.jsonl:3: not JSON/)
  assert.match(String(shown[3]), /texts\.jsonl:4: "published" is wrong: a day such as 2031-03-06 was wanted$/)
  assert.deepEqual(shown.slice(4), [
    { id: 5, times: [{ range: [9, 14], value: '2031-03-06', type: 'DATE', from: '2031-03-06', until: '2031-03-07' }] },
    { id: 6, times: [tuesday('XXXX-WXX-2')] },
    { id: 7, times: [] },
  ])
})
