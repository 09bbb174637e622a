import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openBytes } from './open-bytes.ts'
import type { ReadOptions } from './read-files.ts'
import { readFiles } from './read-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-files-'))
after(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** What came, one string each: `report NAME type text`, `refused CODE where`, `skipped where`. */
async function taken(paths: readonly string[], options: ReadOptions = {}): Promise<string[]> {
  const came: string[] = []
  for await (const incoming of readFiles(paths, options)) {
    if (incoming.kind === 'report') {
      const { name, mediaType } = incoming.given
      came.push(`report ${name} ${mediaType} ${new TextDecoder().decode(incoming.bytes)}`)
    } else {
      const where = incoming.where.replace(`${folder}/`, '')
      came.push(
        incoming.kind === 'refused'
          ? `refused ${incoming.error.code} ${where}`
          : `skipped ${where}: ${incoming.reason}`,
      )
    }
  }
  return came
}

test('a report answers to its file name without the ending, and to what the hand says of it', async () => {
  const path = put('talks.one.txt', 'Talks.')
  assert.deepEqual(await taken([path]), ['report talks.one text/plain Talks.'])
  assert.deepEqual(await taken([path], { given: { name: 'mine' }, kind: 'text/markdown' }), [
    'report mine text/markdown Talks.',
  ])
  assert.deepEqual(await taken([put('page', '<!doctype html><p>Talks.')]), [
    'report page text/html <!doctype html><p>Talks.',
  ])
  assert.deepEqual(await taken([put('zipped.md.gz', gzipSync('# Talks'))]), ['report zipped text/markdown # Talks'])
})

test('a folder is read to its depths in order of name; hidden files are passed over, others told of in one line', async () => {
  put('wire/b.txt', 'B')
  put('wire/a/z.md', 'Z')
  put('wire/.hidden.txt', 'H')
  for (const name of ['photo.jpg', 'a/map.png', 'a/b/notes.bak', 'list.csv']) put(`wire/${name}`, 'P')
  assert.deepEqual(await taken([join(folder, 'wire')]), [
    'report z text/markdown Z',
    'report b text/plain B',
    'skipped wire: 4 files skipped, of another ending than txt, md, html, pdf, mhtml, eml, jsonl, warc, wacz: a/b/notes.bak, a/map.png, list.csv and 1 more',
  ])
})

test('what cannot be taken is refused in its place and the others are taken', async () => {
  put('bare/photo.jpg', 'P')
  const big = join(folder, 'big.txt')
  const file = openSync(big, 'w')
  ftruncateSync(file, 200 * 1024 * 1024)
  closeSync(file)
  const paths = [
    join(folder, 'missing.txt'),
    put('photo.png', 'A picture is never text, whatever its bytes.'),
    put('empty.txt', ''),
    put('blank.txt', ' \r\n\t'),
    put('image.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    big,
    'https://meridian.example/talks',
    join(folder, 'bare'),
    put('bomb.txt.gz', gzipSync(Buffer.alloc(16 * 1024 * 1024, 'a'))),
    put('cut.txt.gz', gzipSync('Talks went on and on.').subarray(0, 15)),
    put('last.txt', 'Last.'),
  ]
  assert.deepEqual(await taken(paths), [
    'refused FILE_MISSING missing.txt',
    'refused FILE_BINARY photo.png',
    'refused FILE_EMPTY empty.txt',
    'refused FILE_EMPTY blank.txt',
    'refused FILE_BINARY image.txt',
    'refused FILE_TOO_LARGE big.txt',
    'refused FILE_WANTED https://meridian.example/talks',
    'refused FILE_EMPTY bare',
    'refused FILE_TOO_LARGE bomb.txt.gz',
    'refused FILE_UNREADABLE cut.txt.gz',
    'report last text/plain Last.',
  ])
})

test('200 MB of text are refused by their size, without being read', async () => {
  const before = process.memoryUsage().arrayBuffers
  const [refused] = await taken([join(folder, 'big.txt')])
  assert.equal(refused, 'refused FILE_TOO_LARGE big.txt')
  assert.ok(process.memoryUsage().arrayBuffers - before < 1024 * 1024)
})

test('each line of JSON Lines is a report; a broken one is named by its number', async () => {
  const lines = [
    '{"id": "a1", "text": "One.", "outlet": "Karsk Courier", "mood": "unknown fields are ignored"}',
    '',
    '{"text": "Three."}',
    '{"text": 4}',
    '{"id": 5, "html": "<p>F\u00fcnf"}',
    '{"id": "six"}',
    '{"id": "seven", "text": "Sev',
    '{"id": "eight", "text": "half \\ud800 a pair"}',
  ]
  const came = await taken([put('week.jsonl', lines.join('\r\n'))])
  assert.deepEqual(came, [
    'report a1 text/plain One.',
    'report week-3 text/plain Three.',
    'refused LINE_BROKEN week.jsonl:4',
    'report 5 text/html <p>Fünf',
    'refused LINE_BROKEN week.jsonl:6',
    'refused LINE_BROKEN week.jsonl:7',
    'report eight text/plain half \uFFFD a pair',
  ])
})

test('the message of a broken line says the line, the field and the fault', async () => {
  const messages: string[] = []
  for await (const incoming of readFiles([put('bad.jsonl', '{"text": 4}\n{"id": "x", "text": "T\n')])) {
    if (incoming.kind === 'refused') messages.push(incoming.error.message)
  }
  assert.match(messages[0] ?? '', /bad\.jsonl:1: .*"text" is wrong: expected string, received number/)
  assert.match(messages[1] ?? '', /bad\.jsonl:2: not JSON /)
})

test('links to folders are named and not followed, and a file with two names is given once', async () => {
  put('ring/a.txt', 'A')
  symlinkSync('.', join(folder, 'ring/b.txt'))
  symlinkSync('..', join(folder, 'ring/c'))
  symlinkSync('a.txt', join(folder, 'ring/d.txt'))
  symlinkSync('gone.txt', join(folder, 'ring/e.txt'))
  const ring = join(folder, 'ring')
  const came = (await taken([ring, join(ring, 'a.txt')])).map((line) => line.replaceAll(`${folder}/`, ''))
  assert.deepEqual(came, [
    'report a text/plain A',
    'skipped ring/d.txt: the same file as ring/a.txt, taken once',
    'refused FILE_MISSING ring/e.txt',
    'skipped ring: 2 skipped, a link to a folder, which is not followed: b.txt, c',
    'skipped ring/a.txt: the same file as ring/a.txt, taken once',
  ])
})

test('a pipe or a device is refused at once, wherever it is named; in a folder it is passed over', async (t) => {
  if (process.platform === 'win32') return t.skip('no pipes with names on this system')
  put('pipes/a.txt', 'A')
  const pipe = join(folder, 'pipes/p.txt')
  execFileSync('mkfifo', [pipe])
  assert.deepEqual(await taken([pipe, '/dev/zero', join(folder, 'pipes')]), [
    'refused FILE_UNREADABLE pipes/p.txt',
    'refused FILE_UNREADABLE /dev/zero',
    'report a text/plain A',
    'skipped pipes: one skipped, a pipe, a socket or a device: p.txt',
  ])
  await assert.rejects(openBytes(pipe).next(), /p\.txt: a pipe, not a file; /)
})

test('of zipped JSON Lines that were cut short or have garbage after them, every whole line is taken', async () => {
  const zipped = gzipSync('{"text": "One."}\n{"text": "Two."}\n{"text": "Three."}')
  const garbled = put('garbled.jsonl.gz', Buffer.concat([zipped, Buffer.from('garbage')]))
  assert.deepEqual(await taken([put('short.jsonl.gz', zipped.subarray(0, -9)), garbled]), [
    'report short-1 text/plain One.',
    'report short-2 text/plain Two.',
    'refused FILE_UNREADABLE short.jsonl.gz:3',
    'report garbled-1 text/plain One.',
    'report garbled-2 text/plain Two.',
    'refused FILE_UNREADABLE garbled.jsonl.gz:3',
  ])
})

test('a wrong field that a report can do without costs only that field, and is named', async () => {
  const lines = [
    '{"id": 12345678901234567890, "text": "One.", "published": 20310304, "title": {}}',
    '{"id": 9007199254740991, "text": "Two.", "outlet": null}',
    '{"id": 1.5, "text": "Three.", "html": 4}',
    `{"id": "four", "text": "${'\\u0000'.repeat(40)}"}`,
  ]
  const came: unknown[] = []
  for await (const one of readFiles([put('fields.jsonl', lines.join('\n'))])) {
    came.push(one.kind === 'report' ? [one.given, one.faults ?? []] : one.kind === 'refused' && one.error.message)
  }
  const loses = '"id" is wrong and was left out: this number loses digits, write it in quotation marks'
  assert.deepEqual(came.slice(0, 2), [
    [
      { name: 'fields-1', mediaType: 'text/plain' },
      [
        loses,
        '"published" is wrong and was left out: expected string, received number',
        '"title" is wrong and was left out: expected string, received object',
      ],
    ],
    [{ name: '9007199254740991', mediaType: 'text/plain' }, []],
  ])
  assert.match(String(came[2]), /fields\.jsonl:3: .*"html" is wrong: expected string, received number/)
  assert.match(String(came[3]), /fields\.jsonl:4: not text: 40 of its 40 bytes are NUL/)
})
