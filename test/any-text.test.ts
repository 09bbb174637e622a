// Any text whatever, broken ones too, the whole way from the characters handed in to ranges into them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { annotate } from '../src/desk/annotate.ts'
import { loadReader } from '../src/read/load-reader.ts'

const PIECES = [
  ...(
    "“ ” \" '' ' ‘ ’ „ ‚ « » — - : ; , . ? ( ) said told denied that according to reportedly Ilse Marrow MARROW Q. " +
    'MR. ROKE she the sources second source of declined to comment'
  ).split(' '),
  ...['\n', '\n\n', '\r\n', '\r', '\t', '\u0000', '\u001b', '\u200b', '\ufeff', 'e\u0301', '\ud800', '\udc00', '😀'],
]

test('no text makes annotate throw, and every range lies in the text as given', async () => {
  const reader = await loadReader()
  const made = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '')), { maxLength: 50, size: 'max' })
  const units = fc.array(fc.nat(0xffff), { maxLength: 120, size: 'max' })
  const odd = fc.oneof(
    made.map((parts) => parts.flat().join('')),
    units.map((codes) => String.fromCharCode(...codes)),
  )
  await fc.assert(
    fc.asyncProperty(odd, async (text) => {
      const line = { id: 1, text, published: undefined, outlet: undefined, title: undefined }
      const { attributions } = await annotate(line, reader)
      for (const { source, cue, content } of attributions)
        for (const [start, end] of [...source, ...cue, ...content])
          assert.ok(0 <= start && start < end && end <= text.length, `${start}-${end} of ${text.length}`)
    }),
    { seed: 29, numRuns: 120 },
  )
})
