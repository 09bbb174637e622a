import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Evidence } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import { listForms } from './list-forms.ts'
import { changeWords } from './tell-change.ts'

const at = (doc: string, quote: string): Evidence => ({
  doc: asId(doc),
  span: { start: 10, end: 10 + quote.length },
  quote,
})
const WHOLE = 'The pact, which nobody likes, is nearly dead'
const CUT = 'is nearly dead'
const FALSE = 'The pact is quite dead'

const MATCHES: readonly QuoteMatch[] = [
  { earlier: at('a', WHOLE), later: at('b', `${WHOLE}.`), verdict: 'verbatim', changes: [] },
  {
    earlier: at('a', WHOLE),
    later: at('c', CUT),
    verdict: 'trimmed',
    changes: [{ kind: 'cut', earlier: { start: 0, end: 28 } }],
  },
  { earlier: at('c', CUT), later: at('d', CUT), verdict: 'verbatim', changes: [] },
  {
    earlier: at('a', WHOLE),
    later: at('e', FALSE),
    verdict: 'altered inside marks',
    changes: [
      { kind: 'cut', earlier: { start: 10, end: 28 } },
      { kind: 'replaced', earlier: { start: 33, end: 39 }, later: { start: 12, end: 17 } },
    ],
  },
]
const DAYS: Readonly<Record<string, string>> = { a: '2031-03-04', b: '2031-03-05', c: '2031-03-07', d: '2031-03-06' }

test('a remark is listed in its forms, each under the report that printed it first', () => {
  const forms = listForms(MATCHES, [at('d', CUT)], (doc) => DAYS[doc])
  assert.deepEqual(
    forms.map((remark) => remark.map(({ printed, match }) => [printed.map(({ doc }) => doc), match?.verdict])),
    [
      [
        [['a', 'b'], undefined],
        [['d', 'c'], 'trimmed'],
        [['e'], 'altered inside marks'],
      ],
    ],
  )
})

test('a remark of other words is not listed', () => {
  const elsewhere = { ...at('a', WHOLE), span: { start: 900, end: 940 } }
  assert.deepEqual(
    listForms(MATCHES, [elsewhere], (doc) => DAYS[doc]),
    [],
  )
})

test('what was changed is told in the words of both forms', () => {
  const altered = MATCHES[3] ?? assert.fail()
  assert.equal(changeWords(altered), '“which nobody likes” left out; “nearly” became “quite”')
})
