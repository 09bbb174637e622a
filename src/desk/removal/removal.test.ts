// A report with words that stand nowhere else, ruled on, noted, printed and corrected; then it is removed, and no byte of the desk's
// folder has them any more. What is left says so, and the check accepts it and nothing else.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keepEditionVersion } from '../../archive/edition-versions.ts'
import { listSound } from '../../archive/keep-decision.ts'
import { asId } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { check } from '../check.ts'
import { decide } from '../decide.ts'
import { decisionsOn } from '../decisions-on.ts'
import { derive } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { composeEdition } from '../edition.ts'
import { correctEdition } from '../editions/correct-edition.ts'
import { draftEdition } from '../editions/draft-edition.ts'
import { editEdition } from '../editions/edit-edition.ts'
import { findIssued, listKeptVersions } from '../editions/find-edition.ts'
import { issueEdition } from '../editions/issue-edition.ts'
import { exportWarc } from '../export-warc.ts'
import { listDecided } from '../list-decided.ts'
import { rebuild } from '../rebuild.ts'
import { openDecided } from '../review/decided-index.ts'
import { handIn } from '../stand-in.contract.ts'
import { takeIn } from '../take-in.ts'
import { listToldDecisions } from '../views/api-decisions.ts'
import { writeEdition } from '../write-edition.ts'
import { closeRemovals, listOpen } from './close-removal.ts'
import { findRemovedByName, listRemoved } from './list-removed.ts'
import { planRemoval } from './plan-removal.ts'
import { remove } from './remove.ts'
import { by, claimOf, now, openSmallDesk, PLANTED, REPORTS, WEEK } from './small-desk.contract.ts'
import { strikeAgain } from './strike-again.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-removal-'))
after(() => rmSync(root, { recursive: true, force: true }))

/** The files of a folder in which one of the words stands, in any case. */
function filesWith(dir: string, words: readonly string[]): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(dir, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    const texts = [bytes.toString('latin1').toLowerCase(), bytes.toString('utf16le').toLowerCase()]
    return words.some((word) => texts.some((text) => text.includes(word)))
  })
}

/** The rows of the truth in which one of the words stands: what a failing test needs to say. */
function rowsWith({ store }: Desk, words: readonly string[]): string[] {
  const told = (value: unknown): string =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)
  return ['payload', 'log', 'report', 'capture', 'decision', 'removal'].flatMap((table) =>
    store.plain
      .rows(`select * from truth.${table}`)
      .map((row) => Object.values(row).map(told).join(' '))
      .filter((row) => words.some((word) => row.toLowerCase().includes(word)))
      .map((row) => `${table}: ${row}`),
  )
}

test('what was removed stands in no byte of the folder, and everything else stands as it did', async () => {
  const dir = join(root, 'whole')
  const desk = await openSmallDesk(dir)
  try {
    const [ferries, halt] = [claimOf(desk, 'Quinzelbar'), claimOf(desk, 'shelling')]
    await decide(desk, { kind: 'note', ids: [ferries], by, why: '', text: 'ask Quinzelbar about it' })
    await decide(desk, { kind: 'different', ids: [ferries, halt], by, why: 'Quinzelbar is no part of the halt' })
    await decide(desk, { kind: 'tag', ids: [halt], by, why: '', text: 'halt' })
    await decide(desk, {
      kind: 'watch',
      ids: [halt],
      by,
      why: 'beside the one that nine ferries had left Quinzelbar with grain',
    })
    await derive(desk)
    const key = { week: WEEK, by, why: '' }
    await draftEdition(desk, key)
    const own = {
      kind: 'own',
      text: 'More on how nine ferries had left Quinzelbar next week.',
      to: { section: 'lead' },
    } as const
    await editEdition(desk, {
      ...key,
      from: 1,
      edits: [own, { kind: 'title', text: 'Nine ferries had left Quinzelbar' }],
    })
    await issueEdition(desk, { ...key, from: 2, why: 'out' })
    const issued = findIssued(desk, key) ?? assert.fail()
    const line = linesOf(issued.version.edition).find(({ text }) => text.includes('Quinzelbar')) ?? assert.fail()
    const edits = [
      { kind: 'reword', line: line.id, text: `${line.text} Quinzelbar lies 40 kilometres from Brissen.` },
      { kind: 'accept', line: line.id, why: 'so said of Quinzelbar' },
    ] as const
    await correctEdition(desk, { ...key, from: 3, why: 'Quinzelbar put right', edits })
    await derive(desk)
    assert.deepEqual(check(desk).breaches, [])
    await writeEdition(desk, await composeEdition(desk, { week: WEEK }), join(dir, `edition-${WEEK}`))
    writeFileSync(join(dir, `edition-${WEEK}`, 'mine.txt'), 'left alone')
    const before = listKeptVersions(desk, key)
    assert.ok(filesWith(dir, PLANTED).some((name) => name.startsWith('truth.db')))

    const plan = planRemoval(desk, { named: ['quinzelbar-offer'], cause: 'law', why: 'court order 12' })
    assert.deepEqual(
      plan.reports.map(({ name }) => name),
      ['quinzelbar-offer'],
    )
    const shown = () => [
      listToldDecisions(desk, {}, { limit: 50 }).items,
      openDecided(desk).all,
      decisionsOn(desk.store, [{ noun: 'claim', ids: [ferries] }]),
    ]
    assert.match(JSON.stringify(shown()), /Quinzelbar/)
    const { number } = await remove(
      desk,
      { named: ['quinzelbar-offer'], cause: 'law', why: 'court order 12', by },
      { who: by },
    )
    assert.deepEqual(
      (await listOpen(desk)).map((one) => one.number),
      [number],
    )
    assert.doesNotMatch(JSON.stringify(shown()), /quinzelbar|ovrellith/i)
    const [, , onFerries = []] = shown()
    assert.ok(onFerries.length > 0)
    await closeRemovals(desk, { who: by })
    assert.deepEqual(await listOpen(desk), [])
    assert.deepEqual(rowsWith(desk, PLANTED), [])
    assert.deepEqual(filesWith(dir, PLANTED), [])
    assert.deepEqual(readdirSync(join(dir, `edition-${WEEK}`)), ['mine.txt'])
    assert.deepEqual(check(desk).breaches, [])
    assert.equal(check(desk).notYetMade, undefined)

    // what is left says so
    const told = findRemovedByName(desk, 'quinzelbar-offer')
    assert.deepEqual([told?.number, told?.cause, told?.why, told?.by], [number, 'law', 'court order 12', by])
    assert.deepEqual(
      listRemoved(desk).map(({ reports, captures }) => [reports.length, captures]),
      [[1, 1]],
    )
    const versions = listKeptVersions(desk, key)
    assert.deepEqual(
      versions.map(({ ref }) => ref),
      before.map(({ ref }) => ref),
    )
    const last = versions.at(-1)?.version ?? assert.fail()
    assert.deepEqual(
      last.removals?.map(({ why }) => why),
      ['court order 12'],
    )
    assert.ok((last.removals?.[0]?.lines ?? 0) > 0)
    assert.ok(linesOf(last.edition).some(({ text }) => text.includes('shelling')))
    const { decided } = await listDecided(desk)
    assert.deepEqual(
      decided
        .map(({ decision }) => decision.ruling.kind)
        .filter((kind) => !['draft', 'issue'].includes(kind))
        .sort(),
      ['different', 'note', 'tag', 'watch', 'withdraw'],
    )
    assert.equal(listSound(desk.store).harmed.length, 0)

    // what was made before, and lies elsewhere or in somebody's hands
    const earlier = before.at(-1)?.version ?? assert.fail()
    const struck = strikeAgain(desk, earlier)
    assert.doesNotMatch(
      linesOf(struck.edition)
        .map((one) => one.text)
        .join(' '),
      /quinzelbar|ovrellith/i,
    )
    const word = { by: asId<'editor'>(by), at: now(), why: '' }
    await assert.rejects(keepEditionVersion(desk.store, { ...earlier, number: 9 }, word), { code: 'EDITION_STALE' })
    await exportWarc(desk, join(root, 'desk.warc'), 'Readout/test')
    const warc = readFileSync(join(root, 'desk.warc'), 'utf8')
    assert.match(warc, /reason: removed on 2031-05-06: court order 12 \(decision \d+\)/)
    assert.doesNotMatch(warc, /quinzelbar|ovrellith/i)

    // nobody brings it back
    const refused: string[] = []
    await takeIn(
      desk,
      handIn(REPORTS),
      () => {},
      (message) => refused.push(message),
    )
    assert.equal(refused.length, 1)
    assert.match(refused[0] ?? '', new RegExp(`removed from this desk \\(decision ${number}\\)`))
    await assert.rejects(
      takeIn(desk, handIn(REPORTS.slice(0, 1)), () => {}),
      { code: 'REPORT_REMOVED' },
    )

    // made again from the truth it is the same
    await derive(desk)
    const made = await rebuild(desk)
    assert.equal(made.digest, (await rebuild(desk)).digest)
    assert.deepEqual(check(desk).breaches, [])
    await assert.rejects(decide(desk, { kind: 'undo', ids: [String(number)], by, why: '' }), {
      code: 'DECISION_REFUSED',
    })
  } finally {
    await desk.close()
  }
})
