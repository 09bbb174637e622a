// The desk, from the bytes of the sample to its ledger, against what a careful reader finds in it. Documents must be
// right in all; of the ledger, each figure must reach its floor in test/corpus/floors.json, and floors only rise.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Holdings, loadHoldings } from '../../src/desk/holdings.ts'
import { saidIn } from '../../src/desk/said-in.ts'
import { compareQuotes } from '../../src/link/compare-quotes.ts'
import type { Doc } from '../../src/model/doc.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { LedgerRow } from '../../src/model/ledger.ts'
import { overlaps, type Span } from '../../src/model/span.ts'
import type { VectorOf } from '../../src/model/vector.ts'
import { copyVectors, shuffleInPortions, takeInPortions } from '../arrivals.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { openSampleDesk } from '../sample-desk.ts'

interface Quote {
  readonly doc: string
  readonly quote: string
}

const HOLDERS = ['deniedBy', 'declinedToComment', 'confirmedBy', 'correctedBy'] as const

type GoldenClaim = Readonly<Record<(typeof HOLDERS)[number], readonly { readonly name: string }[]>> & {
  readonly key: string
  readonly evidence: readonly Quote[]
  readonly independentOrigins: readonly string[]
  readonly atLeast: number
  readonly atMost: number
  readonly unknownLineage: readonly string[]
  readonly standing: string
}

interface GoldenLedger {
  readonly claims: readonly GoldenClaim[]
  readonly twins: readonly (readonly [Quote, Quote])[]
  readonly quotes: readonly { readonly earlier: Quote; readonly later: Quote; readonly verdict: string }[]
  readonly speakers: readonly (Quote & { readonly who: string })[]
}

interface GoldenDoc {
  readonly name: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string
  readonly firstWords: string
  readonly lastWords: string
  readonly leftOut: readonly string[]
}

const golden = readJson('golden/sample/ledger.json') as GoldenLedger
const { documents } = readJson('golden/sample/documents.json') as { documents: readonly GoldenDoc[] }
const floors = (readJson('corpus/floors.json') as { sample?: Record<string, number> }).sample ?? {}
const folder = mkdtempSync(join(tmpdir(), 'readout-sample-'))
let holdings: Holdings
let vectorOf: VectorOf

before(async () => {
  const desk = await openSampleDesk(join(folder, 'desk'))
  holdings = await loadHoldings(desk)
  vectorOf = copyVectors(desk.store, holdings.docs)
  await desk.close()
})
after(() => rmSync(folder, { recursive: true }))

test('every document of the sample is as its file states, begins and ends where its report does', () => {
  assert.deepEqual(
    holdings.docs.map(({ doc }) => doc.name).sort(),
    documents.map(({ name }) => name),
  )
  const faults = documents.flatMap(({ name, outlet, published, title, firstWords, lastWords, leftOut }) => {
    const doc = docOf(name)
    const main = doc.blocks.filter(({ kind }) => ['paragraph', 'heading', 'quote'].includes(kind))
    const words = plain(main.map(({ span }) => doc.text.slice(span.start, span.end)).join(' '))
    const [, after] = words.split(plain(lastWords))
    const isEnd = after !== undefined && after.length <= 200 // a wire credit may follow, and a page's note on the sample
    return [
      ...((doc.outlet ?? null) === outlet ? [] : [`${name}: by ${doc.outlet}, not ${outlet}`]),
      ...(doc.published?.slice(0, 10) === published?.slice(0, 10) ? [] : [`${name}: of ${doc.published}`]),
      ...(plain(doc.title ?? '') === plain(title) ? [] : [`${name}: headed ${doc.title}`]),
      ...(words.startsWith(plain(firstWords)) ? [] : [`${name} begins: ${words.slice(0, 80)}`]),
      ...(isEnd ? [] : [`${name} ends: ${words.slice(-80)}`]),
      ...leftOut.filter((left) => words.includes(plain(left))).map((left) => `${name} holds: ${left}`),
    ]
  })
  assert.deepEqual(faults, [])
})

test('the ledger of the sample keeps its floors', (t) => {
  const figures: Record<string, number> = {
    ...judgeLedger(t.diagnostic.bind(t)),
    ...judgeTwins(),
    ...judgeQuotes(),
    ...judgeSpeakers(),
  }
  for (const [name, floor] of Object.entries(floors)) {
    const found = figures[name] ?? 0
    t.diagnostic(`${name}: ${found} per cent, floor ${floor}`)
    assert.ok(found >= floor, `${name} fell to ${found}, under its floor of ${floor}`)
  }
  assert.deepEqual(Object.keys(figures).sort(), Object.keys(floors).sort())
})

function judgeLedger(tell: (line: string) => void): Record<string, number> {
  const share = {
    rows: [0, 0],
    evidence: [0, 0],
    origins: [0, 0],
    standing: [0, 0],
    holders: [0, 0],
    'holders true': [0, 0],
  }
  const count = (what: keyof typeof share, right: number, of: number): void => {
    const [a = 0, b = 0] = share[what]
    share[what] = [a + right, b + of]
  }
  for (const claim of golden.claims) {
    const row = rowOf(claim)
    count('rows', row ? 1 : 0, 1)
    const bound = claim.evidence.filter((quote) => row && claimsAt(quote).has(row.claim)).length
    count('evidence', bound, claim.evidence.length)
    const origins = [claim.atLeast, claim.atMost, claim.unknownLineage.length]
    const found = row && [row.atLeast, row.atMost, row.unknownLineage]
    count('origins', String(found) === String(origins) ? 1 : 0, 1)
    count('standing', row?.standing === claim.standing ? 1 : 0, 1)
    for (const kind of HOLDERS) {
      const wanted = claim[kind].map(({ name }) => name)
      const given = row?.[kind].map(({ name }) => name) ?? []
      const missed = wanted.filter((name) => !given.some((one) => isName(name, one)))
      const hits = wanted.length - missed.length
      if (missed.length > 0) tell(`${claim.key}, ${kind}: ${missed.join(', ')} not among ${given.join(', ') || 'none'}`)
      count('holders', hits, wanted.length)
      count('holders true', Math.min(hits, given.length), given.length)
    }
    const verdict = row
      ? `${bound} of ${claim.evidence.length} places, origins ${found} for ${origins}, ${row.standing}`
      : 'not found'
    tell(`${claim.key} (${claim.standing}): ${verdict}`)
  }
  return Object.fromEntries(Object.entries(share).map(([name, [right = 0, of = 0]]) => [name, percent(right, of)]))
}

/** The row that holds most of the places where the claim is put forward. */
function rowOf({ evidence }: GoldenClaim): LedgerRow | undefined {
  const places = new Map<string, number>()
  for (const claim of evidence.flatMap((quote) => [...claimsAt(quote)])) places.set(claim, (places.get(claim) ?? 0) + 1)
  const [best] = [...places].sort((a, b) => b[1] - a[1])
  return holdings.tracked.rows.find((row) => row.claim === best?.[0])
}

/** The claims whose evidence shares at least half of the shorter of the two with the quote. */
function claimsAt(quote: Quote): Set<string> {
  const { doc, span } = placeOf(quote)
  const near = ({ evidence }: { evidence: Evidence }): boolean =>
    evidence.doc === doc.id && isMostlyIn(evidence.span, span)
  return new Set(holdings.linked.appearances.filter(near).map(({ claim }) => claim))
}

function judgeTwins(): Record<string, number> {
  const apart = golden.twins.filter(([a, b]) => ![...claimsAt(a)].some((claim) => claimsAt(b).has(claim)))
  return { 'twins apart': percent(apart.length, golden.twins.length) }
}

function judgeQuotes(): Record<string, number> {
  const right = golden.quotes.filter(
    ({ earlier, later, verdict }) => compareQuotes(earlier.quote, later.quote).verdict === verdict,
  )
  return { quotes: percent(right.length, golden.quotes.length) }
}

function judgeSpeakers(): Record<string, number> {
  const right = golden.speakers.filter((quote) => {
    const { doc, span } = placeOf(quote)
    const reading = holdings.docs.find((one) => one.doc.id === doc.id)?.reading
    const said = reading?.attributions.filter(({ content }) => content.some((piece) => isMostlyIn(piece, span))) ?? []
    return said.some((one) => reading && saidIn(doc, reading, one).who.some((name) => isName(quote.who, name)))
  })
  return { speakers: percent(right.length, golden.speakers.length) }
}

function isMostlyIn(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return overlaps(a, b) && 2 * shared >= Math.min(a.end - a.start, b.end - b.start)
}

function placeOf({ doc: name, quote }: Quote): { doc: Doc; span: Span } {
  const doc = docOf(name)
  const main = doc.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quote')
  for (const { span } of main) {
    const at = doc.text.slice(span.start, span.end).indexOf(quote)
    if (at >= 0) return { doc, span: { start: span.start + at, end: span.start + at + quote.length } }
  }
  throw new Error(`${name} does not hold: ${quote}`)
}

function docOf(name: string): Doc {
  const found = holdings.docs.find(({ doc }) => doc.name === name)
  assert.ok(found, `${name} is not on the desk`)
  return found.doc
}

/** True where the name found has all words of the golden one, plural or not. */
function isName(wanted: string, found: string): boolean {
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.map((word) => word.replace(/s$/, '')) ?? []
  const has = new Set(words(found))
  return words(wanted).every((word) => has.has(word))
}

function percent(right: number, of: number): number {
  return of === 0 ? 100 : Math.round((1000 * right) / of) / 10
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'))
}

const SHUFFLES = Number(process.env.READOUT_SHUFFLES ?? 5) // fifty take two minutes

test(`the order of arrival changes nothing: ${SHUFFLES} shuffles of the sample, in portions, some cut short (seed 20310311)`, async () => {
  const { docs } = holdings
  const whole = await takeInPortions([docs], { vectorOf })
  const random = randomFrom(20_310_311)
  for (let shuffle = 0; shuffle < SHUFFLES; shuffle++) {
    assert.deepEqual(
      await takeInPortions(shuffleInPortions(docs, random), { vectorOf, isKilled: () => random() < 0.2 }),
      whole,
      `shuffle ${shuffle}`,
    )
  }
})
