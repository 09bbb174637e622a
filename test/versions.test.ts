// Versions of invented pages through all rooms: what counts as one, what it does to claims, quotations, counts and editions,
// and what is told of it.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dumpDigest } from '../src/archive/dump-digest.ts'
import { keepCapture } from '../src/archive/keep-capture.ts'
import { listLinked } from '../src/archive/linked.ts'
import { writeChangedPages, writeHistory } from '../src/cli/write-versions.ts'
import { check } from '../src/desk/check.ts'
import { derive } from '../src/desk/derive.ts'
import type { Desk } from '../src/desk/desk.ts'
import { checkVersions } from '../src/desk/editions/check-versions.ts'
import { correctEdition } from '../src/desk/editions/correct-edition.ts'
import { draftEdition } from '../src/desk/editions/draft-edition.ts'
import { issueEdition } from '../src/desk/editions/issue-edition.ts'
import { listLeaning } from '../src/desk/editions/list-leaning.ts'
import { listChanged } from '../src/desk/list-changed.ts'
import { listVersions } from '../src/desk/list-versions.ts'
import { openClaim } from '../src/desk/open-claim.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { makePages } from '../src/desk/pages.ts'
import { rebuild } from '../src/desk/rebuild.ts'
import { rooms } from '../src/desk/rooms.ts'
import { type HandedIn, takeIn } from '../src/desk/take-in.ts'
import type { Capture, Given } from '../src/model/capture.ts'
import { digestOf } from '../src/model/digest.ts'
import { htmlOf } from './html-of.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-versions-'))
const shared = rooms.openReader() // one for all desks: loading it takes longer than reading these pages
after(() => {
  shared.close()
  rmSync(root, { recursive: true, force: true })
})

const TITLE = 'Veldania offers to leave the Ketter dam'
const OFFER =
  'Veldania has offered to withdraw its troops from the Ketter dam within 30 days, three Veldanian officials told the Karsk Courier on Tuesday.'
const QUOTE =
  '“We will leave the dam and never come back,” the Veldanian foreign minister Corvin Hale said at a briefing in Ostmere on Tuesday.'
const GROUND =
  'Karsk had demanded the withdrawal since the spring, when fighting around the dam forced thousands of people to leave their homes.'
const DENIAL =
  'Veldania’s prime minister Anselm Roke denied that Veldania had offered to withdraw its troops from the dam.'
const PAGE = 'https://courier.karsk.example/2031/dam'

function page(title: string, ...paragraphs: readonly string[]): string {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('\n')
  return `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>\n${text}\n</article></body></html>`
}

type Seen = Partial<Given> & { readonly name: string; readonly html: string }

function seen({ name, html, ...given }: Seen): HandedIn {
  const courier = { url: PAGE, outlet: 'Karsk Courier', published: '2031-05-06', mediaType: 'text/html' } as const
  return { bytes: new TextEncoder().encode(html), asked: `${name}.html`, given: { name, ...courier, ...given } }
}

const FIRST = seen({ name: 'dam', html: page(TITLE, OFFER, QUOTE, GROUND) })
const COPY = seen({
  name: 'herald-dam',
  html: page('Veldania ready to go', OFFER, QUOTE, GROUND),
  url: 'https://herald.example/dam',
  outlet: 'Orlenne Herald',
  published: '2031-05-06T18:00Z',
})

async function withDesk(
  reports: readonly HandedIn[],
  body: (desk: Desk) => Promise<void>,
  isEach = false,
): Promise<void> {
  let minute = 0
  const now = (): string => new Date(Date.UTC(2031, 4, 7, 10, 30 * minute++)).toISOString()
  const openReader = () => ({ ...shared, close() {} })
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { now, rooms: { ...rooms, openReader } })
  try {
    for (const portion of isEach ? reports.map((one) => [one]) : [reports]) {
      await takeIn(desk, streamOf(portion), () => {})
      await derive(desk)
    }
    await body(desk)
    assert.deepEqual(check(desk).breaches, [])
  } finally {
    await desk.close()
  }
}

async function* streamOf(reports: readonly HandedIn[]): AsyncGenerator<HandedIn> {
  yield* reports
}

const rowsOf = ({ store }: Desk) => listLinked(store, 'ledger_row')
const rowOf = (desk: Desk, words: string) => rowsOf(desk).find(({ wording }) => wording.includes(words))

test('a headline changed: a later version, one report, one origin, no copy', () =>
  withDesk(
    [FIRST, COPY, seen({ name: 'a-dam', html: page('Veldania ready to leave the dam', OFFER, QUOTE, GROUND) })],
    async (desk) => {
      const row = rowOf(desk, 'offered')
      assert.deepEqual(row?.assertedIn, ['dam', 'herald-dam'])
      assert.deepEqual(row.laterVersions, ['a-dam'])
      assert.deepEqual([row.atLeast, row.atMost, row.unknownLineage], [1, 1, 0])
      assert.ok(
        row.reasons.some((reason) => reason.endsWith('because it is a later version of dam.')),
        row.reasons.join(),
      )
      const groups = listLinked(desk.store, 'copy_group')
      const names = new Map((await listVersions(desk, 'dam')).versions.map(({ doc }) => [doc.id, doc.name]))
      assert.deepEqual(
        groups.map(({ first, copies }) => [names.get(first), copies.length]),
        [['dam', 1]],
      )
      const { versions } = await listVersions(desk, PAGE)
      assert.deepEqual(versions[1]?.change?.headline, { was: TITLE, became: 'Veldania ready to leave the dam' })
      assert.deepEqual(versions[1]?.change?.claims, [])
      const gone = listLinked(desk.store, 'appearance').flatMap((one) => one.gone ?? [])
      assert.deepEqual(gone, [])
    },
  ))

test('a number corrected and a denial added: what is gone is kept and marked, what is new stands on its own', () =>
  withDesk(
    [FIRST, COPY, seen({ name: 'dam', html: page(TITLE, OFFER.replace('30', '60'), DENIAL, QUOTE, GROUND) })],
    async (desk) => {
      const [was, is] = [rowOf(desk, '30 days'), rowOf(desk, '60 days')]
      assert.deepEqual([was?.assertedIn, was?.standing], [['dam', 'herald-dam'], 'contested'])
      assert.deepEqual([is?.assertedIn, is?.standing], [['dam-2'], 'reported'])
      const { versions } = await listVersions(desk, 'dam-2')
      const [first, second] = versions
      const own = listLinked(desk.store, 'appearance').filter(({ doc }) => doc === first.doc.id)
      assert.deepEqual(own.find(({ evidence }) => evidence.quote.includes('30 days'))?.gone, {
        version: second?.doc.id,
        on: second?.sightings[0].at,
      })
      assert.equal(own.find(({ evidence }) => evidence.quote.includes('never come back'))?.gone, undefined)
      assert.deepEqual(
        second?.change?.claims.map(({ what, act, wording }) => [what, act, /\d\d days/.exec(wording)?.[0]]),
        [
          ['gone', undefined, '30 days'],
          ['new', 'denies', '30 days'],
          ['new', undefined, '60 days'],
        ],
      )
      const claim = htmlOf(await makePages(desk).claim(was?.claim ?? ''))
      assert.match(claim ?? '', /gone from the later version of 7 May 2031/)
      assert.match(claim ?? '', /; later version\)/)
    },
  ))

test('a quotation altered by the outlet itself is said to be, and lines that printed it are found', () =>
  withDesk([FIRST], async (desk) => {
    const { ref, at: issued } = await issueDraft(desk)
    assert.deepEqual(await listLeaning(desk), [])
    const html = page(TITLE, OFFER, QUOTE.replace('never', 'perhaps'), GROUND)
    await takeIn(desk, streamOf([seen({ name: 'dam', html })]), () => {})
    await derive(desk)
    const change = (await listVersions(desk, 'dam')).versions[1]?.change
    const [quotation] = change?.quotations ?? []
    assert.deepEqual([quotation?.what, quotation?.told], ['altered', '“never” became “perhaps”'])
    const printed = change?.lines.filter((line) => line.issued === issued) ?? []
    assert.ok(
      printed.length > 0 && printed.every(({ text }) => text.includes('never come back')),
      JSON.stringify(printed),
    )
    const leaning = await listLeaning(desk)
    assert.ok(
      leaning.some(
        ({ text, told, because }) =>
          because.kind === 'page' &&
          text.includes('never come back') &&
          told.startsWith('Karsk Courier has changed the page'),
      ),
      JSON.stringify(leaning),
    )
    assert.ok(leaning.every(({ week, number, since = '' }) => week === ref.week && number === 2 && since > issued))
    const text = writeHistory(await listVersions(desk, 'dam'))
    assert.match(text, /leave the dam and \[-never-\] \{\+perhaps\+\} come back/)
    assert.match(text, /changed by the outlet itself between versions/)
    const altered = rowsOf(desk).flatMap((row) => row.altered ?? [])
    assert.deepEqual(
      altered.map(({ doc, betweenVersions }) => [doc, betweenVersions]),
      [['dam-2', true]],
    )
    const changes = htmlOf(await makePages(desk).changes('dam-2'))
    assert.match(changes ?? '', /<del>never<\/del> <ins>perhaps<\/ins>/)
    assert.equal(htmlOf(await makePages(desk).changes('dam')), undefined)
    assert.match(htmlOf(await makePages(desk).report('dam')) ?? '', /href="\/report\/dam-2\/changes"/)
  }))

test('lines of an issued edition whose claim has turned since are listed, until a correction takes it up', () =>
  withDesk([FIRST], async (desk) => {
    const { ref } = await issueDraft(desk)
    const denied = seen({
      name: 'denial',
      html: page('Roke denies it', DENIAL, GROUND),
      url: 'https://herald.example/roke',
      outlet: 'Orlenne Herald',
      published: '2031-05-08',
    })
    await takeIn(desk, streamOf([denied]), () => {})
    await derive(desk)
    const leaning = await listLeaning(desk)
    const turned = leaning.flatMap(({ because }) =>
      because.kind === 'claim' ? [[because.was, because.now, because.since?.slice(0, 10)]] : [],
    )
    assert.deepEqual(new Set(turned.map(String)), new Set(['reported,contested,2031-05-08']))
    assert.match(leaning[0]?.told ?? '', /stands as contested now, and stood as reported/)
    const own = { kind: 'own', text: 'Roke denied it after we had gone out.', to: { section: 'lead' } } as const
    await correctEdition(desk, { week: ref.week, from: 2, edits: [own], by: 'Ada Orme', why: 'denied since' })
    assert.deepEqual(await listLeaning(desk), [])
    await rebuild(desk)
    assert.deepEqual(check(desk).breaches, [])
  }))

test('what is gone of a version is said, and which version it is', () =>
  withDesk([FIRST], async (desk) => {
    const { ref, version } = await issueDraft(desk)
    const store = hiding(desk.store, [ref.digest])
    assert.deepEqual(
      [...checkVersions(store)].map(({ what, reason }) => `${what}: ${reason}`),
      [`version 2 of the edition ${ref.week}: its record is gone or was changed`],
    )
    const texts = hiding(desk.store, version.pinned?.map(({ text }) => text) ?? [])
    const [breach] = checkVersions(texts)
    assert.match(breach?.reason ?? '', /^the text of \w+ that it cites is gone or was changed$/)
    const [bent] = checkVersions(
      changing(desk.store, ref.digest, (text) => text.replace('"state":"issued"', '"state":"draft"')),
    )
    assert.equal(bent?.reason, 'its record is gone or was changed')
  }))

type Plain = Pick<Desk['store'], 'plain'>

function hiding({ plain }: Plain, digests: readonly string[]): Plain {
  const rows: Plain['plain']['rows'] = (sql, ...values) =>
    digests.includes(String(values[0])) ? [] : plain.rows(sql, ...values)
  return { plain: { ...plain, rows } }
}

function changing({ plain }: Plain, digest: string, change: (text: string) => string): Plain {
  const rows: Plain['plain']['rows'] = (sql, ...values) =>
    plain
      .rows(sql, ...values)
      .map((row) =>
        values[0] === digest
          ? { ...row, bytes: new TextEncoder().encode(change(new TextDecoder().decode(row.bytes as Uint8Array))) }
          : row,
      )
  return { plain: { ...plain, rows } }
}

async function issueDraft(desk: Desk) {
  const by = { by: 'Ada Orme', why: 'the week' }
  const { ref } = await draftEdition(desk, by)
  return await issueEdition(desk, { ...by, week: ref.week, from: ref.number })
}

test('only a counter, marks and white space changed: a sighting, not read, not counted, with a page of its own', () =>
  withDesk(
    [
      FIRST,
      seen({
        name: 'dam',
        html: page(TITLE, OFFER, QUOTE.replace(/[“”]/g, '"'), `${GROUND} `, '1,204 views').replaceAll('\n', '\n\n'),
      }),
    ],
    async (desk) => {
      assert.deepEqual(rowOf(desk, 'offered')?.assertedIn, ['dam'])
      assert.equal(rowOf(desk, 'offered')?.laterVersions, undefined)
      const { versions } = await listVersions(desk, 'dam-2')
      assert.equal(versions.length, 1)
      assert.deepEqual(
        versions[0].sightings.map(({ name }) => name),
        ['dam', 'dam-2'],
      )
      assert.deepEqual(await listChanged(desk), [])
      assert.match(htmlOf(await makePages(desk).report('dam-2')) ?? '', /A sighting of/)
    },
  ))

const answer = (at: string, more: Pick<Capture, 'hops' | 'outcome'>): Omit<Capture, 'id'> => ({
  at,
  asked: PAGE,
  what: 'page',
  ...more,
})

test('a page that vanished, said nothing new or was refused stays as it was, and all of it is listed', () =>
  withDesk([FIRST], async (desk) => {
    const [bytes, hop] = [new TextEncoder().encode('Not found'), { url: PAGE, status: 404, headers: [] }]
    await keepCapture(desk.store, {
      record: answer('2031-05-08T10:00:00.000Z', { hops: [{ ...hop, status: 304 }], outcome: { kind: 'unchanged' } }),
    })
    const outcome = { kind: 'answered', payload: digestOf(bytes) } as const
    await keepCapture(desk.store, { bytes, record: answer('2031-05-09T10:00:00.000Z', { hops: [hop], outcome }) })
    await keepCapture(desk.store, {
      record: answer('2031-05-10T10:00:00.000Z', {
        hops: [],
        outcome: { kind: 'refused', by: 'robots', reason: 'its robots.txt asks us not to' },
      }),
    })
    assert.equal((await derive(desk)).read, 0)
    const { versions, absences } = await listVersions(desk, PAGE)
    assert.deepEqual(
      versions.map(({ sightings }) => sightings.map(({ at }) => at.slice(0, 10))),
      [['2031-05-07', '2031-05-08']],
    )
    assert.deepEqual(
      absences.map(({ at, told }) => [at.slice(0, 10), told]),
      [
        ['2031-05-09', 'answered with status 404'],
        ['2031-05-10', 'not asked, by robots: its robots.txt asks us not to'],
      ],
    )
    assert.match(
      writeHistory(await listVersions(desk, 'dam')),
      /Brought no text:\n {2}2031-05-09 10:00 UTC {2}answered/,
    )
  }))

test('a version that was fetched and keeps the first date of its page is of the day on which it was seen', () =>
  withDesk([FIRST], async (desk) => {
    const bytes = new TextEncoder().encode(page(TITLE, OFFER, DENIAL, QUOTE, GROUND))
    const given = { ...FIRST.given, name: 'fetched' }
    await keepCapture(desk.store, {
      bytes,
      record: {
        ...answer('2031-05-08T10:00:00.000Z', {
          hops: [{ url: PAGE, status: 200, headers: [] }],
          outcome: { kind: 'answered', payload: digestOf(bytes) },
        }),
        given,
      },
    })
    await derive(desk)
    const claim = rowOf(desk, 'offered')
    const [before, later] = await Promise.all([
      openClaim(desk, claim?.claim ?? '', '2031-05-07'),
      openClaim(desk, claim?.claim ?? '', '2031-05-08'),
    ])
    assert.deepEqual([before.file.row?.standing, later.file.row?.standing], ['reported', 'contested'])
    const shown = htmlOf(await makePages(desk).report('fetched'))
    assert.match(shown ?? '', /<dt>Published<\/dt><dd><time datetime="2031-05-06/)
    const digest = dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, digest)
  }))

test('what a paywall hides is not gone', () =>
  withDesk(
    [
      FIRST,
      seen({
        name: 'dam',
        html: page(TITLE, GROUND.slice(0, 60), 'This article is for subscribers. Sign in to continue reading.'),
      }),
    ],
    async (desk) => {
      const { versions } = await listVersions(desk, 'dam')
      assert.equal(versions[1]?.isStub, true)
      assert.deepEqual(rowOf(desk, 'offered')?.assertedIn, ['dam'])
      const gone = listLinked(desk.store, 'appearance').flatMap((one) => one.gone ?? [])
      assert.deepEqual(gone, [])
    },
  ))

const THIRD = seen({ name: 'a-third', html: page(TITLE, DENIAL, QUOTE.replace('never', 'perhaps'), GROUND) })
const MANY = [
  FIRST,
  seen({ name: 'b-second', html: page(TITLE, OFFER, DENIAL, QUOTE, GROUND), published: '2031-05-05' }),
  COPY,
  THIRD,
  seen({ name: 'b-same', html: page(TITLE, OFFER, DENIAL, QUOTE, GROUND, '12 comments') }),
]

test('versions go by the log: one walk, a walk each and a rebuild give the same; in another order another is first', async () => {
  let once = ''
  await withDesk(MANY, async (desk) => {
    once = dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, once)
    const { versions } = await listVersions(desk, 'a-third')
    assert.deepEqual(
      versions.map(({ doc }) => doc.name),
      ['dam', 'b-second', 'a-third'],
    )
    const later = new Set(listLinked(desk.store, 'appearance').flatMap((one) => one.laterVersionOf ?? []))
    assert.deepEqual([...later], [versions[0].doc.id])
    assert.equal(rowOf(desk, 'offered')?.deniedBy.length, 1)
    assert.deepEqual(
      (await listChanged(desk, '2031-05-07')).map(({ name }) => name),
      ['a-third', 'b-second'],
    )
    assert.deepEqual(await listChanged(desk, '2031-05-08'), [])
    assert.match(writeChangedPages(await listChanged(desk)), /a-third \(Karsk Courier\), a later version of b-second/)
  })
  await withDesk(
    MANY,
    async (desk) => {
      assert.equal(dumpDigest(desk.store), once)
      assert.equal((await rebuild(desk)).digest, once)
    },
    true,
  )
  await withDesk(
    MANY.toReversed(),
    async (desk) => {
      const { versions } = await listVersions(desk, PAGE)
      assert.deepEqual(
        versions.map(({ doc }) => doc.name),
        ['b-same', 'a-third', 'dam'],
      )
      assert.deepEqual([rowOf(desk, 'offered')?.atLeast, rowOf(desk, 'offered')?.atMost], [1, 1])
    },
    true,
  )
})
