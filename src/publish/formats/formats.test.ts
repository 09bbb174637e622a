// The forms of an edition that are a single text: what stands in each, and that nothing from outside becomes markup, code or a
// template's command.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../../model/doc.ts'
import type { Item, Section } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { asId, type Id } from '../../model/id.ts'
import type { NonEmpty } from '../../model/span.ts'
import { compose } from '../compose.ts'
import { makeExampleWeek } from '../example-week.test.ts'
import { printedLines } from '../printed-lines.ts'
import { writeButtondown } from './buttondown.ts'
import { openNotes } from './cut-at-notes.ts'
import { drawEditionForFeed } from './draw-for-feed.ts'
import { writeGhost } from './ghost.ts'
import { inContext } from './in-context.ts'
import { writeListmonk } from './listmonk.ts'
import { renderNotedMarkdown } from './noted-markdown.ts'
import { renderPlainText } from './plain-text.ts'
import type { PrintedEdition } from './printed.ts'
import { renderSingleFile } from './single-file.ts'

const input = makeExampleWeek()
const edition = compose(input)
const URL_OF = 'https://paper.example/a b'
const findDoc = (id: Id<'doc'>): Doc | undefined => {
  const found = input.docs.find(({ doc }) => doc.id === id)?.doc
  return found && { ...found, url: URL_OF.replace(' ', '-') }
}
const draft: PrintedEdition = { version: { edition, number: 1, state: 'draft', corrections: [] }, findDoc }

/** The edition with words of somebody's own in every place that takes such. */
function printedWith(words: string): PrintedEdition {
  const line = printedLines(edition)[0]
  assert.ok(line)
  const own = { id: asId<'line'>('own'), text: words, by: words }
  const sections = edition.sections.map((section): Section => {
    const items = section.items.map((item): Item => {
      const lines = item.lines.map((each) => ({
        ...each,
        text: `${words} ${each.text}`,
        refs: [],
        reworded: { by: words, ruled: each.text, misses: [] },
      })) as unknown as NonEmpty<Item['lines'][number]>
      return { ...item, lines, own: [own] }
    })
    return { ...section, items, own: [own], note: words }
  })
  const watch = { id: 'dam', name: words, question: words }
  const corrections = [{ at: '2031-03-11T08:00:00.000Z', was: words, now: words, why: words }]
  const version: EditionVersion = {
    edition: { ...edition, watch, sections },
    number: 3,
    state: 'corrected',
    title: words,
    corrections,
  }
  const docs = new Map(input.docs.map(({ doc }) => [doc.id, { ...doc, title: words, outlet: words, url: words }]))
  return { version, at: '2031-03-11T08:00:00.000Z', first: '2031-03-10T08:00:00.000Z', findDoc: (id) => docs.get(id) }
}

test('each footnote is there once, has its mark in the text, and no mark leads nowhere', () => {
  const { all } = openNotes(edition, findDoc)
  assert.ok(all.length > 5)
  const page = renderSingleFile(draft, 100)
  for (const { number, evidence } of all) {
    assert.equal(page.split(`id="words-${number}"`).length, 2, `note ${number}`)
    assert.equal(page.split(`id="mark-${number}"`).length, 2, `mark ${number}`)
    assert.ok(page.includes(`href="#words-${number}"`))
    assert.ok(renderPlainText(draft).replace(/\s+/g, ' ').includes(` [${number}]`), evidence.quote)
    assert.ok(renderNotedMarkdown(draft).includes(`[^${number}]`))
  }
  for (const [, number] of page.matchAll(/href="#(?:words|mark)-(\d+)"/g)) {
    assert.ok(all.some((note) => note.number === Number(number)))
  }
})

test('plain text keeps to 72 columns, but for addresses, and says what is a draft', () => {
  const text = renderPlainText(draft)
  for (const line of text.split('\n')) assert.ok(line.length <= 72 || /^ *https?:\S+$/.test(line), line)
  assert.match(text, /^Readout\n\nThe week of 3 to 9 March 2031\n={29}\n/)
  assert.match(text, /\nDraft\. It was not issued/)
  assert.match(text, /\nTHE LEAD\n-{8}\n/)
  assert.match(text, /\n {4}https:\/\/paper\.example\/a-b\n/)
})

test('words stand in their paragraph and never past it; what is cut is marked', () => {
  const text = 'A headline.\n\nOne two three four five six seven.\n\nAnother paragraph.'
  const blocks = [
    { kind: 'headline' as const, span: { start: 0, end: 11 } },
    { kind: 'paragraph' as const, span: { start: 13, end: 47 } },
    { kind: 'paragraph' as const, span: { start: 49, end: 67 } },
  ]
  const at = text.indexOf('four')
  const evidence = { doc: asId<'doc'>('d'), span: { start: at, end: at + 4 }, quote: 'four' }
  const near = inContext({ text, blocks }, evidence, 5)
  assert.deepEqual(near, { before: 'three ', words: 'four', after: ' five', isCutBefore: true, isCutAfter: true })
  const whole = inContext({ text, blocks }, evidence, 500)
  assert.deepEqual([whole.before, whole.after], ['One two three ', ' five six seven.'])
  assert.deepEqual([whole.isCutBefore, whole.isCutAfter], [false, false])
})

test('a correction is shown with its day, what was said, what is said now, and why, in every form', () => {
  const corrections = [
    { at: '2031-03-11T08:00:00.000Z', was: 'Karsk fell.', now: 'Karsk held.', why: 'The desk misread it.' },
    { at: '2031-03-12T08:00:00.000Z', was: 'It rained.', why: 'Nobody said so.' },
  ]
  const version: EditionVersion = { edition, number: 3, state: 'corrected', corrections }
  const corrected: PrintedEdition = {
    version,
    at: '2031-03-12T08:00:00.000Z',
    first: '2031-03-10T08:00:00.000Z',
    findDoc,
  }
  const forms = [
    renderSingleFile(corrected, 100),
    renderPlainText(corrected),
    renderNotedMarkdown(corrected),
    drawEditionForFeed(corrected),
  ]
  for (const form of forms) {
    const plain = form.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    assert.match(plain, /Issued on 10 March 2031, corrected on 12 March 2031/)
    assert.match(plain, /12 March 2031\. This was taken out\..*Why: Nobody said so\..*11 March 2031/)
    assert.match(plain, /It said: Karsk fell\..*It says now: Karsk held\..*Why: The desk misread it/)
  }
})

test('what newsletter tools take is what they document', () => {
  const campaign = JSON.parse(writeListmonk(draft, [3], 'https://news.example/editions/2031-W10.html'))
  assert.deepEqual(Object.keys(campaign).slice(0, 7), [
    'name',
    'subject',
    'lists',
    'type',
    'content_type',
    'body',
    'altbody',
  ])
  assert.deepEqual([campaign.lists, campaign.type, campaign.content_type], [[3], 'regular', 'html'])
  assert.equal(campaign.altbody, renderPlainText(draft))

  const { meta, data } = JSON.parse(writeGhost(draft, '2031-03-10T08:00:00.000Z'))
  assert.deepEqual(meta, { exported_on: Date.parse('2031-03-10T08:00:00.000Z'), version: '6.0.0' })
  const [post] = data.posts
  assert.deepEqual([post.status, post.published_at, post.type], ['draft', undefined, 'post'])
  assert.equal(data.posts_tags[0].post_id, post.id)
  assert.equal(data.posts_tags[0].tag_id, data.tags[0].id)

  const [, front = '', body = ''] = writeButtondown(draft).split(/^---$/m)
  assert.match(front, /^subject: "Readout: The week of 3 to 9 March 2031"$/m)
  assert.match(front, /^status: "draft"$/m)
  assert.match(body, /## The lead/)
})

const TEMPLATES = ['{{ .Subscriber.Email }}', '{% include "x" %}', '{# x #}', '{{{{', '{{ "{{" }}']
const ATTACKS = [
  '<script>top.pwned=1</script>',
  '"><img src=x onerror=top.pwned=1>',
  'javascript:top.pwned=1',
  ']]>',
  '---\nx: y',
]

test('nothing from outside is a command of a template there', () => {
  for (const words of TEMPLATES) {
    const printed = printedWith(words)
    const campaign = JSON.parse(writeListmonk(printed, []))
    for (const part of [campaign.subject, campaign.body, campaign.altbody]) {
      // what a Go template would do: take out the actions that print two braces, and find no other
      const rest = String(part).replaceAll('{{ "{{" }}', '')
      assert.ok(!rest.includes('{{'), words)
    }
    const body = writeButtondown(printed).split('\n---\n').slice(1).join('\n---\n')
    assert.doesNotMatch(body, /\{[{%#]/)
  }
})

test('nothing from outside is markup, a scheme that runs, or the end of a front matter', () => {
  for (const words of ATTACKS) {
    const printed = printedWith(words)
    for (const form of [renderSingleFile(printed, 100), drawEditionForFeed(printed)]) {
      assert.doesNotMatch(form, /<script|<img|<iframe|<base/i)
      assert.doesNotMatch(form, /(?:href|src)="(?!https?:|#)/i)
      assert.doesNotMatch(form, / on\w+=(?!&)[^&]*pwned[^&]*"[ >]/)
    }
    const markdown = renderNotedMarkdown(printed)
    assert.doesNotMatch(markdown, /(?<!\\)<(?!https?:)[a-z!/]/i)
    assert.doesNotMatch(markdown, /\]\(<?(?!https?:)/)
    const front = writeButtondown(printed).split('\n---\n')[0] ?? ''
    const fields = front.split('\n').slice(1)
    assert.deepEqual(
      fields.map((field) => field.split(':')[0]),
      ['subject', 'status', 'email_type', 'slug', 'description'],
    )
    for (const field of fields) JSON.parse(field.slice(field.indexOf(':') + 1))
  }
})
