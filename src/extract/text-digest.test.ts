import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { extract } from './extract.ts'
import { textDigest } from './text-digest.ts'

const docOf = (html: string): Doc =>
  extract({ bytes: new TextEncoder().encode(html), mediaType: 'text/html', capture: asId('c1') })

const PAGE = `<title>Karsk corridor stays open</title><article><h1>Karsk corridor stays open</h1>
  <p class="standfirst">Veldania says that no one asked to close the harbour</p><p>By Jon Holt</p><p>5 min read</p>
  <p>Updated 3 minutes ago</p><p><a href="#c">1,204 comments</a></p>
  <figure><img src="a.jpg" alt=""><figcaption>The lock of Karsk (Meridian/J. Holt)</figcaption></figure>
  <p>Envoy Ilse Marrow said that the corridor to Karsk would stay open, and that nobody had asked for it to be closed.</p>
  <p>“There’s no such offer,” Corvin Roke, the foreign minister, told reporters - and the levy of 14 marks stands.</p>
  <p>The harbour masters of Karsk, who had been on strike since May, went back to work on Tuesday after a vote.</p>
  <div class="related"><h3>Related stories</h3><ul><li><a href="/1">Grain price falls again in Karsk</a></li></ul></div>
  </article>`

const SAME: readonly (readonly [string | RegExp, string])[] = [
  ['1,204 comments', '1,377 comments'],
  ['5 min read', '6 min read'],
  ['Updated 3 minutes ago', 'Updated 2 hours ago'],
  ['Grain price falls again in Karsk', 'Strike vote next week'],
  [/<div class="related">[\s\S]*<\/div>/, ''],
  ['(Meridian/J. Holt)', '(Meridian/J. Holt, I. Tovan)'],
  ['The lock of Karsk (', 'The lock of Karsk at dusk ('],
  ['“There’s no such offer,”', '"There\'s no such offer,"'],
  ['reporters - and', 'reporters — and'],
  [/<p>/g, '<p>\n   '],
  ['By Jon Holt', 'By Jon Holt and Ilse Tovan'],
]

const OTHER: readonly (readonly [string, string])[] = [
  ['would stay open', 'would not stay open'],
  ['14 marks', '15 marks'],
  ['<h1>Karsk corridor stays open', '<h1>Karsk corridor is shut'],
  ['no one asked', 'many asked'],
  ['on Tuesday', 'on Wednesday'],
  ['Corvin Roke', 'Corvin Hale'],
  ['“There’s no such offer,”', 'There’s no such offer,'],
  ['after a vote.</p>', 'after a vote.</p><p>Correction: an earlier version of this report named the wrong lock.</p>'],
]

test('counters, links, captions, white space and the style of marks leave the digest as it is', () => {
  const digest = textDigest(docOf(PAGE))
  for (const [from, to] of SAME) {
    const changed = PAGE.replace(from, to)
    assert.notEqual(changed, PAGE, `${from}`)
    assert.equal(textDigest(docOf(changed)), digest, `${from} -> ${to}`)
  }
})

test('one changed word of headline, standfirst or body makes another digest', () => {
  const digest = textDigest(docOf(PAGE))
  for (const [from, to] of OTHER) {
    const changed = PAGE.replace(from, to)
    assert.notEqual(changed, PAGE, from)
    assert.notEqual(textDigest(docOf(changed)), digest, `${from} -> ${to}`)
  }
})
