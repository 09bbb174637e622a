import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReader } from '../read/load-reader.ts'
import { annotate } from './annotate.ts'

const reader = await loadReader({ rulesAlone: true })

test('a person comes with the offices that the text gives, and their ranges', async () => {
  const text = 'Former defence minister Ilse Marrow, who served from 2011 to 2014, said the offer was dead.'
  const { chains } = await annotate(
    { id: 1, text, published: '2031-03-06', outlet: undefined, title: undefined },
    reader,
  )
  const [office] = chains.find(({ name }) => name === 'Ilse Marrow')?.offices ?? []
  assert.deepEqual(office, {
    title: 'defence minister',
    ranges: [[7, 23]],
    from: '2011',
    until: '2014',
    isFormer: true,
  })
})
