import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findQuotations } from './find-quotations.ts'
import { docOf } from './read-text.contract.ts'

const quotationsIn = (text: string): string[] =>
  findQuotations(docOf(text)).map(({ start, end }) => text.slice(start, end))

test('paired marks of every style make a quotation', () => {
  assert.deepEqual(quotationsIn('“One,” she said. "Two." «Three». ‘Four’ stays, and it’s fine.'), [
    '“One,”',
    '"Two."',
    '«Three»',
    '‘Four’',
  ])
  assert.deepEqual(quotationsIn("''One,'' she said."), ["''One,''"])
})

test('inches, and a mark that nothing closes, open nothing', () => {
  assert.deepEqual(quotationsIn('A 6" pipe and a 10" pipe.'), [])
  assert.deepEqual(quotationsIn('“The offer is dead, she said.'), [])
})

test('a mark left open is taken up again in the next paragraph', () => {
  assert.deepEqual(quotationsIn('“We waited.\n“Then we left.”'), ['“We waited.', '“Then we left.”'])
})

/** Each text with the quotations in it. */
const ODD: readonly (readonly [string, ...string[]])[] = [
  // marks of several traditions, and nested ones
  ['Sie sagte: „Nein.“ Er sagte »Ja« und ging.', '„Nein.“', '»Ja«'],
  ['« The bridge is ours », she said.', '« The bridge is ours »'],
  ['‚Nein‘, she said. ‹No›, he said.', '‚Nein‘', '‹No›'],
  ['“He called it a “dead” offer,” she said.', '“He called it a “dead” offer,”'],
  ['"He called it a "dead" offer," she said.', '"He called it a "dead" offer,"'],
  ['“Hale told me ‘the offer is dead,’” she said.', '“Hale told me ‘the offer is dead,’”'],
  ['«He called it a “dead” offer», she said.', '«He called it a “dead” offer»'],
  ['”The offer is dead,” she said.', '”The offer is dead,”'],
  // single marks, and apostrophes that are none
  ['‘It isn’t Karsk’s treaty,’ she said. ‘It’s nobody’s.’', '‘It isn’t Karsk’s treaty,’', '‘It’s nobody’s.’'],
  ['‘The ministers’ plan failed,’ she said.', '‘The ministers’ plan failed,’'],
  ["'It was a good treaty,' she said.", "'It was a good treaty,'"],
  ["The ministers' plan of '31 was Karsk's, and the guards' too."],
  ['The ministers’ plan of ’31 was Karsk’s, and the guards’ too.'],
  // marks that do not fit one another
  ['“The offer is dead," she said.', '“The offer is dead,"'],
  ['"The offer is dead,” she said.', '"The offer is dead,”'],
  ['“The offer is dead,“ she said.', '“The offer is dead,“'],
  ['"The offer is dead. " she said.', '"The offer is dead. "'],
  // one mark missing
  ['The offer is dead,” she said.', 'The offer is dead,”'],
  ['The guests left. The offer is dead," she said. "Nobody called."', 'The offer is dead,"', '"Nobody called."'],
  ['“The offer is dead, she said. “Nobody called,” he said.', '“Nobody called,”'],
  ['"The offer is dead, she said. "Nobody called," he said.', '"Nobody called,"'],
  ['She said: “The offer is dead. Nobody called.', '“The offer is dead. Nobody called.'],
  ['She said: “The offer is dead.\nHe left. “It was late,” he said.', '“The offer is dead.', '“It was late,”'],
  ['“We waited.\nThen we left,” she said.', '“We waited.', 'Then we left,”'],
  ['“We saw the “grey” envelope.\n“Then we left.”', '“We saw the “grey” envelope.', '“Then we left.”'],
  ['“'],
  ['”'],
  ['""""""'],
  // a nickname is no quotation; a word in marks between capitals of a headline is one
  ['Corvin “the Fox” Hale and Ilse "Ironside" Marrow took their seats by the window.'],
  ['Karsk Calls Offer “Dead” After Talks', '“Dead”'],
]

test('odd marks quote what they plainly quote, and nothing else', () => {
  for (const [text, ...expected] of ODD) assert.deepEqual(quotationsIn(text), expected, text)
})
