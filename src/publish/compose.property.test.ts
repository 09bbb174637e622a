// Whatever a week holds, its edition says no more than its evidence: quoted words stand in it, names, numbers and days
// stand in it or follow from a rule, no line of a section is printed twice, and every footnote leads to its words.
// `READOUT_EDITIONS=2000 node --test src/publish/compose.property.test.ts` tries more weeks than the usual few.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holds } from '../model/evidence.ts'
import { checkEdition } from './check-edition.ts'
import { type ComposeInput, compose } from './compose.ts'
import { type ClaimGiven, makeInput, makeReport, type Told } from './example-week.test.ts'
import { fileLinks } from './links.ts'
import { listFootnotes } from './list-footnotes.ts'
import { printedOfItem } from './printed-lines.ts'
import { renderEdition } from './render-html.ts'
import { renderMarkdown } from './render-markdown.ts'
import { checkWording } from './wording/check-wording.ts'

const NUM_RUNS = Number(process.env.READOUT_EDITIONS ?? 25)
const PEOPLE = [
  'Envoy Ilse Marrow',
  'Spokesman Corvin Hale',
  'Foreign Minister Anselm Roke',
  'Senator Tobias Marrow',
] as const
const UNNAMED = ['a Karskan official', 'three Veldanian officials', 'one source', 'an unnamed diplomat'] as const
const BODIES = ['the Lantern Palace', 'the River Commission'] as const
const OUTLETS = ['Meridian News Agency', 'Harbour Post', 'Radio Askevar', undefined] as const
const THINGS = [
  'Veldania had offered to leave the Ketter dam within ninety days',
  'the talks would resume in Port Sabel on Friday',
  'the House would not vote on the aid bill before April 1',
  '140 prisoners would cross the Vessen bridge tomorrow',
  'the pact had been signed last month',
  'the paper was “not worth the ink” and would be sent back',
  'it had learned of the paper from the radio',
] as const
const REMARKS = ['The offer is dead', 'We met for two hours. Nobody spoke', 'It runs for eight years'] as const

interface Saying {
  readonly who: string
  readonly kind: 'person' | 'anonymous' | 'government'
  readonly shape: number // of the sentence
  readonly thing: number // of THINGS, or of REMARKS
  readonly hearer: boolean
  readonly before: string // "But ", "On Monday, "
}

const anyone = fc.oneof(
  fc.constantFrom(...PEOPLE).map((who) => ({ who, kind: 'person' as const })),
  fc.constantFrom(...UNNAMED).map((who) => ({ who, kind: 'anonymous' as const })),
  fc.constantFrom(...BODIES).map((who) => ({ who, kind: 'government' as const })),
)
const saying: fc.Arbitrary<Saying> = fc
  .record({
    voice: anyone,
    shape: fc.nat(5),
    thing: fc.nat(THINGS.length - 1),
    hearer: fc.boolean(),
    before: fc.constantFrom('', 'But ', 'Asked about the dam, '),
  })
  .map(({ voice, ...rest }) => ({ ...voice, ...rest }))
const report = fc.record({
  outlet: fc.constantFrom(...OUTLETS),
  day: fc.integer({ min: 25, max: 38 }), // February 25 to March 10: the week before, and the week
  sayings: fc.array(saying, { minLength: 1, maxLength: 4 }),
})

test('an edition of any week says no more than its evidence', () => {
  fc.assert(
    fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), fc.boolean(), (reports, isOneStory) => {
      const input = makeWeek(reports, isOneStory)
      const edition = compose(input)
      const findDoc = (id: string) => input.docs.find(({ doc }) => doc.id === id)?.doc
      assert.deepEqual(checkEdition(edition, findDoc), [])
      for (const { kind, items } of edition.sections) {
        const lines = items.flatMap((item) => printedOfItem(item, kind))
        const texts = items.flatMap((item) => item.lines.map(({ text }) => text))
        assert.equal(new Set(texts).size, texts.length, `${kind} says one thing twice: ${texts.join(' | ')}`)
        for (const line of lines) {
          const isHeading = !items.some((item) => item.lines.includes(line))
          assert.ok(isHeading || (line.confidence ?? -1) >= 0, line.text)
          // how often somebody spoke is counted by a rule, and stands in no report
          const misses = checkWording(line.text, line, { findDoc }).filter(
            (miss) => kind !== 'who spoke' || miss.kind !== 'number',
          )
          if (!isHeading) assert.deepEqual(misses, [], line.text)
          assert.doesNotMatch(line.text.replace(/“[^”]*”/g, ''), LEFT_LEANING, line.text)
        }
      }
      const notes = listFootnotes(edition, findDoc)
      const page = renderEdition(edition, fileLinks(''), findDoc)
      const markdown = renderMarkdown(edition, fileLinks(''), findDoc)
      for (const { number, evidence } of notes) {
        const doc = findDoc(evidence.doc)
        assert.ok(doc && holds(evidence, doc))
        assert.ok(page.includes(` id="n${number}"`) && page.includes(` id="r${number}"`), `footnote ${number}`)
        assert.ok(markdown.includes(`\n[^${number}]: `), `footnote ${number}`)
      }
      assert.deepEqual(compose(input), edition)
    }),
    { numRuns: NUM_RUNS },
  )
})

// Days that only a reader of the report's day understands.
const LEFT_LEANING = /\b(?:yesterday|today|tomorrow|next week|last month)\b/i

function makeWeek(reports: readonly ReportOf[], isOneStory: boolean): ComposeInput {
  const given = reports.map(({ outlet, day, sayings }, i) => {
    const said = sayings.map((each) => sentenceOf(each, outlet))
    return {
      name: `r${i}`,
      ...(outlet && { outlet }),
      published: new Date(Date.UTC(2031, 1, day, 9)).toISOString(),
      paragraphs: said.map(({ text }) => text),
      chains: Object.fromEntries(sayings.map(({ who }) => [who, [[upper(who, said, who), 'name']] as const])),
      told: said.map(({ told }) => told),
    }
  })
  const docs = given.map((each) => makeReport(each))
  const claims = new Map<string, { asserted: [string, number][]; answered: [string, number][] }>()
  for (const [i, { sayings }] of reports.entries()) {
    for (const [at, { thing, shape }] of sayings.entries()) {
      const key = shape === 0 ? `remark ${thing % REMARKS.length}` : `thing ${thing}`
      const claim = claims.get(key) ?? { asserted: [], answered: [] }
      claims.set(key, claim)
      const isAnswer = shape === 3 || shape === 4
      claim[isAnswer ? 'answered' : 'asserted'].push([`r${i}`, at])
    }
  }
  const made = [...claims].map(([id, { asserted, answered }]): ClaimGiven => {
    const wording = id.startsWith('remark') ? (REMARKS[Number(id.slice(7))] ?? '') : (THINGS[Number(id.slice(6))] ?? '')
    return { id, wording, asserted, answered, origins: [1, 1], ...(isOneStory && { story: 'story' }) }
  })
  return makeInput('2031-W10', docs, made, isOneStory ? { story: given.map(({ name }) => name) } : {})
}

interface ReportOf {
  readonly outlet: string | undefined
  readonly day: number
  readonly sayings: readonly Saying[]
}

// A name as the sentences have it: at the beginning of one with a capital.
function upper(who: string, said: readonly { text: string }[], fallback: string): string {
  const capital = who.charAt(0).toUpperCase() + who.slice(1)
  return said.some(({ text }) => text.includes(who))
    ? who
    : said.some(({ text }) => text.includes(capital))
      ? capital
      : fallback
}

function sentenceOf(each: Saying, outlet: string | undefined): { text: string; told: Told } {
  const { who, kind, shape, thing, hearer, before } = each
  const isFirst = before === ''
  const source = isFirst && shape !== 0 ? who.charAt(0).toUpperCase() + who.slice(1) : who
  const matter = THINGS[thing] ?? ''
  const to = hearer ? (outlet ?? 'reporters') : undefined
  const common = { who, kind, source, ...(to && { hearer: to }) }
  const saidTo = to ? `told ${to}` : 'said'
  const cue = to ? 'told' : 'said'
  if (shape === 0) {
    const remark = REMARKS[thing % REMARKS.length] ?? ''
    const content = `“${remark},”`
    return { text: `${content} ${source} ${saidTo}.`, told: { ...common, cue, content, form: 'direct' } }
  }
  if (shape === 3) {
    return {
      text: `${before}${source} denied that ${matter}.`,
      told: { who, kind, source, cue: 'denied', content: `that ${matter}`, act: 'denies' },
    }
  }
  if (shape === 4) {
    const content = 'to comment on the paper'
    return {
      text: `${before}${source} declined ${content}.`,
      told: { who, kind, source, cue: 'declined', content, act: 'declines to comment' },
    }
  }
  if (shape === 5) {
    return {
      text: `${before}${source} left in the rain, noting that ${matter}.`,
      told: { who, kind, source, cue: 'noting', content: `that ${matter}` },
    }
  }
  return { text: `${before}${source} ${saidTo} that ${matter}.`, told: { ...common, cue, content: `that ${matter}` } }
}
