// Highlights never change the text, whatever they overlap with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markText, type TextMark } from './mark-text.ts'

const mark = (start: number, end: number, kind: TextMark['kind'] = 'evidence'): TextMark => ({
  span: { start, end },
  kind,
  ...(kind === 'evidence' && { anchor: `c${start}-${end}` }),
})

const table: [string, TextMark[], string][] = [
  ['one mark', [mark(2, 4)], 'ab<mark id="c2-4">cd</mark>efgh'],
  ['one inside the other', [mark(3, 4), mark(2, 6)], 'ab<mark id="c2-6">c<mark id="c3-4">d</mark>ef</mark>gh'],
  [
    'two that cross',
    [mark(1, 4), mark(3, 6)],
    'a<mark id="c1-4">bc<mark id="c3-6">d</mark></mark><mark class="more">ef</mark>gh',
  ],
  ['two that touch', [mark(0, 2), mark(2, 4)], '<mark id="c0-2">ab</mark><mark id="c2-4">cd</mark>efgh'],
  [
    'a role inside evidence',
    [mark(1, 5), mark(1, 3, 'source')],
    'a<mark id="c1-5"><span class="source">bc</span>de</mark>fgh',
  ],
  ['one that began in a block above', [mark(-3, 2)], '<mark class="more">ab</mark>cdefgh'],
]

for (const [name, marks, wanted] of table) {
  test(name, () => {
    const moved = marks.map((each) => ({ ...each, span: { start: each.span.start + 10, end: each.span.end + 10 } }))
    const text = '..........abcdefgh'
    assert.equal(String(markText(text, { start: 10, end: 18 }, moved)), wanted)
  })
}

test('the words come out as they went in, and each anchor once', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 6 }), fc.constantFrom('evidence', 'source', 'content')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(spans, (found) => {
      const text = 'a<b>&"c d e f'
      const marks = found.map(([start, length, kind]) =>
        mark(start, Math.min(text.length, start + length), kind as TextMark['kind']),
      )
      const unique = [
        ...new Map(marks.map((each) => [`${each.kind} ${each.anchor ?? marks.indexOf(each)}`, each])).values(),
      ]
      const page = String(markText(text, { start: 0, end: text.length }, unique))
      const shown = page
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
      assert.equal(shown, text)
      const anchors = [...page.matchAll(/id="(c\d+-\d+)"/g)].map(([, id]) => id)
      assert.deepEqual(anchors.toSorted(), unique.flatMap(({ anchor }) => anchor ?? []).toSorted())
      assert.equal(page.split('<mark').length, page.split('</mark>').length)
    }),
    { seed: 11 },
  )
})
