// `readout annotate` as people use it: on several cores, through pipes, and on one text for the eye.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { MAIN, makeFolder, readout, readoutHead } from '../readout.ts'

const PARAGRAPHS = [
  '“We have not left the table,” the envoy Ilse Marrow told Meridian News Agency on Monday.',
  'Anselm Roke said that Veldania had offered to withdraw its troops, and denied that a levy had been agreed.',
  'Three Veldanian officials said the delegation would return to Orlenne. Karsk had no comment.',
  '“The offer,” Corvin Hale said later, “is dead.”\r\n\r\nHe added that nobody had asked him.',
]

/** Forty short reports; every seventh line is broken. */
const LINES = Array.from({ length: 40 }, (_, i) => {
  if (i % 7 === 3) return i % 2 ? '{"id": "cut off", "text": "The' : '{"id": 1}'
  const text = PARAGRAPHS.slice(i % 4, (i % 4) + 1 + (i % 3)).join('\n\n')
  return JSON.stringify({ id: i % 2 ? i : `talks-${i}`, text, published: '2031-03-05' })
})
const INPUT = LINES.join('\n')

test('the output is the same on one, two and four workers, from a file, gzip and standard input', async () => {
  const folder = makeFolder()
  const plain = join(folder, 'texts.jsonl')
  writeFileSync(plain, INPUT)
  writeFileSync(`${plain}.gz`, gzipSync(INPUT))
  const [one, ...others] = await Promise.all([
    readout(['annotate', plain, '--workers', '1']),
    readout(['annotate', plain, '--workers', '2']),
    readout(['annotate', plain, '--workers', '4']),
    readout(['annotate', `${plain}.gz`]),
    readout(['annotate', '-', '--json'], { input: INPUT }),
  ])
  assert.equal(one.status, 1)
  const ids = one.out.split('\n').flatMap((line) => (line ? [JSON.parse(line).id] : []))
  const wanted = LINES.flatMap((_, i) => (i % 7 === 3 ? [] : [i % 2 ? i : `talks-${i}`]))
  assert.deepEqual(ids, wanted)
  assert.deepEqual(
    [...withoutFile(one.err).matchAll(/^(\d+): (?:not JSON|its fields are wrong)/gm)].map(([, line]) => Number(line)),
    LINES.flatMap((_, i) => (i % 7 === 3 ? [i + 1] : [])),
  )
  for (const { status, out, err } of others) {
    assert.equal(status, 1)
    assert.equal(out, one.out)
    assert.equal(withoutFile(err), withoutFile(one.err))
  }
})

function withoutFile(err: string): string {
  return err.replace(/^readout: .*?:(?=\d+: )/gm, '')
}

test('each line is printed as soon as it is read, and an interrupt ends the work at once', async (t) => {
  const child = spawn(process.execPath, [MAIN, 'annotate', '-'])
  t.after(() => child.kill('SIGKILL'))
  const output = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)))
  for (const line of LINES.slice(0, 3)) {
    child.stdin.write(`${line}\n`)
    const { value } = await output.next()
    assert.equal(JSON.parse(String(value)).id, JSON.parse(line).id)
  }
  child.kill('SIGINT')
  assert.equal(await ended, 'SIGINT')
})

test('a reader who closes the pipe early ends it in silence', async () => {
  const lines = LINES.filter((_, i) => i % 7 !== 3)
  const { status, err } = await readoutHead(['annotate', '-'], Array(40).fill(lines.join('\n')).join('\n'))
  assert.equal(status, 0)
  assert.equal(err, '')
})

test('one text is shown with its attributions marked, wrapped to a hundred columns', async () => {
  const { status, out, err } = await readout(['annotate', '-', '--explain', '1'], { input: INPUT })
  assert.equal(status, 0, err)
  assert.match(out, /^1, outlet unknown, 2031-03-05\n/)
  assert.match(out, /\[1s(?:\+2s)? Anselm Roke\] \[1c said\] \[1: /)
  assert.match(out, /^\[1\] +Anselm Roke \(\w+\) asserts, indirect, \d+ %/m)
  assert.ok(out.split('\n').every((line) => line.length <= 100))
})

test('what cannot be explained, and so many workers, are wrong use', async () => {
  for (const [args, message] of [
    [
      ['--explain', 'levy'],
      /^readout: standard input: no line has the id levy; there are talks-0, 1, talks-2, talks-4/,
    ],
    [['--explain'], /^readout: option '--explain <id>' argument missing/],
    [['--explain', '1', '--json'], /^readout: option '--explain <id>' cannot be used with option '--json'/],
    [
      ['--workers', '0'],
      /^readout: option '--workers <number>' argument '0' is invalid\. A number of workers is from 1/,
    ],
    [['--workers', 'all'], /is invalid/],
  ] as const) {
    const { status, out, err } = await readout(['annotate', '-', ...args], { input: INPUT })
    assert.equal(status, 2, err)
    assert.equal(out, '')
    assert.match(err, message)
    assert.equal(err.match(/\n/g)?.length, 1)
  }
})
