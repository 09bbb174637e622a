import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from '../compose.ts'
import { makeExampleWeek } from '../example-week.test.ts'
import { listPictures } from './list-pictures.ts'
import { renderPictureMail } from './render-picture-mail.ts'

test('a letter has each picture of the edition with its words, and where it can be painted at twice the size it is shown at', async () => {
  const edition = compose(makeExampleWeek())
  const sent = await renderPictureMail(edition)
  assert.deepEqual(
    sent.map(({ name, about }) => [name, about]),
    listPictures(edition).map(({ name, sentences }) => [name, sentences.join(' ')]),
  )
  assert.equal(sent.length, 3)
  assert.match(
    sent[0]?.alt ?? '',
    /^2 claims, by the day of printing\. “Karsk offered to freeze the line”: 4 March 2031 put forward by source/,
  )
  for (const { png, width, height } of sent) {
    if (!png) continue
    const head = new DataView(png.buffer, png.byteOffset) // PNG, section 11.2.2: IHDR begins with width and height
    assert.deepEqual([head.getUint32(16), head.getUint32(20)], [2 * width, 2 * height])
  }
})
