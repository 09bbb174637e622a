import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LookedAt } from './decision.ts'
import type { Doc } from './doc.ts'
import { asId } from './id.ts'
import { lookAt, reanchor } from './reanchor.ts'
import { makeSpan } from './span.ts'

function docOf(text: string, id = text, name = 'levy'): Doc {
  return {
    id: asId(id),
    capture: asId('c'),
    madeBy: 'extract@1',
    name,
    text,
    blocks: [],
    language: 'en',
    fields: [],
    removed: [],
  }
}

function look(text: string, words: string, from = 0): LookedAt {
  const start = text.indexOf(words, from)
  return lookAt(docOf(text), makeSpan(text, start, start + words.length), 'report-1')
}

function foundIn(words: LookedAt, text: string): number | undefined {
  return reanchor(words, docOf(text))?.start
}

const TEXT = 'Ilse Marrow denied the offer on Monday. Corvin Hale denied the offer as well.'

test('in the doc that was looked at the words stand where they stood', () => {
  const words = look(TEXT, 'denied')
  assert.deepEqual(reanchor(words, docOf(TEXT)), words.span)
})

test('in another doc of the report they are found by what stands around them, wherever they have moved', () => {
  const moved = `Menu\n\n${TEXT.replace('on Monday. ', 'on Monday.\n\n')}`
  assert.equal(foundIn(look(TEXT, 'denied'), moved), moved.indexOf('denied'))
  assert.equal(foundIn(look(TEXT, 'denied', 30), moved), moved.lastIndexOf('denied'))
  assert.equal(foundIn(look(TEXT, 'Monday. Corvin Hale'), moved), moved.indexOf('Monday.\n\nCorvin'))
})

test('one side is enough where only one place has it', () => {
  assert.equal(foundIn(look(TEXT, 'denied', 30), 'On Friday Corvin Hale denied it. Ilse Marrow denied that too.'), 22)
})

test('what only looks alike is not found: few words with other neighbours, or two places as good', () => {
  const only = TEXT.replace('Corvin Hale denied the offer as well.', 'Corvin Hale said nothing.')
  assert.equal(foundIn(look(TEXT, 'denied', 30), only), undefined)
  assert.equal(
    foundIn(look('He said it was over. Then he left', 'was over'), 'It said it was over! She said it was over?'),
    undefined,
  )
  assert.equal(foundIn(look(TEXT, 'denied'), 'Nobody spoke.'), undefined)
})

test('a long stretch that stands in one place only is found whatever stands around it', () => {
  const long = 'the ferries of Brissen will sail again before the ice breaks'
  assert.equal(foundIn(look(`She said that ${long}, and left.`, long), `“${long}” — so the envoy`), 1)
})

test('words of one report are not looked for in another', () => {
  assert.equal(reanchor(look(TEXT, 'denied'), docOf(TEXT, TEXT, 'other')), undefined)
})
