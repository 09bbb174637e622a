// A planted breach of each kind is found and named; a sound edition has none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, Line } from '../model/edition.ts'
import { asId } from '../model/id.ts'
import { type Breach, checkEdition } from './check-edition.ts'
import { compose } from './compose.ts'
import { makeExampleWeek } from './example-week.test.ts'

const input = makeExampleWeek()
const edition = compose(input)
const findDoc = (id: string) => input.docs.find(({ doc }) => doc.id === id)?.doc

/** Breaches after the first line of the lead was changed. */
function plant(change: (line: Line) => Line): Breach[] {
  const [lead, ...rest] = edition.sections
  const [item] = lead?.items ?? []
  assert.ok(lead && item)
  const [first, ...lines] = item.lines
  const changed: Edition = {
    ...edition,
    sections: [{ ...lead, items: [{ ...item, lines: [change(first), ...lines] }] }, ...rest],
  }
  return checkEdition(changed, findDoc)
}

test('the sound edition has no breach', () =>
  assert.deepEqual(
    plant((line) => line),
    [],
  ))

test('words that moved in the stored text are found', () => {
  const shifted = plant((line) => {
    const [first, ...rest] = line.evidence
    return {
      ...line,
      evidence: [{ ...first, span: { start: first.span.start + 1, end: first.span.end + 1 } }, ...rest],
    }
  })
  assert.equal(shifted.length, 1)
  assert.match(shifted[0]?.reason ?? '', /^offer does not have “Karsk offered/)
  assert.match(shifted[0]?.line.text ?? '', /^Karsk offered/)
})

test('evidence of a report that is not there is found', () => {
  const lost = plant((line) => ({
    ...line,
    evidence: [{ ...line.evidence[0], doc: asId('gone') }, ...line.evidence.slice(1)],
  }))
  assert.match(lost[0]?.reason ?? '', /not in the archive/)
})

test('a quotation that is not the words is found, closed or not', () => {
  for (const quoted of ['“Karsk offered to freeze the lime”', '“Karsk gave up', '“karsk offered”']) {
    const changed = plant((line) => ({ ...line, refs: [], text: `${quoted} and so on.` }))
    assert.equal(changed.length, 1, quoted)
    assert.match(changed[0]?.reason ?? '', /stands in none of its evidence/)
  }
})

test('a copied word that was changed is found', () => {
  const changed = plant((line) => ({ ...line, text: line.text.replace('freeze', 'breach') }))
  assert.match(changed[0]?.reason ?? '', /is not copied from its evidence/)
})
