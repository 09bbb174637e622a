// The sample and its expected ledger hold together: every golden quote stands in its report, the sample has all that
// it promises, and nothing in it is of the real world. Whether the desk finds the ledger is tested elsewhere.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

interface Quote {
  readonly doc: string
  readonly quote: string
}

interface Claim {
  readonly key: string
  readonly evidence: readonly Quote[]
  readonly deniedBy: readonly (Quote & { name: string })[]
  readonly declinedToComment: readonly (Quote & { name: string })[]
  readonly confirmedBy: readonly (Quote & { name: string })[]
  readonly correctedBy: readonly (Quote & { name: string })[]
  readonly independentOrigins: readonly string[]
  readonly atLeast: number
  readonly atMost: number
  readonly unknownLineage: readonly string[]
}

interface Golden {
  readonly claims: readonly Claim[]
  readonly twins: readonly (readonly [Quote, Quote])[]
  readonly quotes: readonly { readonly earlier: Quote; readonly later: Quote; readonly verdict: string }[]
  readonly speakers: readonly (Quote & { readonly who: string; readonly sourceWords: string })[]
}

interface SampleDoc {
  readonly name: string
  readonly file: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title: string
  readonly firstWords: string
  readonly lastWords: string
  readonly leftOut: readonly string[]
}

const REPORTS = join(import.meta.dirname, '..', '..', '..', 'sample', 'reports')
const golden = readJson('ledger.json') as Golden
const { documents } = readJson('documents.json') as { documents: readonly SampleDoc[] }
const textByName = new Map(documents.map((doc) => [doc.name, readText(doc)]))

test('the sample has twenty reports by six outlets, most of them pages', () => {
  assert.equal(documents.length, 20)
  assert.equal(new Set(documents.flatMap(({ outlet }) => outlet ?? [])).size, 6)
  assert.equal(documents.filter(({ file }) => file.endsWith('.html')).length, 14)
  assert.equal(documents.filter(({ file }) => /\.(txt|md)$/.test(file)).length, 4)
  assert.equal(documents.filter(({ file }) => file === 'wire.jsonl').length, 2)
  assert.deepEqual(readdirSync(REPORTS).sort(), [...new Set(documents.map(({ file }) => file))].sort())
  assert.deepEqual(documents.map(({ name }) => name).sort(), documents.map(({ name }) => name))
  assert.deepEqual(documents.flatMap(({ name, outlet, published }) => (outlet && published ? [] : name)), ['09-dam-gates'])
})

for (const doc of documents) {
  test(`${doc.name}: begins, ends, is of a report's length, and has furniture to be left out`, () => {
    const text = textOf(doc.name)
    const start = text.indexOf(doc.firstWords)
    const end = text.indexOf(doc.lastWords, start)
    assert.ok(start >= 0, `"${doc.firstWords}" not found`)
    assert.ok(end > start, `"${doc.lastWords}" not found`)
    const main = text.slice(start, end + doc.lastWords.length)
    const words = main.split(' ').length
    assert.ok(words >= 150 && words <= 500, `${words} words`)
    for (const left of doc.leftOut) assert.ok(text.includes(left) && !main.includes(left), left)
    assert.match(readFileSync(join(REPORTS, doc.file)).toString('latin1'), /[Ii]nvented for Readout/)
  })
}

test('one page is windows-1252 and has its quotation marks in it', () => {
  const bytes = readFileSync(join(REPORTS, '04-post-secret-paper.html'))
  assert.match(bytes.toString('latin1'), /charset=windows-1252/)
  assert.ok(bytes.includes(0x93) && bytes.includes(0x94))
  assert.match(textOf('04-post-secret-paper'), /“We had expected at least a question.”/)
})

test('every golden quote stands in its report, once', () => {
  const quotes = [
    ...golden.claims.flatMap((claim) => [
      ...claim.evidence,
      ...claim.deniedBy,
      ...claim.declinedToComment,
      ...claim.confirmedBy,
      ...claim.correctedBy,
    ]),
    ...golden.twins.flat(),
    ...golden.quotes.flatMap(({ earlier, later }) => [earlier, later]),
    ...golden.speakers,
  ]
  assert.ok(quotes.length >= 150, `${quotes.length} quotes`)
  for (const { doc, quote } of quotes) {
    assert.equal(textOf(doc).split(quote).length - 1, 1, `${doc}: "${quote}"`)
  }
})

test('the ledger keeps its own rules', () => {
  assert.equal(new Set(golden.claims.map(({ key }) => key)).size, golden.claims.length)
  for (const claim of golden.claims) {
    assert.ok(claim.evidence.length >= 2, `${claim.key} is put forward once only`)
    assert.equal(claim.atMost, claim.independentOrigins.length, claim.key)
    assert.ok(1 <= claim.atLeast && claim.atLeast <= claim.atMost, claim.key)
    const putForwardIn = new Set(claim.evidence.map(({ doc }) => doc))
    for (const name of claim.unknownLineage) assert.ok(putForwardIn.has(name), claim.key)
  }
  for (const [a, b] of golden.twins) {
    const both = golden.claims.filter(({ evidence }) => holdsQuote(evidence, a) && holdsQuote(evidence, b))
    assert.deepEqual(both, [], `"${a.quote}" and "${b.quote}"`)
  }
})

test('the ledger has what a desk meets', () => {
  assert.ok(golden.claims.length >= 12)
  const offer = golden.claims.find(({ key }) => key === 'dam-offer')
  assert.ok(offer)
  assert.deepEqual(offer.deniedBy.map(({ name }) => name), ['Karskan government official', 'Corvin Hale'])
  assert.equal(offer.declinedToComment.filter(({ doc }) => doc.startsWith('01-')).length, 4)
  assert.equal(offer.confirmedBy.length, 1)
  assert.ok(golden.claims.some(({ correctedBy }) => correctedBy.length > 0))
  assert.ok(golden.claims.some(({ atLeast, atMost }) => atLeast === 2 && atMost === 2))
  assert.ok(golden.claims.some(({ atLeast, atMost }) => atLeast < atMost))
  assert.ok(golden.claims.some(({ unknownLineage }) => unknownLineage.length > 0))
  const verdicts = new Set(golden.quotes.map(({ verdict }) => verdict))
  assert.deepEqual([...verdicts].sort(), ['altered inside marks', 'paraphrase', 'trimmed', 'verbatim'])
})

// A word from the real world would make an invented report look like a report.
const REAL =
  /\b(?:Russia|Ukrain|America|U\.?S\.?A?\b|United (?:States|Kingdom|Nations)|Brit(?:ain|ish)|England|France|French|German|Ital(?:y|ian)|Spain|Poland|Polish|China|Chinese|Japan|Korea|India|Iran|Iraq|Israel|Palestin|Gaza|Syria|Turk(?:ey|ish)|Egypt|Saudi|Qatar|Europe|Asia|Africa|NATO|Kremlin|Moscow|Kyiv|Kiev|Washington|White House|London|Paris|Berlin|Brussels|Geneva|Beijing|Reuters|Associated Press|AFP|CNN|BBC|Politico|Bloomberg|Putin|Zelensk|Biden|Trump|Macron)/

test('nothing of the real world is in it, and every address ends in .example', () => {
  for (const [name, text] of textByName) assert.doesNotMatch(text, REAL, name)
  for (const { file } of documents) {
    const hosts = [...readFileSync(join(REPORTS, file), 'latin1').matchAll(/https?:\/\/([^/"\s)]+)/g)].map(([, host]) => host)
    assert.deepEqual(hosts.filter((host) => host !== 'schema.org' && !host?.endsWith('.example')), [], file)
  }
})

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
}

function textOf(name: string): string {
  const text = textByName.get(name)
  assert.ok(text, `no report named ${name}`)
  return text
}

function holdsQuote(evidence: readonly Quote[], { doc, quote }: Quote): boolean {
  return evidence.some((one) => one.doc === doc && (one.quote.includes(quote) || quote.includes(one.quote)))
}

/** The words of a report with its furniture: tags stripped, references decoded, white space made one blank. */
function readText({ name, file }: SampleDoc): string {
  const bytes = readFileSync(join(REPORTS, file))
  const isOld = /charset=windows-1252/.test(bytes.toString('latin1'))
  const given = new TextDecoder(isOld ? 'windows-1252' : 'utf-8', { fatal: true }).decode(bytes)
  return asPlain(file.endsWith('.html') ? wordsIn(parse(given)) : file === 'wire.jsonl' ? lineOf(given, name) : withoutMarks(given))
}

function lineOf(lines: string, name: string): string {
  const line = lines
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as { id: string; text: string }]))
    .find(({ id }) => id === name)
  assert.ok(line, `no line named ${name}`)
  return line.text
}

function withoutMarks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('*', '')
}

function wordsIn(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === 'script' || node.nodeName === 'style' || node.nodeName === 'head') return ''
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join('') : ''
}

function asPlain(text: string): string {
  return text.normalize('NFC').replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim()
}
