// What the desk knows of claims and stories, on the bundled sample: at any date, as text, as JSON and drawn.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Desk } from '../../src/desk/desk.ts'
import { loadHoldings } from '../../src/desk/holdings.ts'
import { holdingsAt } from '../../src/desk/holdings-at.ts'
import { listRowsAt } from '../../src/desk/ledger-at.ts'
import type { LedgerEntry } from '../../src/desk/ledger-json.ts'
import { listRows } from '../../src/desk/list-ledger.ts'
import type { StoryFile, StoryLine } from '../../src/desk/list-stories.ts'
import { openClaim } from '../../src/desk/open-claim.ts'
import type { ToldStep } from '../../src/desk/tell-timeline.ts'
import { asId } from '../../src/model/id.ts'
import type { LedgerRow } from '../../src/model/ledger.ts'
import { drawOrigins } from '../../src/publish/draw-origins.ts'
import { drawTimeline } from '../../src/publish/draw-timeline.ts'
import type { Figure } from '../../src/publish/figure.ts'
import { renderSvgFile } from '../../src/publish/render-figure.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder, type Ran } from '../readout.ts'
import { readoutHere } from '../readout-here.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'

const folder = makeFolder()
const dir = join(folder, 'desk')
let desk: Desk
let offer: LedgerRow // the claim with most reports

before(async () => {
  desk = await openSampleDesk(dir)
  offer = listRows(desk).toSorted((a, b) => b.assertedIn.length - a.assertedIn.length)[0] ?? assert.fail('no claim')
})
after(() => desk.close())

const run = (...args: string[]): Promise<Ran> => readoutHere([...args, '--desk', dir])

test('the stories are listed, and one is shown by the beginning of its id', async () => {
  const stories = JSON.parse((await run('story', '--json')).out) as StoryLine[]
  const { docs } = await loadHoldings(desk)
  assert.equal(
    stories.reduce((sum, { reports }) => sum + reports, 0),
    docs.length,
  )
  const days = stories.map(({ from }) => from ?? '9')
  assert.deepEqual(days, days.toSorted())
  const [first] = stories.toSorted((a, b) => b.reports - a.reports)
  assert.ok(first)
  const text = await run('story')
  assert.equal(text.status, 0)
  for (const { id, title } of stories)
    assert.ok(text.out.includes(`${id}  `) && text.out.includes(`  ${title}\n`), title)
  const file = JSON.parse((await run('story', first.id.slice(0, 6), '--json')).out) as Omit<StoryFile, 'claims'> & {
    claims: LedgerEntry[]
  }
  assert.deepEqual([file.id, file.reports.length, file.claims.length], [first.id, first.reports, first.claims])
  const printed = file.reports.map(({ published }) => published ?? '9')
  assert.deepEqual(printed, printed.toSorted())
  assert.ok(file.people.some(({ said, kind }) => said > 1 && kind === 'person'))
  const { out } = await run('story', first.id.slice(0, 6))
  for (const part of ['Reports:', 'Claims:', 'People and bodies who speak in it:'])
    assert.ok(out.includes(`\n${part}\n`), part)
  for (const { doc } of file.reports) assert.ok(out.includes(`  ${doc} (`), doc)
  for (const { claim, standing } of file.claims) assert.ok(out.includes(`  ${claim}  ${standing}, `), claim)
})

test('a claim’s timeline says what each report did to its standing', async () => {
  const { out } = await run('claim', offer.claim, '--json')
  const { timeline, standing } = JSON.parse(out) as { timeline: ToldStep[]; standing: string }
  assert.equal(timeline.at(-1)?.standing, standing)
  assert.equal(new Set(timeline.map(({ doc }) => doc)).size >= offer.assertedIn.length, true)
  const text = (await run('claim', offer.claim)).out
  const lines = text.split('\nTimeline:\n')[1]?.split('\n\n')[0]?.split('\n') ?? []
  assert.equal(lines.length, timeline.length)
  assert.match(lines[0] ?? '', /^ {2}\d{4}-\d\d-\d\d {2}asserted by .+ in .+ \(.+\); now reported$/)
  for (const [at, step] of timeline.entries()) {
    const isNew = at === 0 || step.before !== undefined
    assert.equal(/; now (\w+)$/.exec(lines[at] ?? '')?.[1], isNew ? step.standing : undefined)
  }
})

test('at a date a claim and the ledger are as they were known then', async () => {
  const { docs } = await loadHoldings(desk)
  const publishedOf = new Map(docs.map(({ doc }) => [doc.name, doc.published]))
  for (const day of ['2031-03-04', '2031-03-06', '2031-03-11']) {
    const rows = await listRowsAt(desk, day)
    assert.ok(rows.length > 0)
    for (const { assertedIn, deniedBy, confirmedBy, reasons } of rows) {
      const named = [...assertedIn, ...[...deniedBy, ...confirmedBy].map(({ doc }) => doc)]
      for (const name of named) assert.ok((publishedOf.get(name) ?? '9').slice(0, 10) <= day, `${name} on ${day}`)
      const late = [...publishedOf].filter(([, published]) => (published ?? '9').slice(0, 10) > day)
      for (const [name] of late)
        assert.ok(!reasons.some((reason) => reason.startsWith(`${name} `)), `${name} on ${day}`)
    }
    const row = rows.find(({ claim }) => claim === offer.claim)
    const json = JSON.parse((await run('claim', offer.claim, '--at', day, '--json')).out) as LedgerEntry & {
      at: string
      timeline: ToldStep[]
    }
    assert.equal(json.at, day)
    const { standing, atLeast, atMost, independentOrigins } = json
    assert.deepEqual(
      [standing, atLeast, atMost, independentOrigins],
      [row?.standing, row?.atLeast, row?.atMost, row?.independentOrigins],
    )
    assert.equal(json.timeline.at(-1)?.standing, standing, day)
  }
  const { out } = await run('ledger', '--at', '2031-03-04')
  assert.match(out, /^as known at the end of 2031-03-04, by what had been printed\n\n[0-9a-f]{20} {2}/)
  const json = JSON.parse((await run('ledger', '--at', '2031-03-04', '--json')).out) as {
    documents: { published: string }[]
    ledger: LedgerEntry[]
  }
  assert.ok(json.documents.length > 0 && json.documents.every(({ published }) => published < '2031-03-05'))
  assert.equal(json.ledger.length, (await listRowsAt(desk, '2031-03-04')).length)
})

test('when all is printed, what is counted again from what the reports tell is what was counted', async () => {
  const { docs, linked } = await loadHoldings(desk)
  const undated = new Set(docs.flatMap(({ doc }) => (doc.published ? [] : [doc.id])))
  const last = (await holdingsAt(desk, '9999-12-31')).linked.independences
  let compared = 0
  for (const { claim, origins, atLeast, atMost, unknown } of linked.independences) {
    const own = linked.appearances.filter((appearance) => appearance.claim === claim)
    if (own.some(({ doc }) => undated.has(doc))) continue
    const again = last.find((one) => one.claim === claim)
    const print = (all: typeof origins) =>
      all.map(({ name, toldTo, heads }) => JSON.stringify([name, toldTo, heads])).toSorted()
    assert.deepEqual(print(again?.origins ?? []), print(origins), claim)
    assert.deepEqual([again?.atLeast, again?.atMost, again?.unknown.length], [atLeast, atMost, unknown.length], claim)
    compared += 1
  }
  assert.ok(compared > 50, `${compared} compared`)
})

test('what is not there is said, with what to do', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['story', 'nosuch'], /^readout: no story "nosuch" on this desk; "readout story" lists them\n$/],
    [['claim', 'nosuch', '--svg', 'origins'], /^readout: no claim "nosuch" on this desk; /],
    [
      ['claim', offer.claim, '--at', '1999-01-01'],
      /was not known on 1999-01-01: it was first printed on 20\d\d-\d\d-\d\d; name that/,
    ],
    [['claim', offer.claim, '--at', '2031-02-30'], /A day is written as in 2031-05-06/],
    [['ledger', '--at', 'Tuesday'], /A day is written as in 2031-05-06/],
    [['claim', offer.claim, '--svg', 'pie'], /Allowed choices are timeline, origins/],
    [['claim', offer.claim, '--svg', 'origins', '--json'], /cannot be used with option '--json'/],
  ]
  for (const [args, message] of cases) {
    const { status, out, err } = await run(...args)
    assert.deepEqual([status, out], [2, ''], args.join(' '))
    assert.match(err, message)
    assert.equal(err.split('\n').length, 2, err)
  }
  const early = await run('ledger', '--at', '1999-01-01')
  assert.equal(early.status, 0)
  assert.match(early.out, /The ledger is empty: no report on this desk that was printed by then/)
})

test('a picture is printed as the desk draws it, the same each time', async () => {
  for (const figure of ['timeline', 'origins'] as const) {
    const { status, out } = await run('claim', offer.claim.slice(0, 8), '--svg', figure)
    assert.equal(status, 0)
    assert.equal(out, (await openClaim(desk, offer.claim)).draw(figure))
  }
  const { out } = await run('claim', offer.claim, '--svg', 'origins', '--at', '2031-03-04')
  assert.equal(out, (await openClaim(desk, offer.claim, '2031-03-04')).draw('origins'))
  assert.doesNotMatch(out, /2031-03-1|1\d March 2031/)
})

/** Texts that leave their box or the picture, and texts that lie on one another, as the browser draws them. */
const FAULTS = `(() => {
  const svg = document.querySelector('svg')
  const frame = svg.getBoundingClientRect()
  const faults = []
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }))
  const isIn = (inner, outer) => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5 &&
    inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5
  for (const { text, box } of texts) {
    if (!isIn(box, frame)) faults.push(text.textContent + ' leaves the picture')
    const border = text.parentNode.querySelector('rect')
    if (border && !isIn(box, border.getBoundingClientRect())) faults.push(text.textContent + ' leaves its box')
  }
  for (const [at, a] of texts.entries()) for (const b of texts.slice(at + 1)) {
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
    if (wide > 0.5 && high > 3) faults.push(a.text.textContent + ' lies on ' + b.text.textContent) // lines share leading
  }
  return faults
})()`

test('the pictures of claims, in a browser: nothing is cut, nothing lies on anything', {
  skip: noBrowser,
}, async () => {
  const browser = await openBrowser()
  const { page, faults } = await openPage(browser)
  try {
    // all that many print or that have several origins, and every fourth of the small ones, which look alike
    const drawn = listRows(desk).filter(
      ({ assertedIn, atMost }, at) => assertedIn.length > 2 || atMost > 1 || at % 4 === 0,
    )
    for (const { claim } of drawn) {
      const open = await openClaim(desk, claim)
      for (const figure of ['timeline', 'origins'] as const) {
        const path = join(folder, `${figure}.svg`)
        writeFileSync(path, open.draw(figure))
        await page.goto(pathToFileURL(path).href)
        assert.equal(await page.evaluate('document.documentElement.nodeName'), 'svg', 'it cannot be parsed')
        assert.deepEqual(await page.evaluate(FAULTS), [], `${figure} of ${claim}`)
      }
    }
    for (const [at, figure] of drawHostile().entries()) {
      const path = join(folder, `hostile-${at}.svg`)
      writeFileSync(path, renderSvgFile(figure))
      await page.goto(pathToFileURL(path).href)
      assert.equal(await page.evaluate('document.documentElement.nodeName'), 'svg', 'it cannot be parsed')
      assert.deepEqual(await page.evaluate(FAULTS), [], `hostile ${at}`)
      assert.equal(await page.evaluate(`document.querySelectorAll('script').length`), 0)
    }
    assert.deepEqual(faults, [])
  } finally {
    await browser.close()
  }
})

const HOSTILE = [
  '<script>alert(1)</script>',
  'وزارة الخارجية في كارسك',
  'משרד החוץ של קרסק',
  '\u202egnikaeps ydobon',
  'Министерство иностранных дел',
  '外交部发言人',
  'W'.repeat(90),
  'MW@%&—…'.repeat(9),
  'illicit jilted fiddlers'.repeat(3),
  '\u0000\u001b[31m]]>',
]

/** Both pictures with sixty reports, told by people of every kind of name. */
function drawHostile(): Figure[] {
  const reports = Array.from({ length: 60 }, (_, at) => {
    const name = HOSTILE[at % HOSTILE.length] ?? ''
    return { id: `r${at}`, name, outlet: name, published: `2031-03-${10 + Math.floor(at / 3)}` }
  })
  const origins = HOSTILE.map((name, nth) => ({
    id: `o${nth}`,
    name,
    toldTo: name,
    heads: { atLeast: 2 },
    isOutlet: false,
    prints: reports.flatMap(({ id }, at) =>
      at % 10 === nth ? [{ report: id, how: 'near-identical text' as const }] : [],
    ),
  }))
  const doubts = origins.slice(1).map(({ id }) => ['o0', id] as const)
  const graph = { wording: HOSTILE.join(' '), origins, reports, unknown: [], doubts, atLeast: 1, atMost: 10 }
  const steps = reports.map(({ name, published }, at): ToldStep => {
    const act = at % 2 === 0 ? 'asserts' : 'denies'
    const told = {
      act,
      isOwnVoice: false,
      isPutForward: at % 2 === 0,
      standing: 'contested',
      before: 'reported',
    } as const
    return { who: [name], via: [name], doc: name, outlet: name, published, evidence: NOWHERE, ...told }
  })
  const hasHeading = true
  return [drawOrigins(graph, { hasHeading }), drawTimeline(graph.wording, steps, { hasHeading })]
}

const NOWHERE: ToldStep['evidence'] = { doc: asId('d'), span: { start: 0, end: 1 }, quote: 'x' }

for (const [scheme, width] of [
  ['light', 1100],
  ['dark', 360],
] as const) {
  // biome-ignore format: one case a line
  test(`the pictures on a claim’s page, ${scheme}: readable by all, and the page does not scroll sideways`, {
    skip: noBrowser,
  }, async () => {
    const served = await serve(desk, { port: 0 })
    const browser = await openBrowser()
    const { page, faults } = await openPage(browser, { colorScheme: scheme, viewport: { width, height: 800 } })
    try {
      const denied = listRows(desk).find(({ standing }) => standing === 'denied')
      for (const { claim } of [offer, ...(denied ? [denied] : [])]) {
        await page.goto(`${served.url}/claim/${claim}`)
        await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
        assert.ok(Number(await page.evaluate(`document.querySelectorAll('main svg').length`)) >= 1)
        assert.deepEqual(await findViolations(page), [])
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
        assert.ok(wide <= width, `${wide} wide`)
        const ink = await page.evaluate(`getComputedStyle(document.querySelector('main svg text:not(.soft)')).fill`)
        assert.equal(ink, await page.evaluate('getComputedStyle(document.body).color'))
      }
      assert.deepEqual(faults, [])
    } finally {
      await browser.close()
      await served.close()
    }
  })
}
