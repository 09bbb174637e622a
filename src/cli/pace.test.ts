import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnnotatedLine } from '../desk/annotate-file.ts'
import { ReadoutError } from '../model/errors.ts'
import { makePace } from './pace.ts'

const READ = { value: { id: 1, attributions: [], names: [], chains: [], notes: [] }, words: 50 } as const
const BROKEN = { error: new ReadoutError('LINE_BROKEN', 'texts:3: not JSON'), words: 0 }
const CLEARED = '\r\u001b[K'

/** What is written on a terminal where a line comes every `every` milliseconds. `|` stands for each line passed on. */
async function drawn(lines: readonly AnnotatedLine[], every: number, screen = {}): Promise<string[]> {
  let now = 0
  const written: string[] = []
  const pace = makePace({
    write: (text) => written.push(text),
    width: () => 80,
    now: () => now,
    isShared: false,
    ...screen,
  })
  async function* come(): AsyncGenerator<AnnotatedLine> {
    for (const line of lines) {
      now += every
      yield line
    }
  }
  for await (const _ of pace.watch(come())) written.push('|')
  return written
}

test('progress is drawn in its place, and a summary at the end', async () => {
  assert.deepEqual(await drawn([READ, READ], 500), [
    '|',
    `${CLEARED}1 document, 2 a second, 0 attributions`,
    '|',
    `${CLEARED}2 documents, 2 a second, 0 attributions`,
    CLEARED,
    '2 documents, 2 a second, 100 words a second\n',
  ])
})

test('it is drawn at most five times a second', async () => {
  const written = await drawn(Array(1000).fill(READ), 1)
  const times = written.filter((text) => text.includes('attributions')).length
  assert.equal(times, 5)
  assert.equal(written.at(-1), '1,000 documents, 1,000 a second, 50,000 words a second\n')
})

test('it makes way for a line about a fault, and for results where they are printed on the same terminal', async () => {
  const ways = (written: readonly string[]): string =>
    written.map((text) => (text === CLEARED ? '-' : text === '|' ? text : '+')).join('')
  assert.equal(ways(await drawn([READ, BROKEN, READ], 500)), '|+-|+|+-+')
  assert.equal(ways(await drawn([READ, READ, READ], 500, { isShared: true })), '|+-|+-|+-+')
})

test('a narrow terminal gets as much of it as one line holds', async () => {
  const written = await drawn([READ], 500, { width: () => 12 })
  assert.equal(written[1], `${CLEARED}1 document,`)
})

test('nothing stays where the walk fails', async () => {
  const written: string[] = []
  const pace = makePace({ write: (text) => written.push(text), width: () => 80, now: () => 0, isShared: false })
  async function* fail(): AsyncGenerator<AnnotatedLine> {
    yield READ
    throw new Error('the reader is gone')
  }
  await assert.rejects(async () => {
    for await (const _ of pace.watch(fail())) written.push('|')
  }, /the reader is gone/)
  assert.equal(written.at(-1), CLEARED)
})
