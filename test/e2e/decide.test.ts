// What people decide, over the command line on reports of the sample: each ruling shows, outlives a rebuild, and undone leaves
// the ledger as it was, byte for byte.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { LedgerJson } from '../../src/desk/ledger-json.ts'
import { makeFolder, type Ran, readout } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'

const desk = join(makeFolder(), 'desk')
const SIGNED = ['--by', 'Ada Orme', '--why', 'as read in print']

const SAMPLE = join(import.meta.dirname, '..', '..', 'sample', 'reports')
const REPORTS = [
  '01-meridian-dam-offer',
  '05-herald-dam-rumour',
  '06-times-two-diplomats',
  '14-times-november',
  '16-meridian-roke-confirms',
]

before(async () => {
  const files = REPORTS.map((name) => join(SAMPLE, `${name}.html`)) // few: each is read again and again
  const { status, err } = await readout(['add', ...files, '--desk', desk])
  assert.equal(status, 0, err)
})

function run(...args: string[]): Promise<Ran> {
  return readoutHere([...args, '--desk', desk])
}

async function printed(...args: string[]): Promise<string> {
  const { status, out, err } = await run(...args)
  assert.equal(status, 0, `${args.join(' ')}: ${err}`)
  return out
}

/** The id of the claim with these words in its wording. */
async function claimOf(words: string): Promise<string> {
  const { ledger } = JSON.parse(await printed('ledger', '--json', '--about', words)) as LedgerJson
  assert.equal(ledger.length, 1, `${words}: ${ledger.map(({ says }) => says)}`)
  return ledger[0]?.claim ?? ''
}

/** The id, in brackets, on the line of `readout claim` that has these words. */
async function attributionOf(claim: string, words: string): Promise<string> {
  const line = (await printed('claim', claim)).split('\n').find((one) => one.includes(words) && one.endsWith(']'))
  return /\[([0-9a-f]{8})\]$/.exec(line ?? '')?.[1] ?? assert.fail(`no attribution with ${words}`)
}

/**
 * Decides, wants the same ledger of a rebuild where one is made, holds what is shown against `expect`, undoes it, and wants the ledger of
 * before. Rulings of all kinds outlive a rebuild in test/ruled-anew.test.ts.
 */
async function decided(args: readonly string[], expect: () => Promise<void>, isRebuilt = false): Promise<void> {
  const was = await printed('ledger', '--json')
  const out = await printed('decide', ...args, ...SIGNED)
  const number = /^kept decision (\d+)\n/.exec(out)?.[1] ?? assert.fail(out)
  assert.match(out, new RegExp(`^decision ${number} {2}applied, `, 'm'))
  const ruled = await printed('ledger', '--json')
  assert.notEqual(ruled, was)
  if (isRebuilt) {
    await printed('rebuild')
    assert.equal(await printed('ledger', '--json'), ruled)
  }
  await expect()
  await printed('decide', 'undo', number, ...SIGNED)
  assert.equal(await printed('ledger', '--json'), was)
}

const PAPER = 'approved the paper himself'
const TWO_PAGES = 'two-page paper'

test('merged claims are one, and the address of the other leads to it', async () => {
  const [keep, absorb] = [await claimOf(PAPER), await claimOf(TWO_PAGES)]
  await decided(
    ['merge', keep, absorb.slice(0, 8)],
    async () => {
      const shown = await printed('claim', absorb)
      assert.ok(shown.startsWith(`${keep}  `), shown)
      assert.match(shown, /two-page paper/)
      assert.match(shown, /^ {2}Ruled by Ada Orme: as read in print\.$/m)
      assert.match(shown, /^ {2}decision \d+, merge, by Ada Orme on \d{4}-\d\d-\d\d: as read in print$/m)
      assert.equal(await printed('claim', absorb.slice(0, 8)), shown)
    },
    true,
  )
  const alone = await printed('claim', absorb)
  assert.ok(alone.startsWith(`${absorb}  `), 'it is a claim of its own again')
})

test('what is split off is a claim of its own', async () => {
  const from = await claimOf(PAPER)
  const denial = await attributionOf(from, 'Corvin Hale')
  await decided(['split', from, '--move', denial], async () => {
    assert.doesNotMatch(await printed('claim', from), /denied by/)
    const { ledger } = JSON.parse(await printed('ledger', '--json', '--about', PAPER.slice(0, 15))) as LedgerJson
    assert.deepEqual(ledger.map(({ claim, standing }) => [claim === from, standing]).toSorted(), [
      [false, 'denied'],
      [true, 'reported'],
    ])
  })
})

test('two people who are the same are one speaker by either name', async () => {
  await decided(['same', 'Corvin Hale', 'Anselm Roke'], async () => {
    const shown = await printed('who', 'Anselm Roke')
    assert.match(shown, /^Corvin Hale \(person\)/)
    assert.match(shown, /^ {2}decision \d+, same, by Ada Orme/m)
    assert.equal(await printed('who', 'Corvin Hale'), shown)
  })
})

test('two that are different stay two, and cannot be ruled the same while that stands', async () => {
  const out = await printed('decide', 'different', 'Corvin Hale', 'Anselm Roke', ...SIGNED)
  const number = /^kept decision (\d+)\n/.exec(out)?.[1] ?? ''
  const again = await run('decide', 'same', 'Anselm Roke', 'Corvin Hale', ...SIGNED)
  assert.equal(again.status, 2)
  assert.match(again.err, new RegExp(`ruled different: decision ${number} of Ada Orme .*undo ${number} first\\n$`))
  await printed('decide', 'undo', number, ...SIGNED)
})

test('what nobody said counts nowhere', async () => {
  const claim = await claimOf(PAPER)
  const denial = await attributionOf(claim, 'Corvin Hale')
  await decided(['reject', denial], async () => {
    const shown = await printed('claim', claim)
    assert.doesNotMatch(shown, /denied by|Corvin Hale/)
    assert.match(shown, /reject, by Ada Orme/)
    assert.doesNotMatch(await printed('who', 'Corvin Hale'), new RegExp(denial))
    const second = await run('decide', 'reject', denial, ...SIGNED)
    assert.equal(second.status, 2)
    assert.match(second.err, /is rejected: decision \d+ of Ada Orme/)
  })
})

test('what another said is the other’s, or nobody’s', async () => {
  const claim = await claimOf(PAPER)
  const denial = await attributionOf(claim, 'Corvin Hale')
  await decided(['re-attribute', denial, 'Garrick Sole'], async () => {
    assert.match(await printed('claim', claim), /^ {2}denied by: Garrick Sole$/m)
    assert.match(await printed('who', 'Garrick Sole'), new RegExp(`\\[${denial}\\]`))
  })
  await decided(['re-attribute', denial, 'unstated'], async () => {
    assert.doesNotMatch(await printed('claim', claim), /denied by/)
  })
})

test('words and kinds of sources that a person puts right show, and outlive a rebuild', async () => {
  const claim = await claimOf(PAPER)
  const denial = await attributionOf(claim, 'Corvin Hale')
  await decided(['set-kind', denial, 'expert'], async () => {
    assert.match(await printed('ledger', '--json'), /"sourceKind":"expert"/)
    assert.match(await printed('claim', claim), /denied by: Corvin Hale/)
  })
  const opener = await attributionOf(claim, 'approved the paper')
  await decided(
    ['correct', opener, '--content', PAPER],
    async () => {
      assert.match(await printed('decisions'), new RegExp(`content put right: “${PAPER}”`))
    },
    true,
  )
})

test('a note is kept without a reason, word for word, and a second tag of the same words is refused', async () => {
  const claim = await claimOf(PAPER)
  const was = await printed('ledger', '--json')
  const out = await printed('decide', 'note', claim, '--text', 'ask <the> ministry\n\tسؤال', '--by', 'Ada Orme')
  assert.match(out, /^ {2}note, by Ada Orme\n {2}claim .*\n {2}\| ask <the> ministry\n {2}\| .*سؤال$/m)
  await printed('decide', 'tag', claim, '--text', 'dam', '--by', 'Ada Orme')
  const again = await run('decide', 'tag', claim, '--text', 'dam', '--by', 'Ada Orme')
  assert.equal(again.status, 2)
  const bad = await run('decide', 'note', claim, '--text', 'a\u0007b', '--by', 'Ada Orme')
  assert.match(bad.err, /control character U\+0007 at 1/)
  assert.equal(await printed('ledger', '--json'), was)
})

test('a confirmation is kept and shown, and changes nothing else', async () => {
  const claim = await claimOf(PAPER)
  const denial = await attributionOf(claim, 'Corvin Hale')
  const was = await printed('ledger', '--json')
  const out = await printed('decide', 'confirm', denial, ...SIGNED)
  assert.equal(await printed('ledger', '--json'), was)
  assert.match(await printed('claim', claim), /confirm, by Ada Orme/)
  await printed('decide', 'undo', /decision (\d+)/.exec(out)?.[1] ?? '', ...SIGNED)
})

test('an undoing is undone like any decision, and twice is refused', async () => {
  const [keep, absorb] = [await claimOf(PAPER), await claimOf(TWO_PAGES)]
  const merged = /decision (\d+)/.exec(await printed('decide', 'merge', keep, absorb, ...SIGNED))?.[1] ?? ''
  const ruled = await printed('ledger', '--json')
  const undone = /decision (\d+)/.exec(await printed('decide', 'undo', merged, ...SIGNED))?.[1] ?? ''
  const twice = await run('decide', 'undo', merged, ...SIGNED)
  assert.equal(twice.status, 2)
  assert.match(twice.err, new RegExp(`decision ${merged} is undone already, by decision ${undone} of Ada Orme`))
  await printed('decide', 'undo', undone, ...SIGNED)
  assert.equal(await printed('ledger', '--json'), ruled)
  const listed = await printed('decisions')
  assert.match(listed, new RegExp(`^decision ${merged} {2}applied, `, 'm'))
  assert.match(listed, new RegExp(`^decision ${undone} {2}undone by decision \\d+, `, 'm'))
  await printed('decide', 'undo', merged, ...SIGNED)
})

test('wrong use is one line that says what to do, and keeps nothing', async () => {
  const [claim, other] = [await claimOf(PAPER), await claimOf(TWO_PAGES)]
  const denial = await attributionOf(claim, 'Corvin Hale')
  const before = await printed('decisions')
  const cases: readonly (readonly [readonly string[], RegExp, number?])[] = [
    [['merge', claim, other, '--by', 'Ada Orme'], /why is it so decided\? .*--why/],
    [['merge', claim, other, '--by', 'Ada Orme', '--why', '  '], /--why/],
    [['merge', claim, other, '--why', 'so'], /who decides\? .*--by/],
    [['merge', claim, ...SIGNED], /merge takes two claims or more/],
    [['merge', claim, claim, ...SIGNED], /cannot be merged with itself/],
    [['merge', claim, claim.slice(0, 9), ...SIGNED], /are one claim already/],
    [['merge', claim, 'ffffffffff', ...SIGNED], /no claim "ffffffffff"/],
    [['merge', claim, denial, ...SIGNED], /is an attribution \(“.*”.*\), not a claim/],
    [['reject', claim, ...SIGNED], /is a claim \(“.*”\), not an attribution/],
    [['reject', 'ffffffffff', ...SIGNED], /no attribution "ffffffffff"/],
    [['reject', denial, denial, ...SIGNED], /reject takes one attribution; 2 were given/],
    [['confirm', ...SIGNED], /confirm takes one attribution, or one claim; 0 were given/],
    [['re-attribute', denial, 'Nobody Atall', ...SIGNED], /nobody called "Nobody Atall"/, 1],
    [['re-attribute', denial, claim, ...SIGNED], /is a claim .*, not a person or body/, 1],
    [['same', claim, 'Corvin Hale', ...SIGNED], /only two of a kind can be same/],
    [['same', 'Corvin Hale', 'Corvin Hale', ...SIGNED], /are one entity already/],
    [['different', 'Corvin Hale', 'Corvin Hale', ...SIGNED], /are one entity now/],
    [['split', claim, ...SIGNED], /--move/],
    [['split', claim, '--move', 'no such words', ...SIGNED], /nothing that bears on claim .* says "no such words"/],
    [['split', claim, '--move', 'paper', ...SIGNED], /all that bears on claim .* would leave it/],
    [['merge', claim, other, '--move', 'paper', ...SIGNED], /--move is for split/],
    [['undo', '999', ...SIGNED], /no decision "999" on this desk; "readout decisions" lists them/],
    [['undo', ...SIGNED], /undo takes one decision/],
    [['frob', claim, ...SIGNED], /Allowed choices are merge, split/],
  ]
  for (const [args, message, wanted = 2] of cases) {
    // the first as people run it
    const { status, out, err } = await (args === cases[0]?.[0]
      ? readout(['decide', ...args, '--desk', desk])
      : run('decide', ...args))
    assert.equal(status, wanted, `${args.join(' ')}: ${err}`)
    assert.equal(out, '', args.join(' '))
    assert.match(err, /^readout: [^\n]+\n$/)
    assert.match(err, message)
  }
  assert.equal(await printed('decisions'), before)
})

test('what was decided is checked and exported with all else', async () => {
  assert.match(await printed('check'), /^checked 5 captures and \d\d decisions in the log\n(?:.*\n)*all of it holds\n$/)
  const folder = join(makeFolder(), 'export')
  const { files } = JSON.parse(await printed('export', folder, '--json')) as {
    files: Record<string, { lines: number }>
  }
  const listed = JSON.parse(await printed('decisions', '--json')) as unknown[]
  assert.equal(files['decisions.jsonl']?.lines, listed.length)
})
