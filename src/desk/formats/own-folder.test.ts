// A folder of ours among what is not ours: nothing of somebody else's is touched, and a run that was killed can be made again.
import assert from 'node:assert/strict'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ReadoutError } from '../../model/errors.ts'
import { openOwnFolder } from './own-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-folder-'))
after(() => rmSync(root, { recursive: true }))

let made = 0
function makeDir(): string {
  made += 1
  return join(root, String(made))
}

async function fill(dir: string, files: Readonly<Record<string, string>>) {
  const folder = await openOwnFolder(dir)
  for (const [path, text] of Object.entries(files)) await folder.write(path, text)
  return await folder.finish()
}

test('the same again writes nothing; what is no more goes, with its folder', async () => {
  const dir = makeDir()
  assert.deepEqual(await fill(dir, { 'a.html': '1', 'deep/b.html': '2' }), { written: 2, removed: 0, kept: [] })
  assert.deepEqual(await fill(dir, { 'a.html': '1', 'deep/b.html': '2' }), { written: 0, removed: 0, kept: [] })
  assert.deepEqual(await fill(dir, { 'a.html': '3' }), { written: 1, removed: 1, kept: [] })
  assert.deepEqual(readdirSync(dir).toSorted(), ['a.html', 'readout-site.jsonl'])
})

test('what somebody else put there or changed stays, and is told', async () => {
  const dir = makeDir()
  mkdirSync(dir)
  writeFileSync(join(dir, 'index.html'), 'mine')
  writeFileSync(join(dir, 'notes.txt'), 'mine too')
  assert.deepEqual(await fill(dir, { 'index.html': 'x', 'style.css': 'x', 'old.html': 'x' }), {
    written: 2,
    removed: 0,
    kept: ['index.html'],
  })
  writeFileSync(join(dir, 'style.css'), 'my own style')
  writeFileSync(join(dir, 'old.html'), 'my own words')
  const { kept } = await fill(dir, { 'style.css': 'y' })
  assert.deepEqual(kept, ['old.html', 'style.css'])
  for (const [path, text] of [
    ['index.html', 'mine'],
    ['notes.txt', 'mine too'],
    ['style.css', 'my own style'],
    ['old.html', 'my own words'],
  ] as const) {
    assert.equal(readFileSync(join(dir, path), 'utf8'), text)
  }
})

test('a run that was killed between any two steps is made again', async () => {
  const dir = makeDir()
  await fill(dir, { 'a.html': '1', 'b.html': '1' })
  const broken = await openOwnFolder(dir)
  await broken.write('a.html', '2') // and no more: the list is not finished
  appendFileSync(join(dir, 'readout-site.jsonl'), '["c.html","') // cut short in the middle of a line
  writeFileSync(join(dir, 'b.html.part'), 'half')
  assert.deepEqual(await fill(dir, { 'a.html': '3', 'c.html': '1' }), { written: 2, removed: 1, kept: [] })
  assert.equal(readFileSync(join(dir, 'a.html'), 'utf8'), '3')
  assert.equal(existsSync(join(dir, 'b.html')), false)
})

test('a list that was tampered with leads out of no folder', async () => {
  const dir = makeDir()
  const outside = join(root, 'outside.txt')
  writeFileSync(outside, 'x')
  await fill(dir, { 'a.html': '1' })
  const digest = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' // of "x"
  for (const path of ['../outside.txt', 'deep/../../outside.txt', outside]) {
    appendFileSync(join(dir, 'readout-site.jsonl'), `${JSON.stringify([path, digest])}\n`)
  }
  assert.deepEqual(await fill(dir, { 'a.html': '1' }), { written: 0, removed: 0, kept: [] })
  assert.equal(existsSync(outside), true)
})

test('nothing is written out of the folder: neither by a path, nor through a link, nor over a file of another', async () => {
  const dir = makeDir()
  mkdirSync(dir)
  const outside = join(root, 'theirs.txt')
  writeFileSync(outside, 'theirs')
  for (const ending of ['part', 'readout-part']) symlinkSync(outside, join(dir, `index.html.${ending}`))
  writeFileSync(join(dir, 'a.html.part'), 'half a download')
  assert.equal((await fill(dir, { 'index.html': '1', 'a.html': '1' })).written, 2)
  assert.equal(readFileSync(outside, 'utf8'), 'theirs')
  assert.equal(readFileSync(join(dir, 'a.html.part'), 'utf8'), 'half a download')
  for (const path of ['../theirs.txt', 'editions/../../theirs.txt', outside]) {
    await assert.rejects(fill(dir, { [path]: 'ours' }), /leads out of/)
  }
})

test('a folder that is a file is refused with the cure', async () => {
  const path = makeDir()
  writeFileSync(path, 'x')
  await assert.rejects(openOwnFolder(path), (error) => {
    assert.ok(error instanceof ReadoutError && error.code === 'EXPORT_REFUSED')
    assert.match(error.message, /--out/)
    return true
  })
})
