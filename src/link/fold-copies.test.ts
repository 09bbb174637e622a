import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldCopies } from './fold-copies.ts'
import { makeRead } from './make-read.contract.ts'

const STORY =
  'The delegates left the hotel by the kitchen door after nine hours, and none of them would say whether the paper on the table had been touched. A porter carried out four crates of unopened water and a box of pencils.'
const OWN = 'The harbour of Brissen has been dredged every spring since the old mole was built.'
const REMARK =
  '“We have waited at this bridge since the snow went, and we shall wait until the list is read out in full, name by name, by somebody who can be asked about it afterwards.”'

test('running text shared by two docs is found with its places in both', () => {
  const [agency, reprint] = [
    makeRead({ name: 'agency', text: STORY }),
    makeRead({ name: 'reprint', text: `${OWN}\n\n${STORY}` }),
  ]
  const [copy, ...others] = foldCopies([agency, reprint])
  assert.deepEqual([copy?.earlier, copy?.later, others.length], [0, 1, 0])
  const [passage] = copy?.passages ?? []
  const words = passage && [
    agency.doc.text.slice(passage[0].start, passage[0].end),
    reprint.doc.text.slice(passage[1].start, passage[1].end),
  ]
  assert.equal(words?.[0], words?.[1])
  assert.ok((words?.[0]?.length ?? 0) > 200)
})

test('a quotation that two reporters heard makes no copy', () => {
  const reports = ['a', 'b'].map((name) => makeRead({ name, text: `${REMARK} the mayor of ${name} said.` }))
  assert.deepEqual(foldCopies(reports), [])
})

test('docs that share nothing, or too little to read, are no copies', () => {
  assert.deepEqual(foldCopies([makeRead({ name: 'a', text: STORY }), makeRead({ name: 'b', text: OWN })]), [])
  assert.deepEqual(foldCopies([makeRead({ name: 'a', text: OWN }), makeRead({ name: 'b', text: OWN })]), [])
})
