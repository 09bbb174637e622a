// Bad input and odd input, each with one clear line, its exit status, and nothing lost.
import assert from 'node:assert/strict'
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { LedgerJson } from '../../src/desk/ledger-json.ts'
import { makeFolder, type Ran, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'

const STORY = `Envoy says levy talks will go on

The Veldanian envoy Ilse Marrow said on Monday that the levy talks in Karsk would go on through the spring.

“We have not left the table,” Marrow told Meridian News Agency. “Nobody has asked us to.”

A spokesman for the Karsk treasury declined to comment on the talks.
`

interface Scene {
  readonly folder: string
  put(name: string, content: string | Uint8Array): string
  readout(...args: string[]): Promise<Ran>
  process(...args: string[]): Promise<Ran> // the same, as people run it
  ledger(): Promise<LedgerJson>
}

function makeScene(): Scene {
  const folder = makeFolder()
  const desk = join(folder, 'the-desk')
  const where = { cwd: folder, env: { READOUT_DESK: desk } }
  const run = (...args: string[]): Promise<Ran> => readoutHere(args, where)
  return {
    folder,
    put(name, content) {
      const path = join(folder, name)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, content)
      return name
    },
    readout: run,
    process: (...args) => readout(args, where),
    async ledger() {
      const { status, out, err } = await run('ledger', '--json')
      assert.equal(status, 0, err)
      return JSON.parse(out) as LedgerJson
    },
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}

async function assertSound(scene: Scene): Promise<void> {
  const { status, out, err } = await scene.readout('check')
  assert.equal(status, 0, out + err)
}

test('what cannot be taken is named, one line each, and the other paths are taken', async () => {
  const scene = makeScene()
  scene.put('bare/photo.jpg', 'no report')
  const file = openSync(join(scene.folder, 'big.txt'), 'w')
  ftruncateSync(file, 200 * 1024 * 1024)
  closeSync(file)
  const { status, out, err } = await scene.process(
    'add',
    'missing.txt',
    scene.put('empty.txt', ''),
    scene.put('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    'big.txt',
    scene.put('pic.png', 'never text'),
    'bare',
    scene.put('levy.txt', STORY),
  )
  assert.equal(status, 1)
  const faults = linesOf(err).filter((line) => line.startsWith('readout: '))
  const expected = [
    /missing\.txt: no such file/,
    /empty\.txt: empty/,
    /picture\.txt: not text/,
    /big\.txt: larger than 15 MiB/,
  ]
  expected.push(/pic\.png: its ending/, /bare: no report in this folder, only photo\.jpg/)
  assert.equal(faults.length, expected.length, err)
  expected.forEach((pattern, i) => {
    assert.match(faults[i] ?? '', pattern)
  })
  assert.deepEqual(linesOf(out), ['kept levy', '1 new, 0 seen again, 6 refused'])
  assert.deepEqual(
    (await scene.ledger()).documents.map(({ id }) => id),
    ['levy'],
  )
  await assertSound(scene)
})

test('what else lies in a folder is told of in one line, counted, and no fault', async () => {
  const scene = makeScene()
  for (const name of ['map.png', 'notes.bak', 'deep/list.csv']) scene.put(`wire/${name}`, 'no report')
  scene.put('wire/levy.txt', STORY)
  const { status, out, err } = await scene.readout('add', 'wire')
  assert.equal(status, 0)
  assert.deepEqual(linesOf(out), ['kept levy', '1 new, 0 seen again, 0 refused, 3 skipped'])
  assert.match(err, /^readout: wire: 3 files skipped, [^\n]*: deep\/list\.csv, map\.png, notes\.bak\n$/)
})

test('a sighting that changes what is known says so on its line', async () => {
  const scene = makeScene()
  const path = scene.put('paper.md', `---\npublished: 2031-04-04\n---\n${STORY}`)
  await scene.readout('add', path)
  const second = await scene.readout('add', path, '--published', '5 April 2031')
  assert.equal(linesOf(second.out)[0], 'kept paper again; published is now 2031-04-05 (was 2031-04-04)')
  const third = await scene.readout('add', path, '--published', '2031-04-06')
  assert.match(linesOf(third.out)[0] ?? '', /^kept paper again; published stays 2031-04-05, .*\(not 2031-04-06\)$/)
  assert.match((await scene.ledger()).documents[0]?.published ?? '', /^2031-04-05/)
})

test('the same words under another outlet are a report of their own, and that is said', async () => {
  const scene = makeScene()
  const path = scene.put('page.txt', STORY)
  await scene.readout('add', path, '--outlet', 'Highland Radio')
  const bare = await scene.readout('add', path)
  assert.equal(linesOf(bare.out)[0], 'kept page again')
  const other = await scene.readout('add', path, '--outlet', 'Karsk Courier')
  assert.equal(linesOf(other.out)[0], 'kept page-2: the same words as page, under another outlet')
  const moved = await scene.readout('add', path, '--outlet', 'Karsk Courier', '--url', 'https://karsk.example/levy')
  assert.match(linesOf(moved.out)[0] ?? '', /^kept page-3: the same words as page and page-2, at another address$/)
  const rebuilt = await scene.readout('rebuild')
  assert.equal(rebuilt.status, 0, rebuilt.err)
  assert.deepEqual(
    (await scene.ledger()).documents.map(({ id, outlet }) => [id, outlet]),
    [
      ['page', 'Highland Radio'],
      ['page-2', 'Karsk Courier'],
      ['page-3', 'Karsk Courier'],
    ],
  )
  await assertSound(scene)
})

test('JSON Lines with a broken line 7: the others are taken, line 7 is named', async () => {
  const scene = makeScene()
  const lines = Array.from({ length: 9 }, (_, i) =>
    JSON.stringify({ id: `levy-${i + 1}`, text: STORY.replaceAll('spring', `week ${i + 1}`), outlet: 'Karsk Courier' }),
  )
  lines[6] = '{"id": "levy-7", "text": "The Veld'
  const { status, out, err } = await scene.readout('add', scene.put('week.jsonl', lines.join('\n')))
  assert.equal(status, 1)
  assert.match(err, /^readout: week\.jsonl:7: not JSON [^\n]+$/m)
  const kept = linesOf(out).filter((line) => line.startsWith('kept '))
  assert.deepEqual(
    kept,
    [1, 2, 3, 4, 5, 6, 8, 9].map((n) => `kept levy-${n}`),
  )
  await assertSound(scene)
})

test('the same report twice is one document and two sightings', async () => {
  const scene = makeScene()
  const path = scene.put('levy.txt', STORY)
  const first = await scene.readout('add', path)
  const second = await scene.readout('add', path)
  assert.equal(first.status, 0, first.err)
  assert.equal(linesOf(first.out)[0], 'kept levy')
  assert.equal(second.status, 0, second.err)
  assert.equal(linesOf(second.out)[0], 'kept levy again')
  assert.equal((await scene.ledger()).documents.length, 1)
  assert.match((await scene.readout('check')).out, /2 captures/)
})

test('HTML nested 10,000 deep is answered for, and does not hold up its neighbour', async () => {
  const scene = makeScene()
  const deep = `<!doctype html><title>Deep</title>${'<div>'.repeat(10_000)}<p>${STORY}</p>${'</div>'.repeat(10_000)}`
  const { status, out, err } = await scene.process('add', scene.put('deep.html', deep), scene.put('levy.txt', STORY))
  assert.deepEqual(linesOf(out).slice(0, 2), ['kept deep', 'kept levy'])
  const documents = (await scene.ledger()).documents.map(({ id }) => id)
  assert.ok(documents.includes('levy'))
  if (documents.includes('deep')) assert.equal(status, 0, err)
  else {
    assert.equal(status, 1)
    assert.match(err, /^readout: deep[^\n]+$/m)
  }
  await assertSound(scene)
})

test('curly quotation marks in windows-1252 survive', async () => {
  const scene = makeScene()
  const bytes = Buffer.from(STORY.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1')
  const { status, out } = await scene.readout('extract', scene.put('levy.txt', bytes), '--json')
  assert.equal(status, 0)
  assert.match((JSON.parse(out) as { text: string }).text, /“We have not left the table,” Marrow told/)
})

test('a report without a date is taken, marked undated, and gets none from a teaser', async () => {
  const scene = makeScene()
  const teaser = '<aside><h2>Keep reading</h2><a href="/x">Old levy row flares up</a> <time>May 4, 2029</time></aside>'
  const body = STORY.split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
  const page = `<!doctype html><html><head><title>Levy</title></head><body><article>${body}</article>${teaser}</body></html>`
  const path = scene.put('levy.html', page)
  const extracted = await scene.readout('extract', path, '--json')
  assert.equal((JSON.parse(extracted.out) as { published: unknown }).published, null)
  const added = await scene.readout('add', path)
  assert.equal(added.status, 0, added.err)
  const [document] = (await scene.ledger()).documents
  assert.ok(document && !('published' in document))
})

test('options for one report are refused for several, and a date must be one', async () => {
  const scene = makeScene()
  const [a, b] = [scene.put('a.txt', STORY), scene.put('b.txt', `${STORY}\nMore of it.`)]
  for (const [args, message] of [
    [[a, b, '--outlet', 'Karsk Courier'], /^readout: --outlet [^\n]*\n$/],
    [['.', '--id', 'levy'], /^readout: --id [^\n]*\n$/],
    [[a, '--published', 'someday'], /^readout: --published "someday"[^\n]*\n$/],
    [
      ['https://meridian.example/levy', '--url', 'https://a.example/'],
      /^readout: --url [^\n]*an address says so itself\n$/,
    ],
    [[a, 'https://meridian.example/levy', '--title', 'Levy'], /^readout: --title [^\n]*\n$/],
  ] as const) {
    const { status, out, err } = await scene.readout('add', ...args)
    assert.equal(status, 2, args.join(' '))
    assert.match(err, message)
    assert.equal(out, '')
  }
})

test('what the hand says of a report outranks what the report says', async () => {
  const scene = makeScene()
  const words = ['--outlet', 'Karsk Courier', '--published', '2031-05-06', '--title', 'Levy', '--id', 'levy-brief']
  const { status, out, err } = await scene.readout('add', scene.put('a.txt', STORY), ...words, '--json')
  assert.equal(status, 0, err)
  assert.deepEqual(JSON.parse(linesOf(out)[0] ?? ''), { kept: 'levy-brief', again: false, from: 'a.txt' })
  const [document] = (await scene.ledger()).documents
  assert.equal(document?.id, 'levy-brief')
  assert.equal(document?.outlet, 'Karsk Courier')
  assert.equal(document?.title, 'Levy')
  assert.match(document?.published ?? '', /^2031-05-06/)
})

test('standard input is one report, or JSON Lines where it begins as these do', async () => {
  const scene = makeScene()
  const env = { READOUT_DESK: join(scene.folder, 'the-desk') }
  const text = await readout(['add', '-', '--id', 'levy'], { input: STORY, env })
  assert.equal(linesOf(text.out)[0], 'kept levy', text.err)
  const lines = await readout(['add', '-'], { input: JSON.stringify({ id: 'x1', text: `${STORY} More.` }), env })
  assert.equal(linesOf(lines.out)[0], 'kept x1', lines.err)
})

test('a command that needs a desk says where it looked when there is none', async () => {
  for (const args of [['ledger'], ['claim', 'x'], ['edition'], ['check'], ['rebuild'], ['export', 'out'], ['serve']]) {
    const { status, err } = await readoutHere([...args, '--desk', join(makeFolder(), 'nowhere')])
    assert.equal(status, 2, args.join(' '))
    assert.match(err, /^readout: [^\n]*nowhere[^\n]*\n$/)
  }
})
