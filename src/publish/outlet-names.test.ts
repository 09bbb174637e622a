// A name in a script that runs from right to left would pull the comma and the day after it to its other side: wherever one stands before
// a day it is apart from it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from './compose.ts'
import { editionTitle, titleWithin } from './edition-title.ts'
import { makeExampleWeek } from './example-week.test.ts'
import { drawEditionForFeed } from './formats/draw-for-feed.ts'
import type { PrintedEdition } from './formats/printed.ts'
import { renderSingleFile } from './formats/single-file.ts'
import { renderSiteEdition } from './formats/site-pages.ts'
import { serverLinks } from './links.ts'
import { writeEditionLetter } from './mail/write-edition-letter.ts'
import { renderEdition } from './render-html.ts'
import { renderPassage } from './review/render-passage.ts'

const OUTLET = 'صوت كارسك'
const input = makeExampleWeek()
const docs = new Map(input.docs.map(({ doc }) => [doc.id, { ...doc, outlet: OUTLET }]))
const edition = compose({
  ...input,
  docs: input.docs.map((read) => ({ ...read, doc: { ...read.doc, outlet: OUTLET } })),
})
const printed: PrintedEdition = {
  version: { edition, number: 1, state: 'issued', corrections: [] },
  findDoc: (id) => docs.get(id),
}
const report = { title: 'Karsk', outlet: OUTLET, published: '2031-03-04T09:00:00.000Z', href: '/report/x' }
const mailed = { ...printed, links: serverLinks, browser: '/edition', leave: '/unsubscribe/abc', pictures: [] }

const FORMS = {
  page: renderEdition(edition, serverLinks, printed.findDoc),
  'single file': renderSingleFile(printed, 50),
  site: renderSiteEdition(printed, serverLinks, () => undefined),
  feed: drawEditionForFeed(printed),
  letter: writeEditionLetter(mailed).html,
  passage: renderPassage({ text: 'Karsk', marks: [], report }).toString(),
}

for (const [form, drawn] of Object.entries(FORMS)) {
  test(`an outlet’s name stands apart from the day after it: ${form}`, () => {
    const before = [...drawn.matchAll(new RegExp(`(.{0,30})${OUTLET}((?:</\\w+>)?), \\d+ March 2031`, 'g'))]
    assert.ok(before.length > 0)
    for (const [all, tag, end] of before) assert.ok(end !== '' && /<(?:bdi|strong dir="auto")>$/.test(tag ?? ''), all)
  })
}

test('behind the desk’s name only its own words begin small', () => {
  const named = (name: string) => titleWithin(editionTitle({ ...edition, watch: { id: 'nato', name } }))
  assert.equal(titleWithin(editionTitle(edition)), 'the week of 3 to 9 March 2031')
  assert.equal(named('NATO talks'), 'NATO talks: the week of 3 to 9 March 2031')
  assert.equal(named('Tessel'), 'Tessel: the week of 3 to 9 March 2031')
})
