// Main text of real pages against hand-marked truth, and real reports against rules that might eat them. The texts
// belong to their publishers and are read where they lie; where they do not lie, the tests say so and are skipped.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { docFromText } from '../../src/extract/doc-from-text.ts'
import { extract } from '../../src/extract/extract.ts'
import { type Doc, toGiven } from '../../src/model/doc.ts'
import { asId } from '../../src/model/id.ts'

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const PAGES = join(SHARED, 'corpora', 'articles')
const SCORER = join(SHARED, 'tools', 'score-articles.mjs')
const REPORTS = join(SHARED, 'corpora', 'polnear', 'train.jsonl.gz')
const GOLD = join(SHARED, 'gold', 'seeds.json')
const { articles: floor } = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  articles: { f1: number; pages: number }
}
const capture = asId<'capture'>('c1')

/** Skips with a reason where a file is missing. */
const needs = (...paths: readonly string[]): { skip: string | false } => {
  const missing = paths.find((path) => !existsSync(path))
  return { skip: missing ? `${missing} is not here: not measured` : false }
}

function reportOf(doc: Doc): string {
  const isReport = new Set(['paragraph', 'heading', 'quote'])
  return doc.blocks
    .filter(({ kind }) => isReport.has(kind))
    .map(({ span }) => doc.text.slice(span.start, span.end))
    .join('\n\n')
}

test('the main text of pages stays above its floor', needs(PAGES, SCORER), (t) => {
  const predicted: Record<string, string> = {}
  for (const file of readdirSync(join(PAGES, 'pages'))) {
    const bytes = gunzipSync(readFileSync(join(PAGES, 'pages', file)))
    predicted[file.replace('.html.gz', '')] = reportOf(extract({ bytes, mediaType: 'text/html', capture }))
  }
  const folder = mkdtempSync(join(tmpdir(), 'readout-articles-'))
  try {
    const path = join(folder, 'predicted.json')
    writeFileSync(path, JSON.stringify(predicted))
    const printed = execFileSync(process.execPath, [SCORER, join(PAGES, 'ground-truth.json'), path, '--json'], {
      encoding: 'utf8',
    })
    const score = JSON.parse(printed) as {
      f1: number
      precision: number
      recall: number
      pages: number
      missingPages: number
    }
    t.diagnostic(`F1 ${score.f1} (P ${score.precision}, R ${score.recall}) on ${score.pages} pages; floor ${floor.f1}`)
    assert.equal(score.missingPages, 0)
    assert.ok(score.pages >= floor.pages, `only ${score.pages} pages`)
    assert.ok(score.f1 >= floor.f1, `F1 ${score.f1} is under its floor of ${floor.f1}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

interface Report {
  readonly id: string
  readonly text: string
  readonly annotations: Readonly<
    Record<string, readonly { readonly content: readonly (readonly [number, number])[] }[]>
  >
}

test('furniture rules take no attributed words from real reports', needs(REPORTS), (t) => {
  let [attributed, lost] = [0, 0]
  for (const line of gunzipSync(readFileSync(REPORTS)).toString().trimEnd().split('\n')) {
    const { id, text, annotations } = JSON.parse(line) as Report
    const doc = docFromText(text, { name: id, mediaType: 'text/plain' }, capture)
    const kept = new Uint8Array(text.length)
    for (const { span } of doc.blocks)
      for (const [start, end] of toGiven(doc.given ?? [], span)) kept.fill(1, start, end)
    const [, first = []] = Object.entries(annotations).sort()[0] ?? []
    for (const [start, end] of first.flatMap(({ content }) => content)) {
      for (let at = start; at < end; at++) {
        if (/\s/.test(text.charAt(at))) continue
        attributed += 1
        if (!kept[at]) lost += 1
      }
    }
  }
  t.diagnostic(`${lost} of ${attributed} attributed characters lost`)
  assert.ok(attributed > 1_000_000)
  assert.ok(lost / attributed < 0.001)
})

interface Seed {
  readonly id: string
  readonly mainText: readonly [number, number]
  readonly notMainText: readonly { readonly text: string }[]
}

test('the main text of the two seeds is exact, and no teaser dates them', needs(GOLD), () => {
  const { documents } = JSON.parse(readFileSync(GOLD, 'utf8')) as { documents: readonly Seed[] }
  for (const { id, mainText, notMainText } of documents) {
    const text = readFileSync(join(SHARED, 'seeds', `${id}.txt`), 'utf8')
    const doc = docFromText(text, { name: id, mediaType: 'text/plain' }, capture)
    const plain = (words: string): string => words.replace(/\s+/g, '')
    assert.equal(plain(reportOf(doc)), plain(text.slice(...mainText)), id)
    for (const teaser of notMainText) assert.ok(!doc.text.includes(teaser.text), teaser.text)
    assert.equal(doc.published, undefined)
  }
})
