import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { extract, type Received } from './extract.ts'
import { openExtractor } from './open-extractor.ts'

const received = (text: string, mediaType: Received['mediaType'] = 'text/html'): Received => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  capture: asId('c1'),
})
const PAGE = received(
  '<h1>Karsk corridor stays open</h1><p>The envoy of Veldania said so on Monday, and nobody asked.</p>',
)

test('pages go through the thread and give what extraction itself gives; a short text needs no thread', async () => {
  const extractor = openExtractor()
  try {
    assert.deepEqual(await extractor.extract(PAGE), extract(PAGE))
    const text = received('The envoy of Veldania said so on Monday.', 'text/plain')
    assert.deepEqual(await extractor.extract(text), extract(text))
  } finally {
    await extractor.close()
  }
})

const LONG = received('The envoy of Veldania said so on Monday, and nobody asked.\n\n'.repeat(6000), 'text/plain')

test('a long text goes through the thread as well, and is given up at its limit', async () => {
  const extractor = openExtractor()
  try {
    assert.deepEqual(await extractor.extract(LONG), extract(LONG))
  } finally {
    await extractor.close()
  }
  const hurried = openExtractor({ timeLimitMs: 1 })
  try {
    await assert.rejects(
      hurried.extract(LONG),
      (error) => error instanceof ReadoutError && error.code === 'EXTRACT_TIMEOUT',
    )
  } finally {
    await hurried.close()
  }
})

test('errors cross the thread with their code, and the next page is read', async () => {
  const extractor = openExtractor()
  try {
    const [empty, good, binary] = await Promise.allSettled([
      extractor.extract(received('<p></p>')),
      extractor.extract(PAGE),
      extractor.extract(received('%PDF-1.7')),
    ])
    assert.equal(empty?.status === 'rejected' && empty.reason instanceof ReadoutError && empty.reason.code, 'NO_TEXT')
    assert.equal(good?.status, 'fulfilled')
    assert.equal(
      binary?.status === 'rejected' && binary.reason instanceof ReadoutError && binary.reason.code,
      'FILE_BINARY',
    )
  } finally {
    await extractor.close()
  }
})

test('a page over its limit of time or memory is given up, and a fresh thread reads the next', async () => {
  const hurried = openExtractor({ timeLimitMs: 1 })
  try {
    await assert.rejects(
      hurried.extract(PAGE),
      (error) => error instanceof ReadoutError && error.code === 'EXTRACT_TIMEOUT',
    )
  } finally {
    await hurried.close()
  }
  const narrow = openExtractor({ timeLimitMs: 120_000, memoryMb: 64 })
  try {
    const huge = received('<p>x'.repeat(300_000))
    await assert.rejects(
      narrow.extract(huge),
      (error) => error instanceof ReadoutError && error.code === 'EXTRACT_FAILED',
    )
    assert.deepEqual(await narrow.extract(PAGE), extract(PAGE))
  } finally {
    await narrow.close()
  }
})

test('a page of 30 MB ends at its limit, with one line that says what to do', async () => {
  const extractor = openExtractor({ timeLimitMs: 3000 })
  const paragraph = '<p>The envoy of Veldania said in Karsk that nobody had asked for the lock to be closed.</p>'
  try {
    const huge = { ...received(paragraph.repeat(30_000_000 / paragraph.length)), given: GIVEN }
    await assert.rejects(
      extractor.extract(huge),
      (error) =>
        error instanceof ReadoutError &&
        error.code === 'EXTRACT_TIMEOUT' &&
        /^karsk: .* hand in its text alone instead$/.test(error.message),
    )
  } finally {
    await extractor.close()
  }
})

const GIVEN = { name: 'karsk', mediaType: 'text/html' } as const

test('a page 10,000 deep gives its text, in whatever boxes', async () => {
  const extractor = openExtractor()
  const words = '<p>The envoy of Veldania said in Karsk that nobody had asked for the lock to be closed.</p>'
  try {
    for (const [open, close] of [
      ['<div>', '</div>'],
      ['<b>', '</b>'],
      ['<table><tr><td>', ''],
      ['<blockquote>', ''],
    ] as const) {
      const deep = received(`<h1>Karsk</h1>${open.repeat(10_000)}${words}${close.repeat(10_000)}`)
      const { text } = await extractor.extract(deep)
      assert.match(text, /nobody had asked/, open)
    }
  } finally {
    await extractor.close()
  }
})
