// What every store has to keep. Run on SQLite now, and on any other store that comes beside it.
import assert from 'node:assert/strict'
import { type TestOptions, test } from 'node:test'
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import type { Removal } from '../model/removal.ts'
import type { LinkedChanges, MadeRow } from '../model/shelf.ts'
import { listCaptures, listSightings } from './captures.ts'
import { countOf } from './catalogue/count-of.ts'
import { keepReports } from './catalogue/keep-reports.ts'
import type { MadeReport } from './catalogue/made-report.ts'
import { listReportLines } from './catalogue/report-lines.ts'
import { search } from './catalogue/search.ts'
import { takeTouched, touch } from './catalogue/touched.ts'
import { checkLinked } from './check-linked.ts'
import { checkMade } from './check-made.ts'
import { checkTruth } from './check-truth.ts'
import { findDoc } from './docs.ts'
import { dumpDigest } from './dump-digest.ts'
import { eraseDerived } from './erase-derived.ts'
import { findReportOf } from './find-report.ts'
import { type Arrival, keepCapture, keepCaptures } from './keep-capture.ts'
import { keepDecision, listDecisions } from './keep-decision.ts'
import { keepLinked } from './keep-linked.ts'
import { keepOutcomes, listFaults } from './keep-read.ts'
import { keepRemoval } from './keep-removal.ts'
import { findClaim, findWalk, listLinked, type Walk } from './linked.ts'
import { findReadDoc, listReadDocs } from './list-reads.ts'
import { digestOfEntry, headOf, listLog } from './log.ts'
import { findPayload } from './payload.ts'
import { findRemoved, findRemovedReport } from './removals.ts'
import { listPageDocs } from './repeats.ts'
import { stateHashContract } from './state-hash.contract.ts'
import type { Store } from './store.ts'
import { countUnmade, listUnextracted, listUnread, lowestUnmade } from './unread.ts'
import { dropOtherVectors, findVectors, keepVectors } from './vectors.ts'
import { walkLinked } from './walk-linked.ts'

/** Runs the contract; `open` gives an empty store of its own to each test. */
export function archiveContract(kind: string, open: () => Promise<Store>, options: TestOptions = {}): void {
  const run = (name: string, body: (store: Store) => Promise<void>): void => {
    test(`${kind}: ${name}`, options, async () => {
      const store = await open()
      try {
        await body(store)
      } finally {
        store.close()
      }
    })
  }

  stateHashContract(run)

  run('a capture is kept with its bytes and numbered in the log', async (store) => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0, 255, 10])
    const kept = await keepCapture(store, arrival('karsk-levy', { bytes }))
    assert.deepEqual(kept, {
      id: kept.id,
      number: 1,
      digest: digestOf(bytes),
      report: kept.report,
      name: 'karsk-levy',
      isNew: true,
    })
    assert.deepEqual(await findPayload(store, digestOf(bytes)), bytes)
    const [logged] = await listCaptures(store, 0, 10)
    assert.equal(logged?.capture.id, kept.id)
    assert.deepEqual(logged?.capture.given, { name: 'karsk-levy', mediaType: 'text/plain' })
    assert.deepEqual([...checkTruth(store)], [])
  })

  run(
    'a vector comes back by the digest of its text, for its maker only, and goes with all that is derived',
    async (store) => {
      const [truce, grain] = ['a', 'b'].map(digestOf) as [string, string]
      const vectors = new Map([
        [truce, Int8Array.from([-127, -1, 0, 127])],
        [grain, Int8Array.from([1, 2, 3, 4])],
      ])
      await keepVectors(store, vectors, 'embed@1')
      await keepVectors(store, new Map([[truce, Int8Array.from([9, 9, 9, 9])]]), 'embed@2')
      assert.deepEqual(await findVectors(store, [truce, grain, digestOf('c')], 'embed@1'), vectors)
      await dropOtherVectors(store, 'embed@2')
      assert.equal((await findVectors(store, [truce, grain], 'embed@1')).size, 0)
      assert.equal((await findVectors(store, [truce, grain], 'embed@2')).size, 1)
      await eraseDerived(store)
      assert.equal((await findVectors(store, [truce, grain], 'embed@2')).size, 0)
    },
  )

  run('each log entry holds the digest of the one before, over captures and decisions alike', async (store) => {
    await keepCaptures(store, [arrival('a'), arrival('b')])
    await keepDecision(store, ruling)
    const log = await listLog(store, 0, 10)
    assert.deepEqual(
      log.map(({ number }) => number),
      [1, 2, 3],
    )
    for (const [i, entry] of log.slice(1).entries()) assert.equal(entry.before, digestOfEntry(log[i] ?? entry))
    assert.deepEqual(headOf(store), { number: 3, before: digestOfEntry(log[2] ?? assert.fail()) })
    const [{ decision, number } = assert.fail()] = await listDecisions(store, 0, 10)
    assert.equal(number, 3)
    assert.deepEqual({ ...decision, id: undefined }, { ...ruling, id: undefined })
  })

  run('what a removal names is taken, and nothing else may be; the bytes do not come back', async (store) => {
    const bytes = bytesOf('a')
    const kept = await keepCapture(store, arrival('a', { at: 1 }))
    await keepCapture(store, arrival('b', { at: 2 }))
    const begun = logged(kept.report, { first: 1, name: 'a' })
    await keepOutcomes(store, [{ doc: begun }])
    const { truth } = await store.kysely()
    const take = truth.deleteFrom('truth.payload').where('digest', '=', digestOf(bytes))
    await assert.rejects(take.execute(), /only ever added to/)
    const record = JSON.stringify({
      at: '2031-05-06T10:01:00.000Z',
      asked: '[removed]',
      hops: [],
      outcome: { kind: 'handed in', payload: digestOf(bytes) },
      removed: true,
    })
    const removal: Removal = {
      cause: 'law',
      reports: [{ report: kept.report ?? '', number: 1, name: 'removed-1', was: [digestOf('a')] }],
      captures: [{ id: kept.id, now: digestOf(record) }],
      payloads: [digestOf(bytes)],
      docs: [],
      decisions: [],
      versions: [],
      addresses: [],
    }
    const replacements = { captures: new Map([[kept.id, record]]), decisions: new Map(), versions: [] }
    const known = headOf(store)
    const word = { by: ruling.by, at: ruling.at, why: 'court order 12' }
    const stale = { removal, replacements, known: { ...known, before: digestOf('another') } }
    assert.equal(await keepRemoval(store, word, stale), false)
    const { number } = (await keepRemoval(store, word, { removal, replacements, known })) || assert.fail()
    assert.equal(await findPayload(store, digestOf(bytes)), undefined)
    assert.deepEqual([...checkTruth(store)], [])
    assert.equal(findRemovedReport(store, 'a')?.name, 'removed-1')
    assert.equal(findRemoved(store, 'payload', digestOf(bytes))?.number, number)
    const readings = () => store.plain.rows('select doc from derived.reading').length
    await keepOutcomes(store, [{ reading: readingOf(begun.doc) }])
    assert.equal(readings(), 0, 'it was being read anew while it was removed')
    await eraseDerived(store)
    await keepOutcomes(store, [{ reading: readingOf(begun.doc) }])
    assert.equal(readings(), 0, 'and what it is of is gone')
    await assert.rejects(keepCapture(store, arrival('c', { bytes, at: 3 })), { code: 'REPORT_REMOVED' })
    const back = truth.insertInto('truth.payload').values({ digest: digestOf(bytes), bytes })
    await assert.rejects(back.execute(), /these bytes were removed/)
    await assert.rejects(truth.deleteFrom('truth.payload').execute(), /only ever added to/)
    await assert.rejects(truth.deleteFrom('truth.removal').execute(), /only ever added to/)
    const other = await keepCapture(store, arrival('a', { bytes: bytesOf('other words'), at: 4 }))
    assert.equal(other.name, 'a-2') // links to "a" still lead to what was removed
  })

  run('the same bytes of one outlet and address are one report with two sightings', async (store) => {
    const first = await keepCapture(store, arrival('a', { at: 1 }))
    const again = await keepCapture(store, arrival('other-name', { bytes: bytesOf('a'), at: 2 }))
    const elsewhere = await keepCapture(store, arrival('a', { at: 3, outlet: 'Karsk Courier' }))
    assert.deepEqual([first.isNew, again.isNew, elsewhere.isNew], [true, false, true])
    assert.deepEqual([first.name, again.name, elsewhere.name], ['a', 'a', 'a-2'])
    assert.equal(again.report, first.report)
    assert.equal((await listSightings(store, first.report ?? '')).length, 2)
    assert.deepEqual([...checkTruth(store)], [])
  })

  run(
    'bytes that come again without outlet and address are a sighting of the one report that has them',
    async (store) => {
      const bytes = bytesOf('a')
      const named = await keepCapture(store, arrival('a', { at: 1, outlet: 'Highland Radio' }))
      const bare = await keepCapture(store, arrival('folder', { bytes, at: 2 }))
      assert.deepEqual([bare.isNew, bare.name, bare.report], [false, 'a', named.report])
      assert.deepEqual(await findReportOf(store, arrival('folder', { bytes, at: 3 }).record), named.report)
      assert.deepEqual([...checkTruth(store)], [])
    },
  )

  run(
    'bytes that two reports have are nobody’s sighting: without outlet and address they are a report of their own',
    async (store) => {
      const bytes = bytesOf('a')
      const radio = await keepCapture(store, arrival('a', { at: 1, outlet: 'Highland Radio' }))
      const courier = await keepCapture(store, arrival('b', { bytes, at: 2, outlet: 'Karsk Courier' }))
      const bare = await keepCapture(store, arrival('c', { bytes, at: 3 }))
      const again = await keepCapture(store, arrival('c', { bytes, at: 4 }))
      assert.deepEqual([radio.isNew, courier.isNew, bare.isNew, again.isNew], [true, true, true, false])
      assert.equal(again.name, 'c')
      assert.deepEqual(courier.twins, [{ name: 'a', outlet: 'Highland Radio' }])
      assert.deepEqual(
        bare.twins?.map(({ name }) => name),
        ['a', 'b'],
      )
      assert.deepEqual([radio.twins, again.twins], [undefined, undefined])
      assert.deepEqual([...checkTruth(store)], [])
    },
  )

  run('the same record handed in twice at one instant is one capture', async (store) => {
    const [one, two] = await keepCaptures(store, [arrival('a', { at: 1 }), arrival('a', { at: 1 })])
    assert.equal(one?.number, two?.number)
    assert.equal(two?.isNew, false)
    assert.equal(headOf(store).number, 1)
  })

  run('names follow the order of the log and step over those that are taken', async (store) => {
    const kept = await keepCaptures(
      store,
      [
        ['brief', 'one'],
        ['brief-2', 'two'],
        ['brief', 'three'],
        ['brief', 'four'],
        ['brief-2', 'five'],
      ].map(([name = '', text = '']) => arrival(name, { bytes: bytesOf(text) })),
    )
    assert.deepEqual(
      kept.map(({ name }) => name),
      ['brief', 'brief-2', 'brief-3', 'brief-4', 'brief-2-2'],
    )
    assert.deepEqual([...checkTruth(store)], [])
  })

  run('a name with half a character in it is kept as one that can be asked for again', async (store) => {
    const kept = await keepCapture(store, arrival('brief \ud83d of \0 May'))
    assert.equal(kept.name, 'brief \ufffd of  May')
    const again = await keepCapture(store, arrival('brief \ud83d of \0 May', { at: 1 }))
    assert.deepEqual([again.name, again.isNew], [kept.name, false])
    const [logged] = await listCaptures(store, 0, 1)
    assert.equal(logged?.capture.given?.name, 'brief \ud83d of \0 May', 'the record has it as it came')
    assert.deepEqual([...checkTruth(store)], [])
  })

  run('a refusal is a capture too, without a report', async (store) => {
    const record = { ...arrival('a').record, outcome: { kind: 'refused', by: 'size', reason: 'over 15 MiB' } as const }
    const kept = await keepCapture(store, { record })
    assert.deepEqual([kept.number, kept.isNew, kept.name], [1, true, undefined])
    assert.deepEqual([...checkTruth(store)], [])
  })

  run('a batch with one broken arrival keeps nothing of it', async (store) => {
    await keepCapture(store, arrival('before'))
    const { record } = arrival('broken')
    await assert.rejects(
      keepCaptures(store, [arrival('fine'), { record, bytes: bytesOf('other bytes') }]),
      /other bytes/,
    )
    assert.equal(headOf(store).number, 1)
    assert.equal((await keepCapture(store, arrival('after'))).number, 2)
    assert.deepEqual([...checkTruth(store)], [])
  })

  run(
    'what is unread is a question of versions: kept outcomes answer it, faults too, later sightings ask again',
    async (store) => {
      const [a, b] = await keepCaptures(store, [arrival('a'), arrival('b')])
      const ask = async (extractor: `${string}@${string}`): Promise<string[]> =>
        (await listUnextracted(store, { extractor, after: 0, limit: 10 })).map(({ name }) => name)
      assert.deepEqual(await ask('extract@1'), ['a', 'b'])
      const fault = {
        report: b?.report ?? '',
        madeBy: 'extract@1',
        seen: 2,
        code: 'NO_TEXT',
        message: 'b: no text',
      } as const
      await keepOutcomes(store, [{ doc: logged(a?.report, { first: 1, name: 'a' }) }, { fault }])
      assert.deepEqual(await ask('extract@1'), [])
      assert.deepEqual(await ask('extract@2'), ['a', 'b'])
      assert.deepEqual(await listFaults(store), [{ ...fault, name: 'b' }])
      assert.deepEqual(await listFaults(store, []), [], 'nothing is in a list of nothing')
      const unread = await listUnread(store, { extractor: 'extract@1', reader: 'read@1', after: 0, limit: 10 })
      assert.deepEqual(
        unread.map(({ doc }) => doc.name),
        ['a'],
      )
      await keepCapture(store, arrival('a', { title: 'Levy' }))
      assert.deepEqual(await ask('extract@1'), ['a'])
      assert.deepEqual([...checkMade(store)], [])
    },
  )

  run(
    'a look at what came after a number finds what is unmade of it, seen again or new, and nothing before',
    async (store) => {
      const made = { extractor: 'extract@1', reader: 'read@1' } as const
      const [a] = await keepCaptures(store, [arrival('a'), arrival('b')])
      const doc = logged(a?.report, { first: 1, name: 'a' })
      await keepOutcomes(store, [{ doc }])
      const look = async (seenAfter?: number) => {
        const left = { after: 0, limit: 10, ...(seenAfter !== undefined && { seenAfter }) }
        return {
          lowest: await lowestUnmade(store, made, seenAfter),
          bare: (await listUnextracted(store, { ...made, ...left })).map(({ name, last }) => `${name} ${last}`),
          unread: (await listUnread(store, { ...made, ...left })).map((one) => one.doc.name),
        }
      }
      assert.deepEqual(await look(), { lowest: 1, bare: ['b 2'], unread: ['a'] })
      assert.deepEqual(await look(1), { lowest: 2, bare: ['b 2'], unread: [] })
      assert.deepEqual(await look(2), { lowest: undefined, bare: [], unread: [] })
      await keepOutcomes(store, [{ doc, reading: readingOf(doc.doc) }])
      await keepCaptures(store, [arrival('c'), arrival('a', { title: 'Levy' })])
      assert.deepEqual(await look(2), { lowest: 3, bare: ['c 3', 'a 4'], unread: [] })
      assert.deepEqual(await look(3), { lowest: 4, bare: ['a 4'], unread: [] })
      assert.deepEqual((await look()).bare, ['a 4', 'b 2', 'c 3'], 'by what came first')
    },
  )

  run('linked rows are kept with how far the walk came, once a version of it', async (store) => {
    const kept = await keepCapture(store, arrival('a'))
    const doc = logged(kept.report, { first: 1, name: 'a' })
    await keepOutcomes(store, [{ doc, reading: readingOf(doc.doc) }])
    assert.equal(findWalk(store), undefined)
    const walk = await keepLinked(store, walkTo(1), { before: undefined, changes: changesOf(doc.doc, 'first') })
    assert.ok(walk)
    assert.equal(
      await keepLinked(store, walkTo(1), { before: undefined, changes: changesOf(doc.doc, 'late') }),
      false,
      'another was there first',
    )
    assert.deepEqual(findWalk(store), walk)
    assert.equal(findClaim(store, 'claim-1')?.claim.wording, 'first')
    assert.equal(findClaim(store, 'old-name')?.bearings.length, 1)
    assert.equal(findClaim(store, 'nothing'), undefined)
    assert.equal(listLinked(store, 'bearing').length, 1)
    assert.deepEqual([...walkLinked(store, 'bearing', 1)], listLinked(store, 'bearing'))
    const later = await keepLinked(store, walkTo(2), { before: walk })
    assert.ok(later && later.version > walk.version)
    assert.equal(findWalk(store)?.linkedTo, 2)
    assert.equal(await keepLinked(store, walkTo(2), { before: walk }), false)
    assert.equal((await findReadDoc(store, 'a'))?.doc.id, doc.doc.id)
    assert.deepEqual([...checkMade(store), ...checkLinked(store)], [])
  })

  run('docs of one page with the same words: the first in the log is read, whichever was made first', async (store) => {
    const texts = ['The levy stands.', 'The levy falls.', 'The  levy stands', 'The levy stands!']
    const kept = await keepCaptures(
      store,
      texts.map((text, at) => arrival(`levy-${at}`, { bytes: new TextEncoder().encode(text) })),
    )
    const docs = kept.map(({ report, number: first }, at) => ({
      ...logged(report, { first, name: `levy-${at}` }),
      page: 'courier.karsk.example/levy',
      words: digestOf(at === 1 ? 'falls' : 'stands'),
    }))
    for (const doc of docs.toReversed()) await keepOutcomes(store, [{ doc, reading: readingOf(doc.doc) }])
    const listed = (await listReadDocs(store, { after: 0, limit: 9, makers: MAKERS })).map(({ first }) => first)
    assert.deepEqual(listed, [1, 2])
    assert.deepEqual(await listUnread(store, { ...MAKERS, after: 0, limit: 9 }), [])
    const of = await listPageDocs(store, 'courier.karsk.example/levy', 'extract@1')
    assert.deepEqual(
      of.map(({ first, isRepeat }) => [first, isRepeat]),
      [
        [1, false],
        [2, false],
        [3, true],
        [4, true],
      ],
    )
    assert.equal(countUnmade(store, MAKERS), 0)
    await keepLinked(store, walkTo(4), { before: undefined })
    assert.deepEqual([...checkMade(store)], [], 'a sighting has no reading, and none is missed')
    const inReverse = dumpDigest(store)
    await eraseDerived(store)
    for (const doc of docs) await keepOutcomes(store, [{ doc, reading: readingOf(doc.doc) }])
    await keepLinked(store, walkTo(4), { before: undefined })
    assert.equal(dumpDigest(store), inReverse)
    const [first] = docs
    assert.ok(first)
    const changed = { ...first.doc, id: asId<'doc'>('changed') }
    await keepOutcomes(store, [{ doc: { ...first, doc: changed, seen: 5, words: digestOf('other') } }])
    const unread = await listUnread(store, { ...MAKERS, after: 0, limit: 9 })
    assert.deepEqual(
      unread.map((one) => one.first),
      [1, 3],
      'what the first said before is now said by the third',
    )
  })

  run('lines are written once for all that was touched, counted, listed and found', async (store) => {
    const { derived } = await store.kysely()
    const docs = ['a', 'b', 'c']
    await derived.transaction().execute((trx) => touch(trx, 'doc', docs))
    const limit = 2
    const write = (): Promise<number> =>
      takeTouched(store, { noun: 'doc', isLate: false, limit }, (trx, ids) => keepReports(trx, ids, ids.map(lineOf)))
    assert.deepEqual([await write(), await write(), await write()], [2, 1, 0])
    const { reports, said, people, outlets, waiting } = await countOf(store)
    assert.deepEqual([reports, said, people, outlets, waiting], [3, 3, 1, 1, 0])
    const page = await listReportLines(store, { order: 'came', limit: 2 })
    assert.deepEqual(
      page.items.map(({ name }) => name),
      ['c', 'b'],
    )
    const rest = await listReportLines(store, { order: 'came', limit: 2, ...(page.next && { after: page.next }) })
    assert.deepEqual([rest.items.map(({ name }) => name), rest.next], [['a'], undefined])
    const { items } = await search(store, { in: 'said', words: 'ferries -b', who: 'hale', limit: 5 })
    assert.deepEqual(
      items.map((hit) => hit.in === 'said' && hit.said.words),
      ['ferry c left', 'ferry a left'],
    )
    await derived.transaction().execute((trx) => keepReports(trx, ['b'], []))
    await eraseDerived(store)
    assert.deepEqual((await countOf(store)).reports, 0)
    assert.deepEqual((await search(store, { in: 'said', words: 'ferry', limit: 5 })).items, [])
  })

  run('a version is never used twice, even after all that is derived was dropped', async (store) => {
    const first = await keepLinked(store, walkTo(0), { before: undefined })
    assert.ok(first)
    await eraseDerived(store)
    assert.equal(findWalk(store), undefined)
    const again = await keepLinked(store, walkTo(0), { before: undefined })
    assert.ok(again && again.version > first.version)
  })

  run('when other versions take over, what the former made is dropped, at the end of their walk', async (store) => {
    const kept = await keepCapture(store, arrival('a'))
    const old = logged(kept.report, { first: 1, name: 'a' })
    await keepOutcomes(store, [{ doc: old, reading: readingOf(old.doc) }])
    const before = await keepLinked(store, walkTo(1), { before: undefined, changes: changesOf(old.doc, 'old') })
    assert.ok(before)
    const doc = { ...old, doc: { ...old.doc, id: asId<'doc'>('newer'), madeBy: 'extract@2' as const } }
    await keepOutcomes(store, [{ doc, reading: readingOf(doc.doc) }])
    assert.ok(await findDoc(store, old.doc.id), 'the old is cited until the new is linked')
    const makers = { ...MAKERS, extractor: 'extract@2' as const }
    await keepLinked(store, { linkedTo: 1, makers }, { before, changes: changesOf(doc.doc, 'new') })
    assert.equal(await findDoc(store, old.doc.id), undefined)
    assert.equal((await listReadDocs(store, { after: 0, limit: 9 })).length, 1)
    assert.deepEqual([...checkMade(store), ...checkLinked(store)], [])
  })

  run('the digest of a dump tells what differs, and dropping leaves nothing', async (store) => {
    const empty = dumpDigest(store)
    const kept = await keepCapture(store, arrival('a'))
    assert.equal(dumpDigest(store), empty, 'the truth is not part of it')
    const doc = logged(kept.report, { first: 1, name: 'a' })
    await keepOutcomes(store, [{ doc }])
    const withDoc = dumpDigest(store)
    assert.notEqual(withDoc, empty)
    await keepOutcomes(store, [{ doc }])
    assert.equal(dumpDigest(store), withDoc, 'a job run twice makes the same rows')
    await eraseDerived(store)
    assert.equal(dumpDigest(store), empty)
    assert.deepEqual([...checkMade(store)], [])
  })
}

const MAKERS = { extractor: 'extract@1', reader: 'read@1', linker: 'link@1', tracker: 'track@1' } as const

function walkTo(linkedTo: number): Omit<Walk, 'version'> {
  return { linkedTo, makers: MAKERS }
}

const ruling: Omit<Decision, 'id'> = {
  by: asId('an editor'),
  at: '2031-05-06T10:00:00.000Z',
  why: 'the desk called the treasury',
  ruling: { kind: 'undo', decision: asId('an earlier one') },
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

interface Said {
  readonly bytes?: Uint8Array
  readonly at?: number // minutes past ten
  readonly outlet?: string
  readonly title?: string
}

/** A report handed in under a name; its text is its name unless bytes are given. */
export function arrival(name: string, { bytes = bytesOf(name), at = 0, ...given }: Said = {}): Arrival {
  const outcome = { kind: 'handed in', payload: digestOf(bytes) } as const
  const instant = `2031-05-06T10:${String(at).padStart(2, '0')}:00.000Z`
  return {
    bytes,
    record: {
      at: instant,
      asked: `${name}.txt`,
      hops: [],
      outcome,
      given: { name, mediaType: 'text/plain', ...given },
    },
  }
}

function logged(report: string | undefined, { first, name }: { first: number; name: string }) {
  const text = `The levy talks in ${name} go on.`
  const doc: Doc = {
    id: asId(`doc-${name}`),
    capture: asId('c'),
    madeBy: 'extract@1',
    name,
    text,
    blocks: [],
    language: 'en',
    fields: [],
    removed: [],
  }
  return { doc, report: report ?? '', first, seen: first, given: 'digest of given', words: digestOf(text) }
}

function readingOf(doc: Doc): Reading {
  return {
    doc: doc.id,
    madeBy: 'read@1',
    sentences: [],
    quotations: [],
    chains: [],
    names: [],
    attributions: [],
    notes: [],
  }
}

function changesOf(doc: Doc, wording: string): LinkedChanges {
  const evidence = { doc: doc.id, span: { start: 4, end: 8 }, quote: 'levy' }
  const claim = 'claim-1'
  const rows: MadeRow[] = [
    {
      noun: 'claim',
      id: claim,
      sort: '1',
      claim,
      thing: { id: claim, aliases: ['old-name'], wording, about: [], evidence: [evidence] },
    },
    {
      noun: 'bearing',
      id: '1',
      sort: '1',
      claim,
      doc: doc.id,
      thing: { claim, doc: doc.id, attribution: 'a1', evidence, because: 'the same words' },
    },
  ]
  return { isWhole: true, replacements: [{ owner: `claim ${claim}`, rows }] }
}

/** A report in which one ferry is told of. */
function lineOf(name: string): MadeReport {
  const said = {
    attribution: asId<'attribution'>(`said in ${name}`),
    who: [asId<'entity'>('hale')],
    source: 'Hale',
    speaker: 'Hale',
    kind: 'person',
    act: 'asserts',
    form: 'indirect',
    confidence: 0.5,
    words: `ferry ${name} left`,
    start: 0,
    end: 4,
    place: 0,
  } as const
  const first = name.charCodeAt(0)
  const firstAt = `2031-03-0${first - 96}T00:00:00.000Z`
  const about = { language: 'en', isLater: false, text: said.words, outlet: 'Karsk Courier' }
  return { doc: name, name, first, firstAt, ...about, said: [said] }
}
