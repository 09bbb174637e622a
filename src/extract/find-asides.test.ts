import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BlockKind, type Doc, textWithoutAsides, withoutAsides } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { extract } from './extract.ts'

const docOf = (body: string): Doc =>
  extract({
    bytes: new TextEncoder().encode(`<article><h1>Karsk corridor stays open</h1>${body}</article>`),
    mediaType: 'text/html',
    capture: asId('c1'),
  })
const of = (doc: Doc, kind: BlockKind): string[] =>
  doc.blocks.filter((block) => block.kind === kind).map(({ span }) => doc.text.slice(span.start, span.end))

const A =
  'Envoy Ilse Marrow said that the grain corridor to Karsk would stay open, and that nobody in Veldania, least of all the harbour masters, had asked for it to be closed.'
const B =
  'Corvin Hale, the foreign minister of Veldania, told reporters that his ships had waited long enough at the lock, and that the levy was a tax on bread by another name.'
const C = 'The harbour masters of Karsk, who had been on strike since May, went back to work on Tuesday after a vote.'

const SET_OFF: readonly string[] = [
  '<blockquote class="pullquote"><p>The levy was a tax on bread by another name</p></blockquote>',
  '<aside class="pull-quote"><p>“The levy was a tax on bread by another name”</p><cite>Corvin Hale, foreign minister</cite></aside>',
  '<blockquote><p>Nobody in Veldania, least of all the harbour masters, had asked</p></blockquote>',
  '<div class="article-pull-quote">His ships had waited long enough at the lock</div>',
]

test('words set off that the body has as well are a pull quote, with the name that signs them', () => {
  for (const box of SET_OFF) {
    const doc = docOf(`<p>${A}</p><p>${B}</p>${box}<p>${C}</p>`)
    assert.deepEqual(of(doc, 'paragraph'), [A, B, C], box)
    assert.deepEqual(of(doc, 'quote'), [], box)
    assert.ok(of(doc, 'pull-quote').length >= 1, box)
  }
})

test('a quotation that stands nowhere else is no pull quote, whatever its box is called', () => {
  const said = 'We never made such an offer, and we shall not make one while the lock is held against our ships.'
  for (const box of [`<blockquote><p>${said}</p></blockquote>`, `<blockquote class="pullquote">${said}</blockquote>`]) {
    const doc = docOf(`<p>${A}</p><p>${B}</p>${box}<p>${C}</p>`)
    assert.deepEqual(of(doc, 'quote'), [said])
    assert.deepEqual(of(doc, 'pull-quote'), [])
  }
})

test('a caption stays where it stands, without its credit; what is nothing but a credit goes', () => {
  const figure = (caption: string): string =>
    `<figure><img src="a.jpg" alt=""><figcaption>${caption}</figcaption></figure>`
  const doc = docOf(
    `${figure('The lock of Karsk on Monday. <span class="credit">Jon Holt</span>')}<p>${A}</p>
    ${figure('Ilse Marrow leaves the talks (Meridian/J. Holt)')}<p>${B}</p>${figure('Photo: Jon Holt')}<p>${C}</p>`,
  )
  assert.deepEqual(of(doc, 'paragraph'), [A, B, C])
  assert.deepEqual(of(doc, 'caption').slice(-1), ['Ilse Marrow leaves the talks'])
  assert.ok(doc.removed.some(({ text, reason }) => reason === 'photo credit' && text.includes('(Meridian/J. Holt)')))
  assert.doesNotMatch(doc.text, /Jon Holt|Photo/)
  const bare = withoutAsides(doc)
  assert.deepEqual(of(bare, 'caption'), [])
  assert.equal(bare.text, doc.text)
  assert.equal(textWithoutAsides(doc).length, doc.text.length)
  assert.doesNotMatch(textWithoutAsides(doc), /leaves the talks/)
})

test('boxes in the midst of a report go: letters, promotions, other stories', () => {
  const boxes = [
    '<div class="newsletter-signup"><h3>The Harbour at breakfast</h3><p>Ten headlines, every day, before the tide turns, for free.</p></div>',
    '<p><strong>Read more:</strong> <a href="/1">Harbour strike ends in Karsk</a></p>',
    '<p><a href="/2">Grain price falls again in Karsk</a></p>',
    '<aside><h4>More on this</h4><ul><li><a href="/3">Strike vote next week</a></li><li><a href="/4">Who pays</a></li></ul></aside>',
    '<div class="promo"><p>Listen to our new podcast on the harbours of Veldania, out every Friday.</p></div>',
    '<p>Sign up for our free weekly newsletter and never miss a talk.</p>',
  ]
  const doc = docOf(`<p>${A}</p>${boxes.slice(0, 3).join('')}<p>${B}</p>${boxes.slice(3).join('')}<p>${C}</p>`)
  assert.deepEqual(of(doc, 'paragraph'), [A, B, C])
  assert.deepEqual(of(doc, 'heading'), [])
})
