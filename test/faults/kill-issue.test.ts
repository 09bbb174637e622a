// An editor's process, each third time those of two, drafts, edits, issues and corrects editions and is killed at a random moment.
// What was acknowledged is there whole with the texts that it cites, no issue is half kept, no number is given twice, the check holds
// each time, and the next issue goes on. READOUT_KILLS=50 makes the long run.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { findEditionVersion, type LoggedVersion, listEditionVersions } from '../../src/archive/edition-versions.ts'
import { findPinnedDoc } from '../../src/archive/pinned-docs.ts'
import { check } from '../../src/desk/check.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { findIssued, findNewest } from '../../src/desk/editions/find-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { editionKey } from '../../src/model/edition-key.ts'
import { linesOf } from '../../src/publish/editing/open-parts.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { makeFolder } from '../readout.ts'
import { EDITIONS, issueOrCorrect, openIssueDesk } from './issue-desk.ts'

const EDITORS = ['Ada Orme', 'Corin Vale']

test('editors killed while they issue lose nothing that was kept, and leave no half of an issue', async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  const kills = Number(process.env.READOUT_KILLS ?? 4)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const dir = join(folder, 'desk')
  await (await openIssueDesk(dir)).close()
  let killed = 0
  const recorder = openRecorder(join(folder, 'recorded'))

  let issued = 0
  // a few kills may all fall before anything is issued: then it goes on
  for (let round = 1; killed < kills || (issued < kills / 2 && killed < 10 * kills); round += 1) {
    const goal = Math.floor(random() * 12)
    const ms = random() * 60
    const editors = EDITORS.slice(0, round % 3 === 0 ? 2 : 1)
    killed += editors.length
    const runs = editors.map((by, at) => begin([dir, String(seed + 2 * round + at), by], recorder.record))
    await Promise.race(runs.map(({ told }) => told(goal)))
    await new Promise((resolve) => setTimeout(resolve, ms))
    for (const { child } of runs) child.kill('SIGKILL')
    for (const { ended } of runs) assert.equal(await ended, 'SIGKILL', 'an editor ended by itself')
    await withDesk(dir, async (desk) => {
      const kept = listEditionVersions(desk.store)
      issued = kept.filter(({ ref }) => ref.state !== 'draft').length
      assert.deepEqual(missingFrom(kept, recorder.recorded()), [], `round ${round}: acknowledged, but lost`)
      assert.deepEqual(check(desk).breaches, [], `round ${round}`)
      for (const fault of findHalves(desk, kept)) assert.fail(`round ${round}: ${fault}`)
    })
  }

  await withDesk(dir, async (desk) => {
    const kept = listEditionVersions(desk.store)
    const unacknowledged = kept.length - recorder.recorded().length
    t.diagnostic(
      `${killed} processes killed: ${kept.length} versions kept, ${issued} of them issued or corrected; ${unacknowledged} kept and not told`,
    )
    assert.ok(unacknowledged <= killed, 'at most one for each process that was killed')
    assert.ok(issued >= kills / 2, 'hardly anything was issued')
    for (const key of EDITIONS) await goOn(desk, key)
    assert.deepEqual(check(desk).breaches, [])
    for (const fault of findHalves(desk, listEditionVersions(desk.store))) assert.fail(fault)
  })
})

// The record of what was acknowledged, kept outside of the desk: each line is on the disk before the next is taken.
function openRecorder(path: string) {
  const file = openSync(path, 'a')
  return {
    record(line: string): void {
      writeSync(file, `${line}\n`)
      fsyncSync(file)
    },
    recorded(): string[] {
      return readFileSync(path, 'utf8').split('\n').slice(0, -1)
    },
  }
}

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<string | number | null> // once all that it told is recorded
  told(count: number): Promise<void> // it has begun, and acknowledged so many
}

function begin(args: readonly string[], record: (line: string) => void): Run {
  const worker = join(import.meta.dirname, 'issue-worker.ts')
  const child = spawn(process.execPath, [worker, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let rest = ''
  let count = -1 // the first line says that it begins
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? '' // the last line may be cut in two
    for (const line of lines) if (line.startsWith('kept ')) record(line)
    count += lines.length
  })
  const ended = new Promise<string | number | null>((resolve) =>
    child.on('close', (status, signal) => resolve(signal ?? status)),
  )
  const told = (wanted: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (count >= wanted) resolve()
      }
      child.stdout.on('data', look)
      child.on('close', () => resolve())
      look()
    })
  return { child, ended, told }
}

async function withDesk(dir: string, body: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await openDesk(dir, { make: false })
  try {
    await body(desk)
  } finally {
    await desk.close()
  }
}

function missingFrom(kept: readonly LoggedVersion[], told: readonly string[]): string[] {
  const lines = kept.map(
    ({ ref, decision }) => `kept ${editionKey(ref)} ${ref.number} ${ref.state} ${ref.digest} ${decision}`,
  )
  return told.filter((line) => !lines.includes(line))
}

// What a kill may have left: a version without its record or its texts, a number twice or left out, an edition issued twice, and bytes
// among the truths that no capture brought and no version names.
function* findHalves({ store }: Desk, kept: readonly LoggedVersion[]): Generator<string> {
  const digests = new Set<string>()
  const numbers = new Map<string, number>()
  const issued = new Map<string, number>()
  for (const { ref } of kept) {
    const key = editionKey(ref)
    const what = `version ${ref.number} of ${key}`
    const version = findEditionVersion(store, ref.digest)
    if (!version) {
      yield `${what} has no record`
      continue
    }
    if (ref.number !== (numbers.get(key) ?? 0) + 1) yield `${what} comes after version ${numbers.get(key)}`
    numbers.set(key, ref.number)
    if (ref.state === 'issued') issued.set(key, (issued.get(key) ?? 0) + 1)
    if (ref.state !== 'draft' && issued.get(key) !== 1)
      yield `${what} is ${ref.state}, and its edition was issued ${issued.get(key) ?? 0} times`
    const { pinned = [], composed } = version
    for (const digest of [ref.digest, composed, ...pinned.map(({ text }) => text)]) if (digest) digests.add(digest)
    if (ref.state === 'draft') continue
    const cited = new Set(linesOf(version.edition).flatMap(({ evidence }) => evidence.map(({ doc }) => doc)))
    const texts = new Set(pinned.flatMap(({ text }) => findPinnedDoc(store, text)?.id ?? []))
    for (const doc of cited) if (!texts.has(doc)) yield `${what} cites ${doc}, whose text is not kept with it`
  }
  const brought = "select json_extract(record, '$.outcome.payload') as digest from truth.capture"
  for (const { digest } of store.plain.rows(brought)) digests.add(String(digest))
  for (const { digest } of store.plain.rows('select digest from truth.payload')) {
    if (!digests.has(String(digest))) yield `the bytes ${digest} belong to nothing that is kept`
  }
}

// Issued, or corrected where it was issued: whatever the killed processes had left it as.
async function goOn(desk: Desk, key: (typeof EDITIONS)[number]): Promise<void> {
  const word = { ...key, by: 'Ada Orme', why: 'after all that' }
  const newest = findNewest(desk, key) ?? (await draftEdition(desk, word))
  const edits = [{ kind: 'own', text: 'All is well.', to: { section: 'lead' } }] as const
  const { ref } = await issueOrCorrect(desk, newest, edits, word)
  assert.equal(ref.number, newest.ref.number + 1)
  assert.equal(findIssued(desk, key)?.ref.digest, ref.digest)
}
