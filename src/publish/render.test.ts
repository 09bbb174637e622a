// The pages: every line's link lands on an anchor that holds exactly its words, and nothing from outside becomes markup.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../model/account.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition, Line } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import type { OriginsGraph } from '../model/origins-graph.ts'
import { compose } from './compose.ts'
import { makeExampleWeek, makeInput, makeReport } from './example-week.test.ts'
import { anchorOf, fileLinks, pageName, serverLinks } from './links.ts'
import { listFootnotes } from './list-footnotes.ts'
import type { Shell } from './page.ts'
import { renderEditionList } from './pages/edition-list.ts'
import { renderClaim } from './render-claim.ts'
import { renderEdition } from './render-html.ts'
import { renderLedger } from './render-ledger.ts'
import { escapeMarkdown } from './render-line.ts'
import { renderMissing } from './render-lists.ts'
import { renderMarkdown } from './render-markdown.ts'
import { renderReport } from './render-report.ts'
import { bareQuote } from './render-voices.ts'
import { renderHoverHint } from './review/hover-hint.ts'
import { STYLE } from './style.ts'
import type { ToldStep } from './told-step.ts'

const input = makeExampleWeek()
const edition = compose(input)
const findDoc = (id: string): Doc | undefined => input.docs.find(({ doc }) => doc.id === id)?.doc
const allLines = ({ sections }: Edition): Line[] =>
  sections.flatMap(({ items }) => items.flatMap(({ heading, lines }) => (heading ? [heading, ...lines] : lines)))

const asText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What stands in the element of this id, tags balanced by hand: these pages nest marks and spans only. */
function wordsAt(page: string, id: string): string {
  const start = page.indexOf(`<mark id="${id}">`)
  assert.notEqual(start, -1, `no anchor ${id}`)
  let depth = 0
  for (const tag of page.slice(start).matchAll(/<(\/?)mark\b[^>]*>/g)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return asText(page.slice(start, start + tag.index))
  }
  throw new Error(`${id} is never closed`)
}

test('every link of the edition lands on exactly its words', () => {
  const evidence = allLines(edition).flatMap((line) => line.evidence)
  const pages = new Map(
    input.docs.map((report) => [pageName(report.doc.name), renderReport(report, evidence, fileLinks('../'))]),
  )
  const page = renderEdition(edition, fileLinks(''), findDoc)
  const links = [...page.matchAll(/href="reports\/([^"#]+)\.html#(c\d+-\d+)"/g)]
  assert.ok(links.length >= allLines(edition).length)
  for (const [, name = '', anchor = ''] of links) {
    const report = pages.get(decodeURIComponent(name))
    assert.ok(report, name)
    const cited = evidence.find(
      ({ doc, span }) => anchorOf(span) === anchor && pageName(findDoc(doc)?.name ?? '') === decodeURIComponent(name),
    )
    assert.equal(wordsAt(report, anchor), cited?.quote)
  }
})

test('to readers a report is excerpts: every cited word and nothing far from one', () => {
  const evidence = allLines(edition)
    .flatMap((line) => line.evidence)
    .slice(0, 1)
  let left = 0
  for (const report of input.docs) {
    const { doc } = report
    const page = renderReport(report, evidence, fileLinks('../'), [], 0)
    const cited = evidence.filter((piece) => piece.doc === doc.id)
    for (const { span, quote } of cited) assert.equal(wordsAt(page, anchorOf(span)), quote)
    const shown = asText(page)
    for (const { kind, span } of doc.blocks) {
      const isCited = cited.some((piece) => piece.span.start < span.end && span.start < piece.span.end)
      if (isCited || kind === 'headline') continue
      left += 1
      assert.ok(!shown.includes(doc.text.slice(span.start, span.end)), `${doc.name}: a paragraph that nobody cites`)
    }
    assert.ok(renderReport(report, evidence, fileLinks('../')).length > page.length)
  }
  assert.ok(left > 0, 'every paragraph is cited: nothing was tried')
})

test('the Markdown has the same lines and links', () => {
  const markdown = renderMarkdown(edition, fileLinks(''), findDoc)
  const links = [...markdown.matchAll(/\]\((reports\/[^)]+)\)/g)].map(([, address]) => address)
  const page = renderEdition(edition, fileLinks(''), findDoc)
  assert.deepEqual(
    new Set(links),
    new Set([...page.matchAll(/href="(reports\/[^"]+)"/g)].map(([, address]) => address)),
  )
  assert.match(markdown, /^# The week of 3 to 9 March 2031\n/)
  assert.match(markdown, /A freeze \\<on\\> the table/)
})

test('every mark leads to its footnote and back, once', () => {
  const page = renderEdition(edition, fileLinks(''), findDoc)
  const notes = listFootnotes(edition, findDoc)
  const ids = [...page.matchAll(/ id="([nr]\d+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(new Set(ids), new Set(notes.flatMap(({ number }) => [`n${number}`, `r${number}`])))
  for (const [, target] of page.matchAll(/href="#([nr]\d+)"/g)) assert.ok(ids.includes(target), target)
  const markdown = renderMarkdown(edition, fileLinks(''), findDoc)
  for (const { number } of notes) {
    assert.match(markdown, new RegExp(`\\[\\^${number}\\][^:]`))
    assert.match(markdown, new RegExp(`^\\[\\^${number}\\]: `, 'm'))
  }
})

test('an own line says whose it is, and a reworded one has its marks behind it', () => {
  const [lead] = edition.sections
  const [item] = lead?.items ?? []
  assert.ok(lead && item)
  const { refs, ...line } = item.lines[0]
  const reworded = { ...line, text: 'In other words.', reworded: { by: 'Una', ruled: line.text, misses: [] } }
  const own = { id: asId<'line'>('own'), text: 'Mine <b>.', by: 'Una' }
  const edited = { ...edition, sections: [{ ...lead, items: [{ ...item, lines: [reworded] as const, own: [own] }] }] }
  const page = renderEdition(edited, fileLinks(''), findDoc)
  assert.match(page, /Mine &lt;b&gt;\. <span class="also">\(a line of Una, the editor\)/)
  assert.match(page, /In other words\.<sup class="mark">.*\(worded by Una\)/)
  const markdown = renderMarkdown(edited, fileLinks(''), findDoc)
  assert.match(markdown, /Mine \\<b\\>\. \*\(a line of Una, the editor\)\*/)
  assert.match(markdown, /In other words\.\[\^\d+\]/)
})

test('Markdown of odd words stays words', () => {
  const table = {
    '# no *head* _line_': '\\# no \\*head\\* \\_line\\_',
    '- no dash': '\\- no dash',
    '12. March': '12\\. March',
    '[a](javascript:b)': '\\[a\\](javascript:b)',
    '<b>&amp; R&D': '\\<b\\>\\&amp; R&D',
    'two\nlines': 'two lines',
  }
  for (const [words, wanted] of Object.entries(table)) assert.equal(escapeMarkdown(words), wanted)
})

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '</title><script>x</script>',
]

function hostileStep(attack: string, evidence: Evidence): ToldStep {
  const named = { who: [attack], via: [attack], said: attack, doc: attack, outlet: attack, published: attack }
  const told = { act: 'denies', isOwnVoice: false, isPutForward: false, standing: 'denied' } as const
  return { ...named, ...told, evidence }
}

function hostileGraph(attack: string): OriginsGraph {
  const report = { id: attack, name: attack, outlet: attack, published: attack }
  const origin = { name: attack, toldTo: attack, heads: { atLeast: 1 }, isOutlet: false }
  const prints = [{ report: attack, how: 'named in text' as const }]
  return {
    wording: attack,
    origins: [
      { ...origin, id: attack, prints },
      { ...origin, id: `${attack}2`, prints },
    ],
    reports: [report],
    unknown: [{ ...report, id: `${attack}3` }],
    doubts: [[attack, `${attack}2`]],
    atLeast: 1,
    atMost: 2,
  }
}

test('nothing from outside becomes markup on any page', () => {
  for (const attack of ATTACKS) {
    const told = { who: attack, source: `Envoy ${attack}`, cue: 'said', content: `that ${attack} was gone` } as const
    const report = makeReport({
      name: attack,
      outlet: attack,
      title: `${attack} title`,
      published: '2031-03-04T00:00:00.000Z',
      paragraphs: [`Envoy ${attack} said that ${attack} was gone.`],
      told: [told],
    })
    const hostile = {
      ...report,
      doc: {
        ...report.doc,
        url: attack,
        byline: attack,
        language: attack,
        removed: [{ text: attack, reason: 'teaser' as const }],
      },
    }
    const made = makeInput('2031-W10', [hostile], [{ id: attack, wording: attack, asserted: [[attack, 0]] }])
    const [row] = made.tracked.rows
    assert.ok(row)
    const evil = { ...row, reasons: [attack], independentOrigins: [attack] }
    const find = () => hostile.doc
    const composed = compose(made)
    const evidence = allLines(composed).flatMap((line) => line.evidence)
    const pages = [fileLinks(''), serverLinks].flatMap((links) => [
      renderEdition(composed, links, find),
      renderReport(hostile, evidence, links),
      renderLedger([evil], links, made.tracked.stories),
      renderClaim(
        {
          row: evil,
          putForward: evidence.map((each) => ({ who: attack, act: 'asserts', via: [attack], evidence: each })),
          answers: evidence.map((each) => ({ who: attack, act: 'denies', via: [], said: attack, evidence: each })),
          bearings: made.linked.bearings,
          timeline: evidence.map((each) => hostileStep(attack, each)),
          graph: hostileGraph(attack),
          week: attack,
        },
        links,
        find,
      ),
      renderEditionList(
        {
          watches: [
            { items: [{ week: attack, days: { from: attack, until: '2031-03-10' }, reports: 1 }] },
            { watch: { id: 'talks', name: attack, question: attack }, items: [] },
          ],
        },
        links,
      ),
      renderMissing(attack, links),
    ])
    for (const page of pages) {
      assert.doesNotMatch(page, /<(?:script|img|style|iframe|base|form|object|foreignObject|image|use)\b/i)
      assert.doesNotMatch(page.replaceAll('<svg xmlns="http://www.w3.org/2000/svg" class="', ''), /<svg\b/i)
      const unquoted = page.replace(/"[^"]*"/g, '""') // what stands between quotation marks in a tag is a value
      assert.doesNotMatch(unquoted, /<[^>]*(?:\son\w+\s*=|'|`)/i)
      assert.doesNotMatch(page, /(?:href|src)="\s*(?:javascript|data:(?!,"))/i)
      assert.match(page, /^<!doctype html>\n<html lang="en">/)
      assert.match(page, /<link rel="icon" href="data:,">/)
    }
  }
})

test('a page name cannot leave its folder, and no two names share one', () => {
  const names = ['a/b', '../../etc/passwd', '..', '.', 'a b', 'a~20b', 'Ünïcode', 'a%2Fb', 'c:\\x', 'plain-1.2_x']
  const made = names.map(pageName)
  assert.equal(new Set(made).size, names.length)
  for (const name of made) {
    assert.doesNotMatch(name, /[/\\:%\s]/)
    assert.doesNotMatch(name, /^\.+$/)
  }
  assert.equal(pageName('plain-1.2_x'), 'plain-1.2_x')
  assert.equal(pageName('a b'), 'a~20b')
  assert.equal(pageName('.hidden'), '~2ehidden')
  const [long, other] = ['é'.repeat(300), `${'é'.repeat(299)}x`].map(pageName)
  assert.ok(new TextEncoder().encode(long).length <= 180 && long !== other, 'a long name is cut and stays its own')
})

test('the report page tells what is known and what is not', () => {
  const [report] = input.docs
  assert.ok(report)
  const payload = 'ab'.repeat(32)
  const capture = {
    id: report.doc.capture,
    at: '2031-03-04T10:11:12.000Z',
    asked: 'offer.html',
    hops: [],
    outcome: { kind: 'handed in', payload },
  } as const
  const page = renderReport({ ...report, captures: [capture] }, [], serverLinks)
  assert.match(page, new RegExp(payload))
  assert.match(page, /4 March 2031, 10:11 UTC/)
  assert.match(asText(page), /2 attributions read by read@1\.0\.0/)
  const bare = renderReport({ doc: { ...report.doc, outlet: '', published: '' } as Doc }, [], serverLinks)
  assert.match(asText(bare), /Nothing was left out/)
})

test('the stylesheet asks for nothing from elsewhere', () => {
  assert.doesNotMatch(STYLE, /url\(|@import|https?:/)
  assert.match(STYLE, /prefers-color-scheme: dark/)
  assert.match(STYLE, /@media print/)
})

test('only the marks around all of a claim are left out of its heading', () => {
  assert.equal(bareQuote('“We shall bring our own chairs,”'), 'We shall bring our own chairs,')
  assert.equal(bareQuote('Karsk would answer "in its own time"'), 'Karsk would answer "in its own time"')
  assert.equal(bareQuote('"Never," "or not now"'), '"Never," "or not now"')
})

test('how the buttons of a line are found is told to those who may press them only', () => {
  const shellOf = (role: Role): Shell => ({ viewer: { name: 'Ada Orme', role }, csrf: 't', isShared: true })
  assert.match(renderHoverHint(shellOf('reviewer')).toString(), /Point at a line/)
  assert.equal(renderHoverHint(shellOf('reader')).toString(), '')
  assert.equal(renderHoverHint(undefined).toString(), '')
})
