// Texts that no reporter would file: endless ones, empty ones, and any characters whatever.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeSpan } from '../model/span.ts'
import { readWhole } from './read-text.contract.ts'

const LONG = Number(process.env.READOUT_WORDS ?? 6000) // forty thousand make the long run

test(`a text of ${LONG} words is read through, and what was put into it is found`, {
  timeout: 400_000,
}, async () => {
  const plain = 'The river ran past the mill and under the bridge, and nobody on either bank looked up. '
  const spoken = (n: number): string => `“The offer of page ${n} is dead,” Ilse Marrow told Meridian News Agency.`
  const paragraphs = Array.from({ length: LONG / 80 }, (_, n) =>
    n % 25 === 20 ? spoken(n) : plain.repeat(5 + (n % 3)).trim(),
  )
  const text = paragraphs.join('\n')
  assert.ok(text.split(' ').length > LONG)
  const { shown } = await readWhole(text)
  assert.equal(shown.length, LONG / 2000)
  for (const { source, content } of shown) {
    assert.equal(source, 'Ilse Marrow')
    assert.match(content, /^“The offer of page \d*(?:20|45|70|95) is dead,”$/)
  }
})

test(`one paragraph of ${LONG / 5} words, marks or names is read through as well`, {
  timeout: 400_000,
}, async () => {
  const pieces = ['“The offer ', '"', 'Marrow said, ', 'Q: ', '— ', 'ROKE: No. ', 'Corvin “the Fox” Hale ', '‘ ', '» ']
  for (const piece of pieces) await readWhole(piece.repeat(Math.ceil((0.3 * LONG) / piece.length)))
  await readWhole('according to Ilse Marrow and to nobody else '.repeat(LONG / 40))
})

test('a text without a sentence says nothing', async () => {
  for (const text of [
    '',
    ' ',
    '\n\n',
    '42',
    '— — —',
    '---',
    '…',
    '“”',
    '""',
    '.',
    ':',
    '\u00a0\u200b',
    '1.\n2.\n3.',
    '\ufeff',
  ]) {
    const { shown, reading } = await readWhole(text)
    assert.deepEqual(shown, [], JSON.stringify(text))
    assert.deepEqual(reading.notes, [], JSON.stringify(text))
  }
})

/** Pieces of which readers come to grief: marks of all kinds, words of saying, halves of characters. */
const PIECE = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...`“ ” " '' ' ‘ ’ „ ‚ « » ‹ › — – - -- : ; , . … ! ? ( ) [ ] @`.split(' ')),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...(
        'said says told SAYS DENIES denied that according to reportedly adding Ilse Marrow MARROW Q A Q. MR. ROKE ' +
        'she he it they the sources second source of officials whether not declined to comment'
      ).split(' '),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\t', ' ', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u0000', '\ud83d', '\u0007', '\u200f', '\u0301', '\ufeff', '👩‍👩‍👧'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)

/** Texts are well-formed before they come to be read; test/any-text.test.ts tries those that are not. */
async function readsSoundly(odd: string): Promise<void> {
  const text = odd.toWellFormed()
  const { reading, doc } = await readWhole(text)
  for (const { cue, content } of reading.attributions)
    for (const { start, end } of [...cue, ...content]) makeSpan(doc.text, start, end)
}

test('no text of marks, cue words and stray characters makes the reader throw', async () => {
  const text = fc
    .array(fc.tuple(PIECE, fc.constantFrom('', ' ')), { maxLength: 60, size: 'max' })
    .map((parts) => parts.flat().join(''))
  await fc.assert(fc.asyncProperty(text, readsSoundly), { seed: 19, numRuns: 200 })
})

test('no string of any code units makes the reader throw', async () => {
  const units = fc.array(fc.nat(0xffff), { maxLength: 200, size: 'max' }).map((codes) => String.fromCharCode(...codes))
  await fc.assert(fc.asyncProperty(units, readsSoundly), { seed: 23, numRuns: 100 })
})
