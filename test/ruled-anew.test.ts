// Rulings drawn by chance, and undone by chance, one after the other on a desk that is linked up each time: its rows are those of a
// desk where everything is linked at once under the rulings in force, byte for byte.
import assert from 'node:assert/strict'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { listSound } from '../src/archive/keep-decision.ts'
import { listLinked } from '../src/archive/linked.ts'
import { listReadDocs } from '../src/archive/list-reads.ts'
import { type Asked, decide } from '../src/desk/decide.ts'
import { derive } from '../src/desk/derive.ts'
import type { Desk, Rooms } from '../src/desk/desk.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { rooms as ownRooms } from '../src/desk/rooms.ts'
import { takeIn } from '../src/desk/take-in.ts'
import { inForce } from '../src/model/decision.ts'
import { ReadoutError } from '../src/model/errors.ts'
import { loadReader } from '../src/read/load-reader.ts'
import { read } from '../src/read/read.ts'
import { makeFolder } from './readout.ts'

const SAMPLE = join(import.meta.dirname, '..', 'sample', 'reports')
const REPORTS = [
  '01-meridian-dam-offer',
  '05-herald-dam-rumour',
  '06-times-two-diplomats',
  '14-times-november',
  '16-meridian-roke-confirms',
]
const STEPS = 24
const EACH = 3 // steps between two comparisons

const reader = await loadReader({ rulesAlone: true })

function roomsOf(tracker: string): Rooms {
  return {
    ...ownRooms,
    makers: { ...ownRooms.makers, reader: reader.version, tracker: `track@${tracker}` },
    openReader: () => ({ read: (doc) => read(doc, reader), close() {} }),
  }
}

const SEEDS = Number(process.env.READOUT_SEEDS ?? 2)

for (const seed of Array.from({ length: SEEDS }, (_, at) => at + 1)) {
  test(`the rows do not tell in which order people ruled, and what they undid (${seed})`, async () => {
    const dir = join(makeFolder(), 'desk')
    const random = makeRandom(seed)
    const rooms = roomsOf('1')
    const desk = await openDesk(dir, { rooms, now: makeClock() })
    await takeIn(desk, handIn(), () => {})
    await derive(desk)
    const before = dump(desk)
    const kept: number[] = []
    const kinds = new Set<string>()
    for (let step = 1; step <= STEPS; step++) {
      const asked = await draw(desk, kept, random)
      try {
        const { number } = await decide(desk, { by: 'Ada Orme', why: `step ${step}`, ...asked })
        kept.push(number)
        kinds.add(asked.kind)
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error // refused: it contradicts one that stands
      }
      assert.ok((await derive(desk)).read === 0)
      if (step % EACH === 0) await assertWhole(dir, desk, `${seed}, step ${step}, last ${JSON.stringify(asked)}`)
    }
    assert.ok(kinds.size > 4, [...kinds].join(', '))
    for (const { id } of inForce(listSound(desk.store).sound.map(({ decision }) => decision))) {
      await decide(desk, { kind: 'undo', ids: [id], by: 'Ada Orme', why: '' })
    }
    await derive(desk)
    assert.deepEqual(dump(desk), before)
    await desk.close()
  })
}

async function assertWhole(dir: string, desk: Desk, when: string): Promise<void> {
  const copy = join(makeFolder(), 'copy')
  cpSync(dir, copy, { recursive: true })
  const whole = await openDesk(copy, { rooms: roomsOf('2') })
  assert.equal((await derive(whole)).isLinked, true)
  assert.deepEqual(dump(desk), dump(whole), when)
  await whole.close()
}

function dump({ store }: Desk): string[] {
  const rows = store.plain.rows(
    'select noun, id, owner, sort, claim, doc, record from derived.linked order by noun, id',
  )
  return rows.map((row) => Object.values(row).join('\n'))
}

async function draw(desk: Desk, kept: readonly number[], random: () => number): Promise<Pick<Asked, 'kind' | 'ids'>> {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? assert.fail('nothing to draw')
  const claims = listLinked(desk.store, 'claim')
  const entities = listLinked(desk.store, 'entity')
  const reads = (await listReadDocs(desk.store, { after: 0, limit: 100 })).map(({ readDoc }) => readDoc)
  const { doc, reading } = pick(reads.filter((one) => one.reading.attributions.length > 0))
  const attribution = pick(reading.attributions)
  const kind = pick([
    'merge',
    'merge',
    'split',
    'same',
    'different',
    'reject',
    're-attribute',
    'correct',
    'set-kind',
    'undo',
    'undo',
  ] as const)
  switch (kind) {
    case 'merge':
      return { kind, ids: [pick(claims).id, pick(claims).id] }
    case 'split': {
      const bearing = pick(listLinked(desk.store, 'bearing'))
      return { kind, ids: [bearing.claim], move: [bearing.attribution] } as Pick<Asked, 'kind' | 'ids'>
    }
    case 'same':
      return { kind, ids: [pick(entities).id, pick(entities).id] }
    case 'different': {
      const [one, other] = random() < 0.5 ? [pick(claims).id, pick(claims).id] : [pick(entities).id, pick(entities).id]
      return { kind, ids: [one, other] }
    }
    case 'reject':
      return { kind, ids: [attribution.id] }
    case 're-attribute':
      return { kind, ids: [attribution.id, random() < 0.2 ? 'unstated' : pick(entities).id] }
    case 'correct': {
      const [{ start, end }] = attribution.content
      const cut = doc.text
        .slice(start, start + Math.ceil((end - start) / 2))
        .replace(/\S*$/, '')
        .trim()
      const source = random() < 0.3 && { source: [pick(reading.chains).mentions[0].span] }
      return { kind, ids: [attribution.id], words: { ...(cut && { content: [cut] }), ...source } } as Pick<
        Asked,
        'kind' | 'ids'
      >
    }
    case 'set-kind':
      return {
        kind,
        ids: [attribution.id, pick(['official', 'expert', 'anonymous', 'government', 'person', 'unstated'])],
      }
    case 'undo':
      return { kind, ids: [kept.length > 0 ? String(pick(kept)) : '0'] }
  }
}

async function* handIn() {
  for (const name of REPORTS) {
    const bytes = readFileSync(join(SAMPLE, `${name}.html`))
    yield { bytes, given: { name, mediaType: 'text/html' }, asked: `${name}.html` } as const
  }
}

function makeClock(): () => string {
  let minute = 0
  return () => new Date(Date.UTC(2031, 4, 6, 10, minute++)).toISOString()
}

function makeRandom(seed: number): () => number {
  let state = seed * 7919
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
