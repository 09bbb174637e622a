import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, Line, Section } from '../../model/edition.ts'
import { asId } from '../../model/id.ts'
import { listLineChanges } from './edition-changes.ts'

const line = (id: string, text = `The line ${id}.`): Line => ({
  id: asId<'line'>(id),
  text,
  claims: [],
  evidence: [{ doc: asId<'doc'>('d'), span: { start: 0, end: 1 }, quote: 'T' }],
})

function edition(sections: Readonly<Record<string, readonly (string | Line)[]>>): Edition {
  const made = Object.entries(sections).map(
    ([kind, lines]): Section => ({
      kind: kind as Section['kind'],
      items: lines.map((each) => ({ lines: [typeof each === 'string' ? line(each) : each] })),
    }),
  )
  return { id: asId<'edition'>('e'), week: '2031-W10', asOf: { number: 1, before: '' }, sections: made }
}

const told = (before: Edition, after: Edition): string[] =>
  listLineChanges(before, after).map(({ what, line: id, section }) => `${id} ${what} ${section}`)

test('what is put in, taken out, reworded and moved is told, and nothing else', () => {
  const before = edition({ lead: ['a', 'b', 'c', 'd'], 'in other news': ['e', 'f'] })
  assert.deepEqual(told(before, before), [])
  const after = edition({ lead: ['a', 'c', 'd', 'b', 'n'], 'in other news': [line('e', 'Otherwise.')] })
  assert.deepEqual(told(before, after), [
    'b moved lead',
    'n added lead',
    'e reworded in other news',
    'f dropped in other news',
  ])
})

test('a line in another section has moved, whatever the order', () => {
  const before = edition({ lead: ['a', 'b'], 'in other news': ['c'] })
  assert.deepEqual(told(before, edition({ lead: ['a'], 'in other news': ['b', 'c'] })), ['b moved in other news'])
})

test("an editor's own lines are lines", () => {
  const before = edition({ lead: ['a'] })
  const own = { id: asId<'line'>('o'), text: 'Of our own.', by: 'Ada Orme' }
  const [lead, ...rest] = before.sections
  const after = { ...before, sections: [{ ...(lead as Section), own: [own] }, ...rest] }
  assert.deepEqual(told(before, after), ['o added lead'])
  assert.deepEqual(told(after, before), ['o dropped lead'])
})
