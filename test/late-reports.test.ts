// Reports in two portions, of which the second changes what the first had come to: the rows are those of all at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeRead, type Report } from '../src/link/make-read.contract.ts'
import { MemoryShelf } from '../src/link/memory-shelf.ts'
import { Pass } from '../src/link/pass.ts'
import { placeInOrder } from '../src/link/place-in-order.ts'
import { asId } from '../src/model/id.ts'
import type { ReadDoc } from '../src/model/ledger.ts'
import { takeInPortions } from './arrivals.ts'

const OFFER = 'Karsk has offered to withdraw its troops from the Sennar dam'

function say(name: string, published: string, by: string, content: string, more: Partial<Report> = {}): ReadDoc {
  const says = [{ by: { words: by }, cue: 'said', content }]
  return makeRead({ name, outlet: `${name} Courier`, published, text: `${by} said that ${content}.`, says, ...more })
}

async function assertSame(...portions: ReadDoc[][]): Promise<Map<string, string>> {
  const whole = await takeInPortions([portions.flat()])
  assert.deepEqual(await takeInPortions(portions), whole)
  return whole
}

test('an agency whose own report comes later has its full name in what was printed before', async () => {
  const text = 'PORT SABEL (Meridian) - Karsk has offered to leave the dam, Ilse Marrow said.'
  const rows = await assertSame(
    [say('a', '2031-03-01', 'Ilse Marrow', 'Karsk has offered to leave the dam', { text, wire: 'Meridian' })],
    [makeRead({ name: 'b', outlet: 'Meridian News Agency', published: '2031-03-02', text: 'Grain prices rose.' })],
  )
  assert.ok([...rows.values()].some((row) => row.includes('"from":"Meridian News Agency"')))
})

test('an outlet that becomes known is whose text a page says it has, and whose report one tells of, in what was printed before', async () => {
  const named = say('a', '2031-03-01', 'Ilse Marrow', OFFER, {
    text: `${OFFER}, reportedly.`,
    source: 'Meridian',
    says: [{ cue: 'reportedly', content: OFFER }],
  })
  const document = { words: 'a Meridian News Agency report', kind: 'document' } as const
  const told = say('a', '2031-03-01', 'Ilse Marrow', OFFER, {
    text: `a Meridian News Agency report said that ${OFFER}.`,
    says: [{ by: document, cue: 'said', content: OFFER }],
  })
  const grain = makeRead({
    name: 'm',
    outlet: 'Meridian News Agency',
    published: '2031-03-03',
    text: 'Grain prices rose.',
  })
  for (const first of [named, told]) {
    const rows = await assertSame([first, say('b', '2031-03-02', 'Corvin Hale', 'grain prices would rise')], [grain])
    assert.ok(
      [...rows.values()].some((row) => row.includes('"toldTo":"Meridian News Agency"')),
      first.doc.text,
    )
  }
})

test('an office goes with the words that gave it, when they turn out to be of somebody else', async () => {
  const third = say('c', '2031-03-03', 'Hale', 'the truce was over', {
    text: 'Hale, the chairman of the bank, said that the truce was over.',
  })
  const start = third.doc.text.indexOf('chairman')
  const chains = third.reading.chains.map((chain) => ({ ...chain, offices: [{ title: { start, end: start + 8 } }] }))
  await assertSame(
    [
      say('a', '2031-03-01', 'Corvin Hale', 'the dam would stay shut'),
      { ...third, reading: { ...third.reading, chains } },
    ],
    [say('b', '2031-03-02', 'Anna Hale', 'grain prices would rise again')],
  )
})

test('an answer that finds a nearer claim leaves the one that it was about', async () => {
  const text = `Ostmere rejected it: ${OFFER}.`
  const says = [
    { by: { words: 'Ostmere', kind: 'government' }, cue: 'rejected', act: 'rejects', content: OFFER },
  ] as const
  for (const near of [
    'Karsk offered to withdraw troops from the Sennar dam',
    'Karsk offered to withdraw troops from the dam',
    'Karsk offered to withdraw some troops and tanks from the Sennar dam',
  ]) {
    await assertSame(
      [
        makeRead({ name: 'a', outlet: 'P', published: '2031-03-01', text, says }),
        say('b', '2031-03-02', 'Ilse Marrow', near),
      ],
      [say('c', '2031-03-03', 'Corvin Hale', OFFER)],
    )
  }
})

test('what an outlet said in its own voice stays with the claim, whatever else of that report is found months later', async () => {
  const own = 'Ostmere has closed the grain port of Tavel to foreign ships'
  const rows = await assertSame(
    [
      say('z', '2031-01-01', 'Ilse Marrow', OFFER),
      makeRead({ name: 'a', outlet: 'P', published: '2031-04-01', text: `${OFFER}. ${own}.` }),
    ],
    [say('w', '2031-05-20', 'Corvin Hale', own)],
  )
  const claims = [...rows].filter(([owner]) => owner.startsWith('claim '))
  assert.deepEqual(
    claims.map(([, row]) => row.match(/"noun":"appearance"/g)?.length),
    [2, 2],
  )
})

test('a claim whose wording moves to another report moves to its story', async () => {
  const tell = (name: string, day: string, content: string, filler: string): ReadDoc =>
    say(name, day, 'Ilse Marrow', content, {
      headline: filler,
      text: `The news is of ${filler}.\n\nIlse Marrow said that ${content}.`,
    })
  const [dam, summit] = ['engineers and sluices and turbines', 'ministers and banquets and motorcades']
  const hint = 'Karsk is ready to withdraw its troops from the Sennar dam'
  await assertSame(
    [tell('a', '2031-03-01', hint, dam)],
    [tell('b', '2031-03-02', OFFER, summit)],
    [tell('c', '2031-03-03', OFFER, summit)],
  )
})

test('seventy-five prints of one text are one group, however they come', async () => {
  const text = `${Array.from({ length: 120 }, (_, at) => `word${(at * 7919) % 1000}`).join(' ')}.`
  const prints = Array.from({ length: 75 }, (_, at) => {
    const published = new Date(Date.UTC(2031, 2, 1, 0, at)).toISOString().slice(0, 19)
    return makeRead({ name: `n${100 + at}`, outlet: `Outlet ${at}`, published: published.slice(0, 10), text })
  })
  for (const portions of [[prints], prints.map((print) => [print])]) {
    const rows = await takeInPortions(portions)
    const groups = [...rows].filter(([owner]) => owner.startsWith('copies '))
    assert.deepEqual(
      groups.map(([, row]) => JSON.parse(row)[0].thing.copies.length),
      [74],
    )
  }
})

test('what a process had taken back and not taken again, the next one takes, though nothing new came', () => {
  const reads = Array.from({ length: 12 }, (_, at) =>
    makeRead({ name: `n${100 + at}`, outlet: 'O', published: `2031-03-${at + 10}`, text: `Report ${at}.` }),
  )
  const late = makeRead({ name: 'late', outlet: 'O', published: '2031-03-01', text: 'A late report.' })
  const byId = new Map([...reads, late].map((read) => [read.doc.id, read]))
  const shelf = new MemoryShelf()
  const open = (): Pass => new Pass(shelf, (id) => byId.get(id) ?? assert.fail())
  const take = (pass: Pass, some: readonly ReadDoc[], every?: number): void => {
    for (const _ of pass.take(
      some.map((read) => placeInOrder(read)),
      [],
      every,
    )) {
      pass.flush()
      if (every !== undefined) return
    }
  }
  take(open(), reads)
  take(open(), [late], 5)
  assert.ok(open().isBegun)
  take(open(), [])
  const last = open()
  assert.ok(!last.isBegun && [...byId.keys()].every((id) => last.has(id)))
})

test('where a report takes the place of the first of its story, the story is still there, under its id', async () => {
  const text = 'The levy on Ketter grain was raised at the council in Port Sabel, and the traders of Tolvar protested.'
  const make = (name: string, day: string): ReadDoc =>
    makeRead({ name, outlet: name, published: `2031-03-0${day}`, text })
  const [first, ...others] = [make('a', '1'), make('b', '2'), make('c', '3')] as const
  const id = asId<'doc'>('a-again')
  const again: ReadDoc = { doc: { ...first.doc, id }, reading: { ...first.reading, doc: id } }
  const before = await takeInPortions([[first, ...others]])
  const after = await takeInPortions([[first, ...others], [again]], {
    dropped: (portion) => (portion === 1 ? [first.doc.id] : []),
  })
  const storiesIn = (rows: ReadonlyMap<string, string>): string[] =>
    [...rows.keys()].filter((owner) => owner.startsWith('story '))
  assert.equal(storiesIn(before).length, 1)
  assert.deepEqual(storiesIn(after), storiesIn(before))
  assert.deepEqual(after, await takeInPortions([[again, ...others]]))
})
