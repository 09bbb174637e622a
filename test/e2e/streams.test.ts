// Outputs that close or fill up and inputs that never end: nothing kept is lost, nothing waits for ever.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { MAIN, makeFolder, type Ran, readout, readoutHead } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'

const LINES = Array.from({ length: 100 }, (_, i) =>
  JSON.stringify({ id: `levy-${i}`, text: `The envoy Ilse Marrow said on day ${i} that the levy talks would go on.` }),
).join('\n')

test('a reader who closes the pipe early does not end the intake', async () => {
  const desk = join(makeFolder(), 'desk')
  const { status, err } = await readoutHead(['add', '-', '--desk', desk], LINES)
  assert.equal(status, 0, err)
  assert.doesNotMatch(err, /Warning|readout:/)
  assert.match((await readout(['check', '--desk', desk])).out, /checked 100 captures/)
})

test('a full disk behind standard output is one line and status 1, and the intake goes on', async (t) => {
  if (!existsSync('/dev/full')) return t.skip('this system has no /dev/full')
  const desk = join(makeFolder(), 'desk')
  for (const args of [
    ['add', '-', '--desk', desk],
    ['ledger', '--json', '--desk', desk],
  ]) {
    const { status, err } = await intoFull(args, LINES)
    assert.equal(status, 1, err)
    assert.equal(err.match(/^readout: /gm)?.length, 1, err)
    assert.match(err, /^readout: standard output cannot be written \(ENOSPC\)[^\n]+$/m)
    assert.doesNotMatch(err, /\n\s+at /)
  }
  assert.match((await readout(['check', '--desk', desk])).out, /checked 100 captures/)
})

function intoFull(args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['pipe', openSync('/dev/full', 'w'), 'pipe'] })
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.stdin?.on('error', () => {})
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out: '', err }))
    child.stdin?.end(input)
  })
}

test('what is printed into a file is the file, in names of any direction, and is read again', async () => {
  const folder = makeFolder()
  const desk = join(folder, 'desk')
  const title = 'بريد كارسك\u200f Courier'
  const list = `<opml version="2.0"><body><outline type="rss" text="${title}" xmlUrl="https://courier.example/feed"/></body></opml>`
  await readout(['source', 'import', '-', '--desk', desk, '--by', 'Ada Orme'], { input: list })
  const { out } = await readout(['source', 'export', '--desk', desk])
  assert.ok(out.includes(title), out)
  assert.equal((await readout(['source', 'import', '-', '--desk', join(folder, 'other')], { input: out })).status, 0)
})

test('an option that a command does not have is refused, wherever it stands, and does nothing by the way', async () => {
  for (const [args, words] of [
    [
      ['edition', 'export', '--format', 'md'],
      '"readout edition export" takes no --format; "readout edition export --help"',
    ],
    [['edition', '--format', 'md', 'export'], '"readout edition export" takes no --format'],
    [['edition', 'issue', '--out', 'f'], '"readout edition issue" takes no --out'],
    [['edition', 'leaning', '--week', '2031-W10'], '"readout edition leaning" takes no --week'],
    [['export', 'case', 'a', 'b', '--warc', 'f.warc'], '"readout export case" takes no --warc'],
    [['source', 'export', '--json'], "unknown option '--json'"],
    [['mail', 'subscribers', 'export', '--json'], "unknown option '--json'"],
  ] as const) {
    const { status, err, out } = await readoutHere([...args, '--desk', join(makeFolder(), 'none')])
    assert.deepEqual([status, out], [2, ''], args.join(' '))
    assert.ok(err.includes(words), err)
  }
})

test('names and faults cannot speak to the terminal, nor forge a line of their own', async () => {
  const desk = join(makeFolder(), 'desk')
  const text = 'The envoy Ilse Marrow said on Monday that the levy talks in Karsk would go on.'
  const lines = [
    { id: 'levy\nkept FAKE', outlet: 'Karsk\nCourier \u001b[31m', text },
    { id: 'dam \u202etxt.\u009b1m', text: `${text} Nobody left.` },
  ]
  const input = lines.map((line) => JSON.stringify(line)).join('\n')
  const added = await readout(['add', '-', '\u001b]0;gone.txt', '--desk', desk], { input })
  assert.deepEqual(added.out.split('\n').slice(0, 2), ['kept levy\\u{a}kept FAKE', 'kept dam \\u{202e}txt.\\u{9b}1m'])
  assert.match(added.err, /^readout: \\u\{1b\}\]0;gone\.txt: no such file/m)
  const json = await readout(['add', '-', '--json', '--desk', desk], { input })
  assert.equal((JSON.parse(json.out.split('\n')[1] ?? '') as { kept: string }).kept, lines[1]?.id)
  const printed = [json, await readout(['ledger', '--desk', desk]), await readout(['ledger', '--json', '--desk', desk])]
  for (const { out, status } of printed) {
    assert.equal(status, 0)
    for (const raw of ['\u001b', '\u009b', '\u202e', '\nkept FAKE']) assert.ok(!out.includes(raw), JSON.stringify(out))
  }
  assert.match(printed[1]?.out ?? '', /levy\\u\{a\}kept FAKE|Karsk\\u\{a\}Courier/)
})
