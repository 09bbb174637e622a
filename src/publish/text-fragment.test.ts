// Text fragments by the grammar of the WICG's draft: what a browser reads out of them is the words, and only they.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../model/doc.ts'
import { makeSpan } from '../model/span.ts'
import { liveLink, textFragment } from './text-fragment.ts'

function makeDoc(paragraphs: readonly string[], url?: string) {
  const text = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((part): Block => {
    const span = makeSpan(text, at, at + part.length)
    at += part.length + 2
    return { kind: 'paragraph', span }
  })
  return { text, blocks, ...(url !== undefined && { url }) }
}

const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return makeSpan(text, start, start + words.length)
}

/** As the draft's grammar splits the directive: [prefix-,]start[,end][,-suffix]. */
function read(fragment: string) {
  const parts = fragment.split(',')
  const decode = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part))
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined
  assert.ok(parts.length === 1 || parts.length === 2, fragment)
  return { prefix: decode(prefix), start: decode(parts[0]), end: decode(parts[1]), suffix: decode(suffix) }
}

test('short words stand whole, with dash, comma and ampersand spelt out and their letters as they were', () => {
  const { text, blocks } = makeDoc(['Hale said on Tuesday: “A well-known & old tale, he added,” and left.'])
  const fragment = textFragment(text, blocks, spanOf(text, '“A well-known & old tale, he added,”'))
  assert.doesNotMatch(fragment, /[-,&“ ]/)
  assert.match(fragment, /A%20well%2Dknown%20%26%20old%20tale%2C/)
  assert.deepEqual(read(fragment).start, '“A well-known & old tale, he added,”')
})

test('a span that cuts a word takes all of it: a browser looks for whole words', () => {
  const { text, blocks } = makeDoc(['Karsk offered nothing at all.'])
  assert.equal(read(textFragment(text, blocks, spanOf(text, 'fered noth'))).start, 'offered nothing')
})

test('words that stand twice bring what stands around them, also where only their case differs', () => {
  const { text, blocks } = makeDoc(['No comment, said Hale.', 'Marrow had no comment either.'])
  const { prefix, start, suffix } = read(textFragment(text, blocks, spanOf(text, 'no comment')))
  assert.deepEqual([prefix, start, suffix], ['Marrow had', 'no comment', 'either.'])
  const first = read(textFragment(text, blocks, spanOf(text, 'No comment')))
  assert.deepEqual([first.prefix, first.suffix], [undefined, ', said Hale.'])
})

test('at the edge of a block the words around come from the block beside it', () => {
  const { text, blocks } = makeDoc(['They left.', 'They left.', 'Nobody knows why.'])
  const second = spanOf(text, 'They left.', 5)
  assert.deepEqual(read(textFragment(text, blocks, second)), {
    prefix: 'They left.',
    start: 'They left.',
    end: undefined,
    suffix: 'Nobody knows why.',
  })
})

test('a long stretch, or one over several blocks, is told by its ends; no part crosses a block', () => {
  const long = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ')
  const { text, blocks } = makeDoc([long, 'A second paragraph that ends here.'])
  const one = read(textFragment(text, blocks, spanOf(text, long)))
  assert.deepEqual(
    [one.start, one.end],
    ['word0 word1 word2 word3 word4 word5', 'word84 word85 word86 word87 word88 word89'],
  )
  const both = read(textFragment(text, blocks, makeSpan(text, 0, text.length)))
  assert.equal(both.end, 'A second paragraph that ends here.')
  for (const part of [both.start, both.end])
    assert.ok(blocks.some(({ span }) => text.slice(span.start, span.end).includes(part ?? '?')))
})

test('the link keeps the address and its fragment; an address that is none gives none', () => {
  const doc = makeDoc(['Karsk offered nothing.'], 'https://post.example/a?b=1&c=2')
  const span = spanOf(doc.text, 'offered')
  assert.equal(liveLink(doc, span), 'https://post.example/a?b=1&c=2#:~:text=offered')
  assert.equal(
    liveLink({ ...doc, url: 'https://post.example/a#entry-3' }, span),
    'https://post.example/a#entry-3:~:text=offered',
  )
  assert.equal(liveLink(doc), 'https://post.example/a?b=1&c=2')
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', undefined]) {
    assert.equal(liveLink({ text: doc.text, blocks: doc.blocks, ...(url !== undefined && { url }) }, span), undefined)
  }
})
