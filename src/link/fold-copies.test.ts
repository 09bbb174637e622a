import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldAllCopies } from './fold-all-copies.ts'
import { isNearCopy } from './fold-copies.ts'
import { groupCopies } from './group-copies.ts'
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
  const [copy, ...others] = foldAllCopies([agency, reprint])
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
  assert.deepEqual(foldAllCopies(reports), [])
})

const paragraphs = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    ['first', 'second', 'third', 'last']
      .map(
        (part) => `The ${part} part of what ${name} tells in its paragraph of number ${i + 1} is told by ${name} alone`,
      )
      .join('. '),
  )

test('a cut copy, one with a new lead, one in another order and one that was edited are near-copies', () => {
  const story = paragraphs('Ostmere', 8)
  const made = {
    cut: story.slice(0, 3),
    headed: [...paragraphs('Tolvar', 2), ...story.slice(1)],
    stirred: story.toReversed(),
    edited: story.map((words) => words.replace(/second part/g, 'later part').replace(/ alone/g, ' only')),
  }
  for (const [name, text] of Object.entries(made)) {
    const reads = [story, text].map((each, at) => makeRead({ name: `${name}-${at}`, text: each.join('\n\n') }))
    assert.deepEqual(foldAllCopies(reads).map(isNearCopy), [true], name)
  }
})

test('a spliced report stands with both its stories, and they do not become one', () => {
  const [one, other] = [paragraphs('Ostmere', 6), paragraphs('Tolvar', 6)]
  const reads = [one, other, [...one.slice(0, 3), ...other.slice(3)]].map((text, at) =>
    makeRead({ name: `r${at}`, published: `2031-03-0${at + 1}`, text: text.join('\n\n') }),
  )
  const groups = groupCopies(reads, foldAllCopies(reads))
  assert.deepEqual(
    groups.map(({ first, copies }) => [first, copies.map(({ doc }) => doc)]),
    [
      ['doc-r0', ['doc-r2']],
      ['doc-r1', ['doc-r2']],
    ],
  )
  const [theirs, own] = groups[0]?.copies[0].shared[0] ?? []
  assert.equal(theirs?.quote, own?.quote)
})

test('a copy printed before its original is put with it all the same, under the report printed first', () => {
  const story = paragraphs('Ostmere', 6)
  const reads = [story, story.slice(0, 4)].map((text, at) =>
    makeRead({ name: `r${at}`, published: `2031-03-0${2 - at}`, text: text.join('\n\n') }),
  )
  assert.deepEqual(
    groupCopies(reads, foldAllCopies(reads)).map(({ first, copies }) => [first, copies[0].of, copies[0].share]),
    [['doc-r1', 'doc-r1', 1]],
  )
})

const CLOSING =
  'The Ostmere Courier has reported from the river since the first ferry sank, and keeps a list of all who were lost. Write to our desk at the old mole if you know of somebody who is missing from it, by name and by day.'

test('two reports of one outlet that end on the same lines share nothing', () => {
  const reports = (outlets: readonly [string, string]) =>
    outlets.map((outlet, at) =>
      makeRead({ name: `r${at}`, outlet, text: [...paragraphs(`place ${at}`, 6), CLOSING].join('\n\n') }),
    )
  assert.deepEqual(foldAllCopies(reports(['Ostmere Courier', 'Ostmere Courier'])), [])
  assert.deepEqual(foldAllCopies(reports(['Ostmere Courier', 'Tolvar Post'])).map(isNearCopy), [false]) // yet a lineage
})

test('docs that share nothing, or too little to read, are no copies', () => {
  assert.deepEqual(foldAllCopies([makeRead({ name: 'a', text: STORY }), makeRead({ name: 'b', text: OWN })]), [])
  assert.deepEqual(
    foldAllCopies([makeRead({ name: 'a', text: OWN }), makeRead({ name: 'b', text: `${OWN} It rained.` })]),
    [],
  )
})

test('a short text that another outlet prints word for word is a copy', () => {
  const text = 'Karsk has offered to open the Orle dam by June, a Karskan official said.'
  const reports = ['Askevar Wire', 'Halvia Tribune'].map((outlet) => makeRead({ name: outlet, outlet, text }))
  assert.deepEqual(foldAllCopies(reports).map(isNearCopy), [true])
  const other = makeRead({ name: 'other', outlet: 'Post', text: text.replace('June', 'July') })
  assert.deepEqual(foldAllCopies([...reports.slice(0, 1), other]), [])
})
