import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, Line } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { compose } from '../compose.ts'
import { makeExampleWeek } from '../example-week.test.ts'
import { serverLinks } from '../links.ts'
import type { MailedEdition } from './letter.ts'
import { plainLine } from './subject-of.ts'
import { writeConfirmationLetter } from './write-confirmation-letter.ts'
import { writeCorrectionLetter } from './write-correction-letter.ts'
import { writeEditionLetter } from './write-edition-letter.ts'

const ORIGIN = 'https://desk.example'

function mailedWeek(change: (edition: Edition) => Partial<EditionVersion> = () => ({})): MailedEdition {
  const input = makeExampleWeek()
  const edition = compose(input)
  const docs = new Map(input.docs.map(({ doc }) => [doc.id, doc]))
  return {
    version: { edition, number: 2, state: 'issued', corrections: [], ...change(edition) },
    findDoc: (id) => docs.get(id),
    links: { ...serverLinks, report: (name, evidence) => ORIGIN + serverLinks.report(name, evidence) },
    browser: `${ORIGIN}/edition/${edition.week}`,
    leave: `${ORIGIN}/unsubscribe/abc`,
    pictures: [],
  }
}

test('every mark leads to its footnote and back, in both forms each footnote has its address', () => {
  const { html, text } = writeEditionLetter(mailedWeek())
  const marks = [...html.matchAll(/href="#note-(\d+)"/g)].map(([, number]) => number)
  const notes = [...html.matchAll(/id="note-(\d+)"/g)].map(([, number]) => number)
  assert.ok(notes.length > 3)
  assert.deepEqual([...new Set(marks)].toSorted(), notes.toSorted())
  for (const number of notes) {
    assert.equal(html.split(`id="mark-${number}"`).length, 2, `one mark ${number}`)
    assert.match(html, new RegExp(`href="#mark-${number}"`))
    assert.match(text, new RegExp(`\\[${number}\\] .*\\n(?:    .*\\n)*    https://desk\\.example/report/`))
  }
  const addresses = [...html.matchAll(/href="(?!#)([^"]+)"/g)].map(([, address]) => address ?? '')
  assert.ok(
    addresses.every((address) => address.startsWith(ORIGIN)),
    addresses.join(' '),
  )
})

test('a letter loads nothing, runs nothing, and bears its style in its elements', () => {
  const { html } = writeEditionLetter(mailedWeek())
  assert.doesNotMatch(html, /<script|<link|<img|src=|@import|url\(/)
  for (const [tag] of html.matchAll(/<(?:p|h\d|td|a)[ >][^>]*/g)) assert.match(`${tag}>`, /style="/, tag)
  assert.match(html, /prefers-color-scheme: dark/)
})

test('no line of plain text but an address is longer than 72 characters; flowed lines end with a space', () => {
  const { text } = writeEditionLetter(mailedWeek())
  for (const line of text.split('\n')) if (!line.includes('https://')) assert.ok(line.length <= 72, line)
  assert.ok(text.split('\n').filter((line) => line.endsWith(' ')).length > 3)
  assert.match(text, /\n-- \nYou get this/)
  assert.doesNotMatch(text, /<\/?(?:p|a|td|sup)\b|&\w+;/)
})

test('the subject has the week and the lead, and no line break whatever they hold', () => {
  const { subject } = writeEditionLetter(mailedWeek())
  assert.equal(subject, 'Readout, 3 to 9 March 2031: Karsk weighs a freeze of the Tessel line')
  assert.equal(plainLine('a\r\nBcc: x@evil.example\u2028b\u0000\t c'), 'a Bcc: x@evil.example b c')
  assert.ok([...plainLine('word '.repeat(100))].length <= 140)
  assert.equal([...plainLine('x'.repeat(500))].length <= 140, true)
})

test('corrections are shown with their day and reason, and sent on by themselves', () => {
  const corrections = [
    {
      at: '2031-03-11T08:00:00.000Z',
      was: 'Karsk offered peace.',
      now: 'Karsk offered a freeze.',
      why: 'the wrong word',
    },
    { at: '2031-03-12T08:00:00.000Z', was: 'Nobody denied it.', why: 'somebody did' },
  ]
  const mailed = mailedWeek(() => ({ state: 'corrected', corrections }))
  for (const letter of [writeEditionLetter(mailed), writeCorrectionLetter(mailed, corrections)]) {
    const flat = letter.text.replace(/ ?\n/g, ' ')
    assert.match(flat, /Corrected on 12 March 2031\. It said: Nobody denied it\. It was taken out\. Why: somebody did/)
    assert.match(letter.html, /<del>Karsk offered peace\.<\/del>/)
    assert.match(letter.html, /Corrected on 11 March 2031/)
    assert.ok(letter.text.indexOf('12 March 2031.') < letter.text.indexOf('11 March 2031.'), 'the newest first')
  }
  assert.equal(writeCorrectionLetter(mailed, corrections).subject, 'Correction: Readout, 3 to 9 March 2031')
})

test('words of other hands stay words', () => {
  const attack = '<img src=x onerror=alert(1)>"\'&lt;'
  const mailed = mailedWeek((edition) => ({
    title: attack,
    edition: {
      ...edition,
      watch: { id: 'w', name: attack, question: attack },
      sections: edition.sections.map((section) => ({
        ...section,
        own: [{ id: 'l' as Line['id'], text: attack, by: attack }],
        items: section.items.map((item) => ({
          ...item,
          lines: [{ ...item.lines[0], text: attack, refs: [] }] as const,
        })),
      })),
    },
  }))
  const { html, text, subject } = writeEditionLetter(mailed)
  assert.doesNotMatch(html, /<img|onerror=alert\(1\)>"/)
  assert.ok(text.includes(attack))
  assert.ok(subject.includes(attack))
  const asked = writeConfirmationLetter({
    source: attack,
    address: attack,
    confirm: `${ORIGIN}/x`,
    until: '2031-03-12',
  })
  assert.doesNotMatch(asked.html, /<img/)
})

test('a line that was reworded says by whom', () => {
  const reword = (line: Line): Line => ({
    ...line,
    refs: [],
    reworded: { by: 'Ada Orme', ruled: line.text, misses: [] },
  })
  const mailed = mailedWeek((edition) => {
    const [first, ...rest] = edition.sections
    assert.ok(first)
    const items = first.items.map((item) => ({ ...item, lines: [reword(item.lines[0])] as const }))
    return { edition: { ...edition, sections: [{ ...first, items }, ...rest] } }
  })
  const { html, text } = writeEditionLetter(mailed)
  assert.equal(html.split('<span class="soft">(worded by Ada Orme)</span>').length, 2)
  assert.equal(text.replace(/\s+/g, ' ').split(' (worded by Ada Orme)').length, 2)
})

test('a question that ends with a mark gets no stop behind it', () => {
  const openingOf = (question: string): string => {
    const watch = { id: 'dam', name: 'The Ketter dam', question }
    return writeEditionLetter(mailedWeek((edition) => ({ edition: { ...edition, watch } }))).text.replace(/\s+/g, ' ')
  }
  assert.match(openingOf('Who holds it?'), / Who holds it\? Four reports/)
  assert.match(openingOf('diplomacy around the dam'), / diplomacy around the dam\. Four reports/)
})

test('an editor’s line says that it is the editor’s', () => {
  const own = [{ id: 'own' as Line['id'], text: 'We were away on Friday.', by: 'Ada Orme' }]
  const { html, text } = writeEditionLetter(
    mailedWeek((edition) => ({
      edition: {
        ...edition,
        sections: edition.sections.map((section, i) => (i === 0 ? { ...section, own } : section)),
      },
    })),
  )
  assert.match(html, /The editor, Ada Orme:<\/span> We were away/)
  assert.match(text, /The editor, Ada Orme: We were away/)
})

test('the letter that asks for a confirmation leads to a page and says until when', () => {
  const { html, text } = writeConfirmationLetter({
    source: 'Readout',
    address: 'anna@reader.example',
    confirm: `${ORIGIN}/subscribe/confirm/abc`,
    until: '2031-03-15T12:00:00.000Z',
  })
  assert.match(text, /\nhttps:\/\/desk\.example\/subscribe\/confirm\/abc\n/)
  assert.match(text, /15 March 2031/)
  assert.match(html, /href="https:\/\/desk\.example\/subscribe\/confirm\/abc"/)
})
