// Decisions on a desk whose reports are read by rules: what becomes of them when another version extracts the reports anew,
// and when their words are gone.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { lookAtClaim } from '../archive/catalogue/look-at-claim.ts'
import { listSound } from '../archive/keep-decision.ts'
import { findClaim, listLinked } from '../archive/linked.ts'
import { docFromText } from '../extract/doc-from-text.ts'
import type { Role } from '../model/account.ts'
import { digestOfParts } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { loadReader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'
import { check } from './check.ts'
import { type Asked, decide } from './decide.ts'
import { decisionsOn } from './decisions-on.ts'
import { derive } from './derive.ts'
import type { Desk, Rooms } from './desk.ts'
import { fingerprintOf } from './fingerprint-of.ts'
import { listDecided } from './list-decided.ts'
import { findClaimBy } from './list-ledger.ts'
import { openDesk } from './open-desk.ts'
import { listTagged, listTags, listWatched } from './review/list-tagged.ts'
import { openReviewing } from './review/make-target.ts'
import { rooms as ownRooms } from './rooms.ts'
import { handIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'
import { followSource } from './web/follow-source.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-decide-'))
after(() => rmSync(root, { recursive: true, force: true }))

const reader = await loadReader({ rulesAlone: true })

const REPORTS = [
  {
    name: 'offer',
    outlet: 'Meridian News Agency',
    published: '2031-03-04',
    text: 'The envoy Ilse Marrow said that Veldania had offered Karsk a truce along the Ketter river. Corvin Hale denied that nine ferries had left Brissen.',
  },
  {
    name: 'halt',
    outlet: 'Port Sabel Times',
    published: '2031-03-05',
    text: 'The diplomat Garrick Sole said that a halt to the shelling was on the table in Orlenne.',
  },
]

/** Rooms whose extractor has this version and changes each text so. */
function roomsOf(version: string, change: (text: string) => string = (text) => text): Rooms {
  const makers = { ...ownRooms.makers, extractor: `extract@${version}`, reader: reader.version } as const
  return {
    ...ownRooms,
    makers,
    openExtractor: () =>
      Promise.resolve({
        extract({ bytes, given, capture, report }) {
          const doc = docFromText(change(new TextDecoder().decode(bytes)), given ?? assert.fail(), capture)
          const id = asId<'doc'>(digestOfParts(makers.extractor, report ?? capture, doc.text))
          return Promise.resolve({ ...doc, id, madeBy: makers.extractor })
        },
        close: () => Promise.resolve(),
      }),
    openReader: () => ({ read: (doc) => read(doc, reader), close() {} }),
  }
}

async function withDesk(dir: string, rooms: Rooms, body: (desk: Desk) => Promise<void>): Promise<void> {
  let minute = 0
  const desk = await openDesk(dir, { rooms, now: () => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString() })
  try {
    await derive(desk)
    await body(desk)
  } finally {
    await desk.close()
  }
}

function idOf(desk: Desk, words: string): string {
  return listLinked(desk.store, 'claim').find(({ wording }) => wording.includes(words))?.id ?? assert.fail(words)
}

function asked(kind: Asked['kind'], ...ids: string[]): Asked {
  return { kind, ids, by: 'Ada Orme', why: 'as read in print' }
}

/** A desk with a merge, a rejection and two who are the same. */
async function ruledDesk(name: string): Promise<string> {
  const dir = join(root, name)
  await withDesk(dir, roomsOf('1'), async (desk) => {
    await takeIn(desk, handIn(REPORTS), () => {})
    await derive(desk)
    const denial = listLinked(desk.store, 'bearing').find(({ claim }) => claim === idOf(desk, 'nine ferries'))
    await decide(desk, asked('merge', idOf(desk, 'a truce'), idOf(desk, 'a halt')))
    await decide(desk, asked('reject', denial?.attribution ?? ''))
    await decide(desk, asked('same', 'Ilse Marrow', 'Garrick Sole'))
    await derive(desk)
    assert.deepEqual(await statesOf(desk), ['applied', 'applied', 'applied'])
  })
  return dir
}

async function statesOf(desk: Desk): Promise<string[]> {
  return (await listDecided(desk)).decided.map(({ state }) => state)
}

test('a ruling outlives a new extractor: it finds its words, and the old address still leads to the claim', async () => {
  const dir = await ruledDesk('outlives')
  let before = ''
  await withDesk(dir, roomsOf('1'), async (desk) => {
    before = idOf(desk, 'a truce')
  })
  await withDesk(
    dir,
    roomsOf('2', (text) => `Read more below.\n\n${text.replace('. Corvin', '.\n\nCorvin')}`),
    async (desk) => {
      assert.deepEqual(await statesOf(desk), ['applied', 'applied', 'applied'])
      const claims = listLinked(desk.store, 'claim')
      assert.equal(claims.length, 1)
      assert.equal(claims[0]?.id, before)
      assert.equal(findClaim(desk.store, before)?.claim.id, claims[0]?.id)
      assert.deepEqual(findClaim(desk.store, before)?.row?.independentOrigins, ['Ilse Marrow'])
      assert.deepEqual(check(desk).breaches, [])
    },
  )
})

test('ids last: what another extractor makes of the same reports is known by those of before', async () => {
  const dir = join(root, 'lasting')
  const nouns = ['claim', 'bearing', 'appearance', 'entity', 'story'] as const
  const idsOf = (desk: Desk) =>
    nouns.map((noun) => {
      const rows = listLinked(desk.store, noun) as readonly { readonly id?: string; readonly attribution?: string }[]
      return rows.map(({ id, attribution }) => id ?? attribution).toSorted()
    })
  let before: ReturnType<typeof idsOf> = []
  await withDesk(dir, roomsOf('1'), async (desk) => {
    await takeIn(desk, handIn(REPORTS), () => {})
    await derive(desk)
    before = idsOf(desk)
  })
  const change = (text: string) => `Read more below.\n\n${text.replace('. Corvin', '.\n\nCorvin')}`
  await withDesk(dir, roomsOf('2', change), async (desk) => {
    assert.deepEqual(idsOf(desk), before)
    assert.ok(before.every((ids) => ids.length > 0))
  })
})

test('a ruling whose words are gone is an orphan: listed with them, and not moved to what looks like them', async () => {
  const dir = await ruledDesk('orphan')
  const rewrite = (text: string) =>
    text.replace('a halt to the shelling was', 'a stop to the shelling was').replace('nine ferries', 'ten ferries')
  await withDesk(dir, roomsOf('3', rewrite), async (desk) => {
    const { decided } = await listDecided(desk)
    assert.deepEqual(
      decided.map(({ decision, state, gone }) => [decision.ruling.kind, state, gone.map(({ name }) => name)]),
      [
        ['merge', 'orphan', ['halt']],
        ['reject', 'orphan', ['offer']],
        ['same', 'applied', []],
      ],
    )
    assert.equal(listLinked(desk.store, 'claim').length, 3)
    assert.deepEqual(check(desk).breaches, [])
  })
  await withDesk(dir, roomsOf('1'), async (desk) => {
    assert.deepEqual(await statesOf(desk), ['applied', 'applied', 'applied'], 'the words are back')
  })
})

test('the id of a claim that a ruling took out of the ledger says what became of it', async () => {
  const dir = await ruledDesk('gone')
  await withDesk(dir, roomsOf('1'), async (desk) => {
    const { decided } = await listDecided(desk)
    const ruling = decided[1]?.decision.ruling
    const id = ruling?.kind === 'reject' ? ruling.on[0]?.id : undefined
    assert.throws(
      () => findClaimBy(desk, id ?? ''),
      /is no longer in the ledger; decision 4 was about it \(reject, by Ada/,
    )
  })
})

test('a changed decision is a breach and does not count; one that leans on what is gone is a breach', async () => {
  const dir = await ruledDesk('harmed')
  const truth = new DatabaseSync(join(dir, 'truth.db'))
  const triggers = truth.prepare("select name, sql from sqlite_master where type = 'trigger'").all()
  for (const { name } of triggers) truth.exec(`drop trigger ${name}`)
  truth.exec(`pragma foreign_keys = off;
    update decision set record = replace(record, 'as read in print', 'as heard') where number = 3;
    delete from report where name = 'halt'`)
  for (const { sql } of triggers) truth.exec(String(sql))
  truth.close()
  await withDesk(dir, roomsOf('4'), async (desk) => {
    assert.deepEqual((await listDecided(desk)).harmed, [3])
    const said = check(desk).breaches.map(
      ({ what, reason }) => `${what.replace(/ \(.*/, '')}: ${reason.replace(/,.*/, '')}`,
    )
    assert.ok(said.includes('decision 3: its record was changed: it has another digest'), said.join('\n'))
    assert.ok(said.includes('decision 5: the report whose words were looked at is gone'), said.join('\n'))
  })
})

test('a desk that was ruled on is linked anew when the rulings change, and only then', async () => {
  const dir = await ruledDesk('relinked')
  await withDesk(dir, roomsOf('1'), async (desk) => {
    await decide(desk, asked('confirm', listLinked(desk.store, 'bearing')[0]?.attribution ?? ''))
    assert.deepEqual(await derive(desk), { read: 0, faults: [], isLinked: false })
    await decide(desk, asked('undo', '3'))
    assert.equal((await derive(desk)).isLinked, true)
    await assert.rejects(decide(desk, asked('undo', '3')), (error: unknown) => {
      return error instanceof ReadoutError && error.code === 'DECISION_REFUSED'
    })
  })
})

test('a correction shows in the ledger, outlives a new extractor, and undone leaves all as it was', async () => {
  const dir = join(root, 'corrected')
  await withDesk(dir, roomsOf('1'), async (desk) => {
    await takeIn(desk, handIn(REPORTS), () => {})
    await derive(desk)
    const before = listLinked(desk.store, 'claim')
    const own =
      listLinked(desk.store, 'bearing').find(({ claim }) => claim === idOf(desk, 'a truce'))?.attribution ?? ''
    const words = { content: ['Veldania had offered Karsk a truce'] }
    await decide(desk, { ...asked('correct', own), words })
    await derive(desk)
    assert.equal(listLinked(desk.store, 'claim')[0]?.wording, 'Veldania had offered Karsk a truce')
    assert.deepEqual(await statesOf(desk), ['applied'])
    await assert.rejects(decide(desk, { ...asked('correct', own), words }), /that is so already/)
    await assert.rejects(
      decide(desk, { ...asked('correct', own), words: { cue: ['Karsk'] } }),
      /stand apart from the cue/,
    )
    await assert.rejects(
      decide(desk, { ...asked('correct', own), words: { cue: ['nowhere'] } }),
      /does not stand in offer/,
    )
    await assert.rejects(decide(desk, asked('correct', own)), /give the words as they should be/)
    await decide(desk, asked('set-kind', own, 'expert'))
    await derive(desk)
    assert.deepEqual(await statesOf(desk), ['applied', 'applied'])
    await decide(desk, asked('undo', '4'))
    await decide(desk, asked('undo', '3'))
    await derive(desk)
    assert.deepEqual(listLinked(desk.store, 'claim'), before)
    await decide(desk, asked('undo', '6'))
    await derive(desk)
  })
  await withDesk(
    dir,
    roomsOf('2', (text) => `Read more below.\n\n${text}`),
    async (desk) => {
      assert.equal(listLinked(desk.store, 'claim')[0]?.wording, 'Veldania had offered Karsk a truce')
      assert.deepEqual(check(desk).breaches, [])
    },
  )
})

test('notes, tags and watches stand beside a thing at once, word for word, and change nothing that is linked', async () => {
  const dir = await ruledDesk('asides')
  await withDesk(dir, roomsOf('1'), async (desk) => {
    const claim = idOf(desk, 'a truce')
    const rows = listLinked(desk.store, 'ledger_row')
    const text = 'ask the <b>ministry</b>\n\tسؤال 👩‍👩‍👧'
    const seen = fingerprintOf(desk.store, { noun: 'claim', id: claim })
    const keep = (kind: Asked['kind'], id: string, more: Partial<Asked> = {}) =>
      decide(desk, { kind, ids: [id], by: 'Ada Orme', why: '', ...more })
    const { number } = await keep('note', claim, { text })
    await keep('tag', claim, { text: 'dam' })
    await keep('watch', claim)
    await keep('note', 'offer', { text: 'of the report' })
    await keep('note', 'Ilse Marrow', { text: 'of her' })
    const [story] = listLinked(desk.store, 'story')
    await keep('watch', story?.id ?? '', { noun: 'story' })
    const thing = { noun: 'claim', ids: [claim] } as const
    const notes = () =>
      decisionsOn(desk.store, [thing]).flatMap(({ number: own, undoneBy, decision: { ruling } }) =>
        ruling.kind === 'note' && !undoneBy ? [[own, ruling.text]] : [],
      )
    assert.deepEqual(notes(), [[number, text]])
    const reviewing = openReviewing(desk)
    assert.deepEqual(listTags(reviewing), ['dam'])
    assert.deepEqual(
      listTagged(reviewing, 'dam').map(({ by, what }) => [by, what.noun]),
      [['Ada Orme', 'claim']],
    )
    assert.deepEqual(
      listWatched(reviewing, 'Ada Orme').map(({ what }) => what.noun),
      ['story', 'claim'],
    )
    assert.deepEqual(listWatched(reviewing, 'Corvin Hale'), [])
    await assert.rejects(keep('tag', claim, { text: 'dam' }), /that is so already: decision \d+ of Ada Orme/)
    assert.equal((await derive(desk)).isLinked, false)
    assert.deepEqual(listLinked(desk.store, 'ledger_row'), rows)
    await keep('split', claim, { move: ['a halt'], why: 'no truce', seen }) // a note is in nobody's way
    await keep('undo', String(number))
    assert.deepEqual(notes(), [])
    assert.equal(
      decisionsOn(desk.store, [thing]).find((one) => one.number === number)?.undoneBy?.decision.by,
      'Ada Orme',
    )
    assert.deepEqual((await statesOf(desk)).slice(4, 9), ['applied', 'applied', 'applied', 'applied', 'applied'])
  })
})

test('who rules on what another ruled on meanwhile hears of it, and may look again', async () => {
  const dir = await ruledDesk('stale')
  await withDesk(dir, roomsOf('1'), async (desk) => {
    const claim = idOf(desk, 'a truce')
    const seen = fingerprintOf(desk.store, { noun: 'claim', id: claim })
    await decide(desk, { ...asked('split', claim), move: ['a halt'], by: 'Bela Orme', seen })
    const late = { ...asked('split', claim), move: ['a truce'], seen }
    await assert.rejects(decide(desk, late), (error: unknown) => {
      assert.ok(error instanceof ReadoutError && error.code === 'DECISION_STALE')
      assert.match(error.message, /decision 6 \(split\) of Bela Orme came meanwhile; look again/)
      const { meanwhile, now } = error.details as { meanwhile: { number: number; by: string }[]; now: string }
      assert.deepEqual(
        meanwhile.map(({ number, by }) => [number, by]),
        [[6, 'Bela Orme']],
      )
      assert.equal(now, fingerprintOf(desk.store, { noun: 'claim', id: claim }))
      return true
    })
    const now = fingerprintOf(desk.store, { noun: 'claim', id: claim })
    await decide(desk, { ...late, seen: now })
    await assert.rejects(decide(desk, { ...late, seen: 'anything' }), /no fingerprint/)
  })
})

test('what was decided on words counts on the claim that they bear on', async () => {
  await withDesk(await ruledDesk('words'), roomsOf('1'), async (desk) => {
    const claim = idOf(desk, 'a truce')
    const on = listLinked(desk.store, 'bearing').filter((one) => one.claim === claim)
    const [first] = on
    assert.ok(first && on.length > 1)
    const others = Array.from({ length: 50 }, (_, at) => `elsewhere ${at}`)
    for (const decided of [new Set([first.attribution]), new Set([first.attribution, ...others])]) {
      assert.deepEqual(lookAtClaim(desk.store, claim, decided).attributions, [first.attribution])
      assert.deepEqual(lookAtClaim(desk.store, 'another', decided).attributions, [])
    }
    assert.deepEqual(lookAtClaim(desk.store, claim, new Set(others)).attributions, [])
    const seen = () => fingerprintOf(desk.store, { noun: 'claim', id: claim })
    const before = seen()
    await decide(desk, { ...asked('note', first.attribution), text: 'look at the tape' })
    assert.notEqual(seen(), before)
  })
})

test('a number that is no decision’s is not the beginning of another’s id', async () => {
  await withDesk(await ruledDesk('numbered'), roomsOf('1'), async (desk) => {
    const claim = listLinked(desk.store, 'claim')[0]?.id ?? ''
    const noted: { id: string; number: number }[] = []
    let begins: string | undefined
    for (let i = 0; begins === undefined; i += 1) {
      const { number, decision } = await decide(desk, { ...asked('note', claim), text: `note ${i}` })
      noted.push({ number, id: decision.id })
      begins = /^[1-9]\d?/.exec(decision.id)?.[0]
      if (noted.some((one) => String(one.number) === begins) || Number(begins) < number) begins = undefined
    }
    await assert.rejects(decide(desk, asked('undo', begins)), /no decision/)
  })
})

test('what only editors may do, only editors may undo, and bring back', async () => {
  await withDesk(await ruledDesk('followed'), roomsOf('1'), async (desk) => {
    const url = 'https://courier.example/'
    await followSource(desk, { url, kind: 'page', folder: [] }, { by: 'Edda Voss', why: '' })
    const { number = 0 } = listSound(desk.store).sound.at(-1) ?? {}
    const undo = (what: number, role: Role) => decide(desk, { ...asked('undo', String(what)), role })
    await assert.rejects(undo(number, 'reviewer'), /needs the role editor/)
    const undone = await undo(number, 'editor')
    await assert.rejects(undo(undone.number, 'reviewer'), /needs the role editor/)
    await undo(undone.number, 'admin')
  })
})
