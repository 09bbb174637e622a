import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import { docOf, readText } from './read-text.contract.ts'

const RADIO = 'Radio Karsk'

/** Texts with the `via` of each attribution, in order. */
const CARRIED: readonly (readonly [string, readonly string[]])[] = [
  // the same people, whenever they told it
  ['Two officials said the paper was real.\nThe officials told Radio Karsk that it was short.', [RADIO, RADIO]],
  // one more of those who told it
  [
    'Two diplomats told Radio Karsk that the talks had failed. A third person said Karsk had walked out.',
    [RADIO, RADIO],
  ],
  // the same talk goes on, in marks or with "added"
  ['Corvin Hale told Radio Karsk that the offer was dead. “We tried,” he said.', [RADIO, RADIO]],
  ['Corvin Hale told Radio Karsk that the offer was dead. He added that nobody had asked for it.', [RADIO, RADIO]],
  ['Corvin Hale told Radio Karsk that the offer was dead, adding that nobody had asked for it.', [RADIO, RADIO]],
  [
    'Corvin Hale explained in the Northern Courier that the offer was dead.\n“We tried,” Hale writes.',
    ['Northern Courier', 'Northern Courier'],
  ],
  // another day, another hearer, another speaker in between: another talk
  ['Corvin Hale told Radio Karsk that the offer was dead. “We tried,” he said on Tuesday.', [RADIO, '']],
  ['Corvin Hale told Radio Karsk that the offer was dead. “We tried,” he told reporters.', [RADIO, '']],
  [
    'Corvin Hale told Radio Karsk that the offer was dead. Ilse Marrow said it stood. “We tried,” Hale said.',
    [RADIO, '', ''],
  ],
  ['Corvin Hale told Radio Karsk that the offer was dead. “We tried,” Hale later said.', [RADIO, '']],
  // what he says outside marks may be from anywhere
  ['Corvin Hale told Radio Karsk that the offer was dead. Hale said that the dam was full.', [RADIO, '']],
  // hearsay in a passage that retells an outlet
  ['Radio Karsk reported that Karsk had asked for a truce. Veldania reportedly turned the offer down.', ['', RADIO]],
  ['Radio Karsk reported that Karsk had asked for a truce.\nVeldania reportedly turned the offer down.', ['', '']],
]

test('what an outlet was told is told it further on, as far as the text ties it to the outlet', async () => {
  for (const [text, expected] of CARRIED) {
    const { shown } = await readText(text, { outlet: 'The Calvermoor Post' })
    assert.deepEqual(
      shown.map(({ via }) => via.join(', ')),
      expected,
      text,
    )
  }
})

const REWRITE =
  'A Veldanian source denied any talks.\n' +
  '“It failed,” a Karskan source told Radio Karsk.\n' +
  'A Lindrian official said there had been no talks. The official noted that nobody had asked.\n' +
  'The foreign ministry declined to comment on the matter.\n' +
  'Critics said the bridge was ugly. Ilse Marrow said on Monday that the offer was dead.'

test('a rewrite that names one outlet has its unnamed sources and refusals from it, and nothing public', async () => {
  const { shown } = await readText(REWRITE)
  assert.deepEqual(
    shown.map(({ source, via }) => [source, via.join(', ')]),
    [
      ['A Veldanian source', RADIO],
      ['a Karskan source', RADIO],
      ['A Lindrian official', RADIO],
      ['The official', RADIO],
      ['The foreign ministry', RADIO],
      ['Critics', ''],
      ['Ilse Marrow', ''],
    ],
  )
  const [first] = shown
  const [words] = first?.attribution.via.flatMap((source) => source.words) ?? []
  assert.equal(words && REWRITE.slice(words.start, words.end), RADIO)
})

test('a report with voices of its own has only what it ties to the outlet', async () => {
  const open = (text: string, fields = {}): Promise<string[]> =>
    readText(text, fields).then(({ shown }) => shown.filter(({ via }) => via.length > 0).map(({ source }) => source))
  const told = ['a Karskan source']
  assert.deepEqual(await open(REWRITE, { outlet: 'The Calvermoor Post' }), told)
  assert.deepEqual(await open(REWRITE, { byline: 'Ilse Marrow' }), told)
  assert.deepEqual(await open(`KARSK (Meridian) — ${REWRITE}`), told)
  assert.deepEqual(await open(`${REWRITE}\nAn envoy told this newspaper that the dam was full.`), told)
  const block = { ...docOf(REWRITE), id: asId<'doc'>('x') }
  const bylined = { blocks: block.blocks.map((each, i) => (i === 0 ? { ...each, kind: 'byline' as const } : each)) }
  assert.deepEqual(await open(REWRITE, bylined), told)
})

test('two outlets told: each unnamed source keeps its own, the others none', async () => {
  const { shown } = await readText(`${REWRITE}\nA Lindrian diplomat told the Northern Courier that the dam was full.`)
  assert.deepEqual(shown.map(({ via }) => via.join(', ')).filter(Boolean), [RADIO, 'Northern Courier'])
})

test('an outlet’s own report is told nobody in between', async () => {
  const text = 'Corvin Hale told Radio Karsk that the offer was dead. “We tried,” he added.'
  const { shown } = await readText(text, { outlet: RADIO })
  assert.deepEqual(
    shown.map(({ via }) => via.join(', ')),
    ['', ''],
  )
  assert.equal(shown[0]?.attribution.hearer?.kind, 'outlet')
})
