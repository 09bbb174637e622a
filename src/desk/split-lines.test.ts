import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitLines } from './split-lines.ts'

async function linesOf(chunks: readonly string[], cap = 1000): Promise<string[]> {
  const bytes = chunks.map((chunk) => new TextEncoder().encode(chunk))
  const lines: string[] = []
  for await (const line of splitLines(toStream(bytes), cap)) {
    lines.push(
      'overlong' in line ? `${line.number} overlong` : `${line.number} ${new TextDecoder().decode(line.bytes)}`,
    )
  }
  return lines
}

async function* toStream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

test('a line may come in many chunks, and the last one without its line feed', async () => {
  assert.deepEqual(await linesOf(['o', 'ne\ntw', 'o\n\nfo', 'ur']), ['1 one', '2 two', '4 four'])
  assert.deepEqual(await linesOf([]), [])
  assert.deepEqual(await linesOf(['one\n']), ['1 one'])
})

test('an overlong line is let go and the lines after it are whole', async () => {
  assert.deepEqual(await linesOf(['12345', '678\nab\n', '123456789'], 5), ['1 overlong', '2 ab', '3 overlong'])
})

test('blank lines are counted, a hundred million of them as well', async () => {
  assert.deepEqual(await linesOf([' \r\n\n\t', '\r', '\n  a\r\n', ' ']), ['4 a\r'])
  const blank = new Uint8Array(1_000_000).fill(0x0a)
  async function* chunks() {
    for (let i = 0; i < 100; i += 1) yield blank
    yield new TextEncoder().encode('a')
  }
  const numbers: number[] = []
  for await (const { number } of splitLines(chunks(), 1000)) numbers.push(number)
  assert.deepEqual(numbers, [100_000_001])
})

test('a line that never ends is not waited for', async () => {
  async function* endless() {
    yield new TextEncoder().encode('a\n')
    for (;;) yield new Uint8Array(1000)
  }
  const lines: unknown[] = []
  for await (const line of splitLines(endless(), 5000)) lines.push('overlong' in line ? line : line.number)
  assert.deepEqual(lines, [1, { number: 2, overlong: true, isLast: true }])
})

test('however the bytes are cut into chunks, the lines are the same', async () => {
  const chunks = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n'), minLength: 1, maxLength: 5 }))
  await fc.assert(
    fc.asyncProperty(chunks, async (parts) => {
      const whole = parts.join('').replace(/\n$/, '')
      const expected = whole.split('\n').flatMap((line, i) => (line === '' ? [] : [`${i + 1} ${line}`]))
      assert.deepEqual(await linesOf(parts), expected)
    }),
  )
})
