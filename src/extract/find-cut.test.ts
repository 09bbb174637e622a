import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { extract } from './extract.ts'
import { nameWall } from './name-wall.ts'

const docOf = (body: string, head = ''): Doc =>
  extract({
    bytes: new TextEncoder().encode(
      `<html><head>${head}</head><body><article><h1>Karsk corridor stays open</h1>${body}</article></body></html>`,
    ),
    mediaType: 'text/html',
    capture: asId('c1'),
  })

const P = (day: number): string =>
  `<p>Envoy Ilse Marrow said on day ${day} that the grain corridor to Karsk would stay open, and that nobody in Veldania, least of all the harbour masters, had asked for it to be closed.</p>`
const many = (count: number): string => Array.from({ length: count }, (_, day) => P(day)).join('')
const paid = (part = ''): string =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Karsk","isAccessibleForFree":"False"${part}}</script>`
const PART = ',"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}'

test('a text that ends at a wall is cut, and the wall is no part of it', () => {
  for (const wall of [
    'Subscribe to continue reading',
    'Subscribe now to read the full story',
    'To continue reading, please subscribe to the Harbour Post.',
    'This article is for subscribers only.',
    'Already a subscriber? Log in',
    'You have reached your limit of free articles this month.',
    'Log in or register to read on',
  ]) {
    const doc = docOf(`${many(2)}<div class="gate"><h3>${wall}</h3><p>One month for 1 mark.</p></div>`)
    assert.deepEqual(doc.cut, { by: 'paywall', sign: wall })
    assert.ok(!doc.text.includes(wall), wall)
    assert.ok(doc.removed.some(({ text, reason }) => reason === 'paywall' && text.includes(wall)))
  }
})

test('the data of the page says that a report is paid for: cut where its text is short, broken off or not there', () => {
  const sign = 'JSON-LD isAccessibleForFree'
  assert.deepEqual(docOf(many(3), paid()).cut, { by: 'paywall', sign })
  assert.deepEqual(docOf(`${many(6)}<p>The harbour masters of Karsk, who had been on…</p>`, paid()).cut?.sign, sign)
  assert.deepEqual(docOf(many(6), paid(PART)).cut?.sign, sign)
})

test('a whole text is not cut, whatever is sold beside it', () => {
  assert.equal(docOf(many(6), paid()).cut, undefined)
  assert.equal(docOf(`${many(2)}<div class="paid">${many(5)}</div>`, paid(PART)).cut, undefined)
  assert.equal(docOf(`${many(14)}<p>Subscribe to continue reading</p>`).cut, undefined)
  assert.equal(docOf(many(2)).cut, undefined)
  assert.equal(docOf(`<p>Subscribe to continue reading</p>${many(3)}`).cut, undefined)
})

test('sentences of a report are no walls', () => {
  for (const line of [
    'Subscribe to the theory that the levy will fall, Ilse Marrow told reporters, and you will wait.',
    'To continue reading the treaty as a promise, Roke said, is a mistake.',
    'This article is one of nine that the senate struck out.',
    'Members only voted on Tuesday.',
  ])
    assert.equal(nameWall(line), undefined, line)
})
