// Bits flipped and files cut on a desk and in a backup of it: all that changed is found, and the thing that was harmed is named. What
// is not found is held against the digest of all rows: then it changed nothing that is kept.
// `READOUT_FLIPS=10000` says how many there are of each, `READOUT_SEED` which.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import { keepDecision } from '../../src/archive/keep-decision.ts'
import { openSqliteView } from '../../src/archive/sqlite-view.ts'
import { hashSchema } from '../../src/archive/state-hash.ts'
import { pagesOf } from '../../src/archive/view.ts'
import { checkBackup } from '../../src/desk/backup/check-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import { type Breach, check } from '../../src/desk/check.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { asId } from '../../src/model/id.ts'
import { makeSmallDesk, openSmallDesk } from '../backup/small-desk.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { flip, type Random } from './flip-bytes.ts'

const FLIPS = Number(process.env.READOUT_FLIPS ?? 60)
const SEED = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
const root = mkdtempSync(join(tmpdir(), 'readout-flip-'))
after(() => rmSync(root, { recursive: true, force: true }))
const whole = join(root, 'whole')
const backup = join(root, 'backup')

before(async () => {
  const desk = await makeSmallDesk(whole, 12)
  const source = {
    id: asId<'source'>('3217b8598117'),
    url: 'http://courier.example/',
    kind: 'page',
    folder: [],
  } as const
  for (const [state, why] of [
    ['followed', 'the ministry prints its statements there'],
    ['paused', 'nothing came for a month'],
  ] as const) {
    const ruling = { kind: 'follow', source: { ...source, state } } as const
    await keepDecision(desk.store, { by: asId<'editor'>('Ada Orme'), at: '2031-05-07T09:00:00.000Z', ruling, why })
  }
  await writeBackup(desk, backup, { by: 'readout@test' })
  await desk.close()
})

test('what is changed of a capture, a decision or the log is found, and is named', async (t) => {
  await flipAll(t, 'truth.db', offsetsOfRows)
})

test('what is changed anywhere in the file of the truth is found, or changed nothing that is kept', async (t) => {
  await flipAll(t, 'truth.db')
})

test('every change in a backup is found, and its file is named', async (t) => {
  const random = begin(t)
  const { contents } = await checkBackup(backup)
  const paths = [...(contents?.files.map(({ path }) => path) ?? []), 'contents.json', 'SHA256SUMS', 'about.txt']
  const unfound: string[] = []
  for (let n = 0; n < FLIPS; n++) {
    const path = join(backup, pick(paths, random))
    const bytes = readFileSync(path)
    const harmed = flip(bytes, random)
    if (Buffer.compare(bytes, harmed.bytes) === 0) continue
    writeFileSync(path, harmed.bytes)
    try {
      const { breaches } = await checkBackup(backup)
      const name = path.slice(backup.length + 1)
      // the list of sums names all others: where it is changed, so is what it says
      const isNamed = breaches.some(({ what }) => what === name || /^(contents\.json|SHA256SUMS)$/.test(name))
      if (breaches.length === 0 || !isNamed) unfound.push(`${name}: ${harmed.what} ${JSON.stringify(breaches)}`)
    } finally {
      writeFileSync(path, bytes)
    }
  }
  assert.deepEqual(unfound, [])
  assert.deepEqual((await checkBackup(backup)).breaches, [])
})

async function flipAll(
  t: TestContext,
  file: string,
  offsets?: (bytes: Buffer) => Promise<readonly Place[]>,
): Promise<void> {
  const random = begin(t)
  const bytes = readFileSync(join(whole, file))
  const places = await offsets?.(bytes)
  const sound = await sumUp(whole)
  const unfound: string[] = []
  const counts = { named: 0, file: 0, refused: 0, harmless: 0 }
  for (let n = 0; n < FLIPS; n++) {
    const place = places && pick(places, random)
    const harmed = place ? flipWithin(bytes, place, random) : flip(bytes, random)
    if (Buffer.compare(bytes, harmed.bytes) === 0) continue
    const dir = join(root, 'harmed')
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir)
    cpSync(join(whole, 'derived.db'), join(dir, 'derived.db'))
    writeFileSync(join(dir, file), harmed.bytes)
    const found = await tryDesk(dir)
    if (found === 'refused') counts.refused += 1
    else if (found.some(({ what }) => place?.names.some((name) => what.includes(name)))) counts.named += 1
    else if (found.length > 0 && !place) counts.file += 1
    else if (found.length === 0 && !place && (await sumUp(dir)) === sound) counts.harmless += 1
    else unfound.push(`${harmed.what}${place ? ` in ${place.names[0]}` : ''}: ${JSON.stringify(found)}`)
  }
  t.diagnostic(JSON.stringify(counts))
  assert.deepEqual(unfound, [])
}

/** The bytes of a thing in the file, and how a check may name it. */
interface Place {
  readonly names: readonly string[]
  readonly at: readonly number[] // where it begins, and where copies lie that SQLite left behind: which is in use is its affair
  readonly length: number
}

function flipWithin(bytes: Uint8Array, { at, length }: Place, random: Random): { bytes: Uint8Array; what: string } {
  const harmed = Uint8Array.from(bytes)
  const where = Math.floor(random() * length)
  const bit = Math.floor(random() * 8)
  for (const from of at) harmed[from + where] = (harmed[from + where] ?? 0) ^ (1 << bit)
  return { bytes: harmed, what: `bit ${bit} of byte ${where}` }
}

// Where each row of the truth lies in the file: its columns stand there one after the other, as text or bytes.
async function offsetsOfRows(bytes: Buffer): Promise<Place[]> {
  const view = openSqliteView(whole)
  const places: Place[] = []
  for (const table of await view.tables('truth')) {
    for await (const page of pagesOf(view, table)) {
      for (const row of page) {
        const values = (COLUMNS[table.name] ?? []).map((column) => Buffer.from(row[column] as string | Uint8Array))
        const joined = Buffer.concat(values)
        const at: number[] = []
        for (let from = bytes.indexOf(joined); from !== -1; from = bytes.indexOf(joined, from + 1)) at.push(from)
        assert.ok(at.length > 0, `a row of ${table.name} is not in the file`)
        places.push({ names: namesOf(table.name, row), at, length: joined.byteLength })
      }
    }
  }
  await view.close()
  assert.ok(places.length > 50, `only ${places.length} rows`)
  return places
}

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  payload: ['digest', 'bytes'],
  log: ['at', 'what', 'before'],
  capture: ['id', 'report', 'record'],
  decision: ['id', 'record'],
  report: ['name', 'base'],
}

function namesOf(table: string, row: Readonly<Record<string, unknown>>): string[] {
  if (table === 'payload') return [`payload ${row.digest}`]
  // by its own number, by the one that carries its digest, or as what it dates
  if (table === 'log') {
    const { number } = row
    return [`log entry ${number}`, `log entry ${Number(number) + 1}`, `capture ${number} `, `decision ${number} `]
  }
  if (table === 'report') return [`(${row.report})`]
  return [`${table} ${row.number} `]
}

async function tryDesk(dir: string): Promise<readonly Breach[] | 'refused'> {
  try {
    const desk = await openSmallDesk(dir)
    try {
      return check(desk).breaches
    } finally {
      await desk.close()
    }
  } catch (error) {
    if (error instanceof ReadoutError && /^(STORE_DAMAGED|DESK_NEWER|STORE_FAILED)$/.test(error.code)) return 'refused'
    throw error
  }
}

async function sumUp(dir: string): Promise<string> {
  const view = openSqliteView(dir)
  try {
    const schema = await view.rows('select type, name, tbl_name, sql from truth.sqlite_schema order by type, name')
    return JSON.stringify([(await hashSchema(view, 'truth')).digest, schema])
  } catch (error) {
    return String(error)
  } finally {
    await view.close()
  }
}

function begin(t: TestContext): Random {
  t.diagnostic(`READOUT_SEED=${SEED} READOUT_FLIPS=${FLIPS} repeats this`)
  return randomFrom(SEED)
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T
}
