import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Act } from '../model/act.ts'
import { asId } from '../model/id.ts'
import type { Standing } from '../model/timeline.ts'
import { drawTimeline } from './draw-timeline.ts'
import { checkFigure } from './figure.contract.ts'
import type { Figure } from './figure.ts'
import { renderFigure, renderSvgFile } from './render-figure.ts'
import type { ToldStep } from './told-step.ts'

function makeStep(given: Partial<ToldStep> = {}): ToldStep {
  return {
    who: ['Ilse Marrow'],
    act: 'asserts',
    isOwnVoice: false,
    isPutForward: true,
    via: [],
    doc: 'offer',
    outlet: 'Meridian News Agency',
    published: '2031-03-04T09:00:00.000Z',
    evidence: { doc: asId('d'), span: { start: 0, end: 1 }, quote: 'x' },
    standing: 'reported',
    ...given,
  }
}

const wordsOf = ({ boxes }: Figure): string[] => boxes.flatMap(({ lines }) => lines.map(({ text }) => text))

test('each day has its entries, each change its standing, and the rail is drawn as the claim stands', () => {
  const figure = drawTimeline('Karsk sold the Orle bridge', [
    makeStep(),
    makeStep({ doc: 'reprint', outlet: 'Karsk Courier', via: ['Meridian'] }),
    makeStep({
      who: ['Corvin Hale'],
      act: 'denies',
      isPutForward: false,
      published: '2031-03-09T00:00:00.000Z',
      standing: 'contested',
      before: 'reported',
    }),
    makeStep({
      who: ['Anselm Roke'],
      act: 'did not respond',
      silence: 'no answer',
      isPutForward: false,
      standing: 'contested',
    }),
  ])
  checkFigure(figure)
  const words = wordsOf(figure)
  assert.deepEqual(
    words.filter((text) => /by|now|later/.test(text)),
    [
      'asserted by Ilse Marrow',
      'now reported',
      '9 March 2031, 5 days later',
      'denied by Corvin Hale',
      'now contested',
      'not answered by Anselm Roke',
    ],
  )
  assert.ok(words.includes('Karsk Courier (reprint), via Meridian'), 'what one day prints of one voice is one entry')
  assert.deepEqual(
    figure.edges.map(({ look }) => look),
    ['rail reported', 'rail contested'],
  )
  assert.match(figure.about, /9 March 2031: denied by Corvin Hale, in Meridian News Agency \(offer\); now contested\./)
})

test('sixty reports of one voice on one day are one entry, the whole of it in its title', () => {
  const figure = drawTimeline(
    'x',
    Array.from({ length: 60 }, (_, at) => makeStep({ doc: `report-${at}` })),
  )
  checkFigure(figure)
  assert.ok(wordsOf(figure).includes('and 54 more reports'))
  assert.match(figure.boxes.find(({ id }) => id === 'entry 0')?.whole ?? '', /report-59/)
})

test('nothing known is said', () => {
  const figure = drawTimeline('x', [])
  checkFigure(figure)
  assert.match(wordsOf(figure).join(' '), /No report/)
})

test('a very long one is folded away in a page, and only there', () => {
  const days = Array.from({ length: 60 }, (_, at) => makeStep({ published: `2031-0${1 + (at % 9)}-${10 + (at % 19)}` }))
  const figure = drawTimeline('x', days)
  assert.match(renderFigure(figure).toString(), /^<details><summary>/)
  assert.match(renderFigure(drawTimeline('x', days.slice(0, 5))).toString(), /^<div class="figure" role="region"/)
  assert.doesNotMatch(renderSvgFile(figure), /<details/)
})

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('<script>alert(1)</script>', 'وزارة الخارجية في كارسك '.repeat(9), 'W'.repeat(400), 'Karsk'),
)
const steps = fc.array(
  fc
    .record({
      who: fc.array(name, { minLength: 1, maxLength: 4 }),
      act: fc.constantFrom<Act>('asserts', 'denies', 'confirms', 'declines to comment', 'rejects', 'corrects'),
      doc: name,
      outlet: name,
      via: fc.array(name, { maxLength: 2 }),
      published: fc.option(fc.constantFrom('2031-03-04', '2031-03-05', '2031-11-30'), { nil: undefined }),
      standing: fc.constantFrom<Standing>('reported', 'contested', 'confirmed', 'retracted'),
      isNew: fc.boolean(),
    })
    .map(({ published, isNew, ...given }): ToldStep => {
      const { published: _, ...step } = makeStep(given)
      return { ...step, ...(published && { published }), ...(isNew && { before: 'denied' as const }) }
    }),
  { maxLength: 12 },
)

test('whatever the steps and their names: no two boxes overlap, every edge ends at a box, text fits', () => {
  fc.assert(
    fc.property(name, steps, fc.boolean(), (wording, given, hasHeading) => {
      const figure = drawTimeline(wording, given, { hasHeading })
      checkFigure(figure)
      assert.deepEqual(drawTimeline(wording, structuredClone(given), { hasHeading }), figure)
    }),
    { seed: 41, numRuns: 200 },
  )
})
