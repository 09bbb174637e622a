// The command line's manners: help, wrong use, exit statuses, one line an error.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder, readout, readoutHead } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'

const COMMANDS = {
  start: [],
  add: ['path'],
  extract: ['file'],
  annotate: ['file'],
  group: ['file'],
  same: ['file'],
  quotes: ['file'],
  dates: ['file'],
  stance: ['file'],
  ledger: [],
  claim: ['id'],
  decide: ['ruling'],
  decisions: [],
  story: [],
  edition: [],
  check: [],
  rebuild: [],
  serve: [],
  export: ['folder'],
} as const

const NEED_A_DESK = [
  'start',
  'add',
  'ledger',
  'claim',
  'story',
  'who',
  'decide',
  'decisions',
  'edition',
  'check',
  'rebuild',
  'serve',
  'export',
]

test('the help names every command, and every command has help with an example', async () => {
  const { status, out, err } = await readout(['--help'])
  assert.equal(status, 0)
  assert.equal(err, '')
  await Promise.all(
    Object.keys(COMMANDS).map(async (name) => {
      assert.match(out, new RegExp(`^ {2}${name}\\b`, 'm'))
      const help = await readoutHere([name, '--help'])
      assert.equal(help.status, 0, name)
      assert.match(help.out, new RegExp(`^Example:\\n {2}readout ${name}\\b`, 'm'))
      assert.equal(help.out.includes('--desk'), NEED_A_DESK.includes(name), name)
    }),
  )
})

test('wrong use is one line on standard error, with what to do, and status 2', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['frobnicate'], /^readout: unknown command 'frobnicate'; see "readout --help"\n$/],
    [['ledgr'], /^readout: unknown command 'ledgr' \(Did you mean ledger\?\); .*\n$/],
    [['ledger', '--jsno'], /^readout: unknown option '--jsno' \(Did you mean --json\?\); .*\n$/],
    [['serve', '--port', 'x'], /^readout: .*A port is a number from 0 to 65535.*\n$/],
    [['edition', '--format', 'pdf'], /^readout: .*Allowed choices are md, html, json.*\n$/],
    [['ledger', 'extra'], /^readout: too many arguments.*\n$/],
    [['export'], /^readout: name either a folder or, with --warc, a file.*\n$/],
    ...Object.entries(COMMANDS).flatMap(([name, [argument]]) =>
      argument && name !== 'export'
        ? [[[name], new RegExp(`^readout: missing required argument '${argument}'.*\\n$`)] as const]
        : [],
    ),
  ]
  await Promise.all(
    cases.map(async ([args, message], i) => {
      const { status, out, err } = await (i < 4 ? readout(args) : readoutHere(args)) // some as people run it
      assert.equal(status, 2, args.join(' '))
      assert.equal(out, '', args.join(' '))
      assert.match(err, message)
    }),
  )
})

test('an empty --desk is none: the environment says where, as it does without one', async () => {
  const desk = join(makeFolder(), 'nowhere')
  for (const args of [['ledger'], ['ledger', '--desk='], ['ledger', '--desk', '']]) {
    const { status, err } = await readout(args, { env: { READOUT_DESK: desk }, cwd: makeFolder() })
    assert.equal(status, 2)
    assert.ok(err.includes(desk), err)
  }
  const empty = await readout(['ledger', '--desk='], { cwd: makeFolder() })
  assert.match(empty.err, /^readout: \.\/desk: /)
})

test('an empty id of a claim is wrong use, whatever the desk holds', async () => {
  const { status, err } = await readout(['claim', ''])
  assert.equal(status, 2)
  assert.match(err, /^readout: the id of a claim was wanted; [^\n]+\n$/)
})

test('a field that is not there is said to be missing, one of another type to be wrong', async () => {
  const { status, err } = await readout(['annotate', '-'], { input: '{"text": "Talks."}\n{"id": [], "text": 1}\n' })
  assert.equal(status, 1)
  const [first, second] = err.split('\n')
  assert.equal(first, 'readout: standard input:1: its fields are wrong: "id" is missing')
  assert.match(second ?? '', /"id" is wrong: expected string or number; "text" is wrong: expected string, received num/)
})

test('without a command the help goes to standard error, with status 2', async () => {
  const { status, out, err } = await readout([])
  assert.equal(status, 2)
  assert.equal(out, '')
  assert.match(err, /^Usage: readout/)
})

test('a fault is one line, and shows its stack only when asked', async () => {
  const quiet = await readout(['same', '/'])
  assert.equal(quiet.status, 1)
  assert.match(quiet.err, /^readout: [^\n]+\n$/)
  const loud = await readout(['same', '/'], { env: { READOUT_DEBUG: '1' } })
  assert.match(loud.err, /\n\s+at /)
})

test('lines are compared from a file or from standard input; a broken one is named and the others are done', async () => {
  const lines = [
    '{"id": 1, "a": "The envoy left Karsk.", "b": "The envoy has left Karsk."}',
    '{"id": "two", "a": "The envoy left Karsk.", "b": ',
    '{"id": "three", "a": "The envoy left Karsk.", "b": "Grain prices rose in spring."}',
    '{"id": "four", "a": "The envoy left Karsk."}',
  ]
  const { status, out, err } = await readout(['same', '-'], { input: lines.join('\n') })
  assert.equal(status, 1)
  const results = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; same: boolean })
  assert.deepEqual(
    results.map(({ id, same }) => [id, same]),
    [
      [1, true],
      ['three', false],
    ],
  )
  assert.match(err, /^readout: standard input:2: not JSON .*\nreadout: standard input:4: .*"b" is missing\n$/)
})

test('texts are held against claims; a broken line is named, a text without words only observes', async () => {
  const lines = [
    '{"id": 1, "claim": "Karsk sold the Orle bridge", "text": "Karsk denies selling Orle bridge"}',
    '{"id": "two", "claim": "Karsk sold the Orle bridge"}',
    '{"id": "three", "claim": "Karsk sold the Orle bridge", "text": ""}',
    '{"id": 4, "claim": "Karsk sold the Orle bridge", "text": ',
    '{"id": 5, "claim": "Karsk sold the Orle bridge", "text": "Orle bridge sold by Karsk"}',
  ]
  const runs = await Promise.all(
    ['1', '3'].map((workers) => readout(['stance', '-', '--workers', workers], { input: lines.join('\n') })),
  )
  for (const { status, out, err } of runs) {
    assert.equal(status, 1)
    assert.match(err, /^readout: standard input:2: .*"text" is missing\nreadout: standard input:4: not JSON .*\n$/)
    const results = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; stance: string; score: number })
    assert.deepEqual(
      results.map(({ id, stance }) => [id, stance]),
      [
        [1, 'against'],
        ['three', 'observing'],
        [5, 'for'],
      ],
    )
    assert.ok(results.every(({ score }) => score >= 0 && score <= 1))
    assert.equal(results[1]?.score, 0)
  }
  assert.equal(runs[0]?.out, runs[1]?.out)
})

test('a reader who closes the pipe early is not an error', async () => {
  const line = '{"id": 1, "a": "The envoy left Karsk.", "b": "The envoy has left Karsk."}\n'
  const { status, err } = await readoutHead(['same', '-'], line.repeat(20_000))
  assert.equal(err, '')
  assert.equal(status, 0)
})

test('what a feed says makes no line of ours', async () => {
  const item = '<item><title>A</title><pubDate>later\n2031-01-01  Forged\n  https://forged.example/</pubDate></item>'
  const { status, out } = await readout(['feed', '-'], {
    input: `<rss version="2.0"><channel><title>Post</title>${item}</channel></rss>`,
  })
  assert.equal(status, 0)
  assert.doesNotMatch(out, /^2031-01-01|^ {2}https/m)
  assert.match(out, /later\\u\{a\}2031-01-01/)
})
