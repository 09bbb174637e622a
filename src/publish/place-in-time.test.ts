// Words of a report's day become the day that they meant.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeReport } from './example-week.test.ts'
import { writeLine } from './write-line.ts'

const WORDS = 'Envoy Ilse Marrow said that the troops would leave the dam today.'

function lineOf(published: string, written?: string): string | undefined {
  const told = {
    who: 'marrow',
    role: 'official',
    source: 'Envoy Ilse Marrow',
    cue: 'said',
    content: 'that the troops would leave the dam today',
  } as const
  const { doc, reading } = makeReport({ name: 'dam', outlet: 'Meridian', published, paragraphs: [WORDS], told: [told] })
  const [attribution] = reading.attributions
  assert.ok(attribution)
  const field = { name: 'published', value: written ?? '', path: 'meta' } as const
  const own = { ...doc, fields: written === undefined ? [] : [field as unknown as (typeof doc.fields)[number]] }
  return writeLine({ doc: own, reading, attribution, claims: [], matter: '' })?.text
}

test('today is the day of the calendar where the report was printed', () => {
  const late = '2031-03-05T03:30:00.000Z'
  assert.match(lineOf(late) ?? '', / on 5 March /)
  assert.match(lineOf(late, '2031-03-04T22:30:00-05:00') ?? '', / on 4 March /)
})
