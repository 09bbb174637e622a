// Transcripts as pages set them: whatever the markup, each turn reaches the reader with the label of its speaker.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../src/extract/extract.ts'
import type { Doc } from '../src/model/doc.ts'
import { asId } from '../src/model/id.ts'
import { wordsOf } from '../src/model/span.ts'
import { loadReader } from '../src/read/load-reader.ts'
import { read } from '../src/read/read.ts'

const reader = await loadReader({ rulesAlone: true })

const docOf = (body: string): Doc =>
  extract({
    bytes: new TextEncoder().encode(
      `<title>Press briefing by Corvin Roke | Ministry of Karsk</title><nav><a href="/">Home</a></nav><main><h1>Press briefing by Corvin Roke</h1>${body}</main>`,
    ),
    mediaType: 'text/html',
    capture: asId('c1'),
  })

type Turn = readonly [label: string, words: string]

const TURNS: readonly Turn[] = [
  ['MR. ROKE', 'Good afternoon. The ministry has sent its answer on the lock to the mission in Karsk this morning.'],
  ['QUESTION', 'Has Veldania offered to leave the dam before the spring, as the harbour masters were told?'],
  ['MR. ROKE', 'There is no such offer. We have said so to the envoys, and we say it again today.'],
  ['QUESTION', 'And what of the levy on grain that the senate voted for last week?'],
  ['MR. ROKE', 'The levy stands. Nobody has asked for it to be lifted, and nobody in this house will.'],
]

/** The forms in which real pages set turns. */
const FORMS: Readonly<Record<string, (turns: readonly Turn[]) => string>> = {
  paragraphs: (turns) => turns.map(([label, words]) => `<p>${label}: ${words}</p>`).join('\n'),
  'bold labels': (turns) => turns.map(([label, words]) => `<p><strong>${label}:</strong> ${words}</p>`).join('\n'),
  'bold labels, mark outside': (turns) => turns.map(([label, words]) => `<p><b>${label}</b>: ${words}</p>`).join('\n'),
  'labels alone': (turns) => turns.map(([label, words]) => `<p><b>${label}:</b></p><p>${words}</p>`).join('\n'),
  'labels as headings': (turns) => turns.map(([label, words]) => `<h4>${label}:</h4><p>${words}</p>`).join('\n'),
  'one break': (turns) => `<p>${turns.map(([label, words]) => `${label}: ${words}`).join('<br>\n')}</p>`,
  'two breaks': (turns) => `<div>${turns.map(([label, words]) => `${label}: ${words}`).join('<br><br>\n')}</div>`,
  'label, break, words': (turns) => turns.map(([label, words]) => `<p>${label}:<br>${words}</p>`).join('\n'),
  'a list of terms': (turns) =>
    `<dl>${turns.map(([label, words]) => `<dt>${label}</dt><dd>${words}</dd>`).join('')}</dl>`,
  'a list of terms with marks': (turns) =>
    `<dl>${turns.map(([label, words]) => `<dt>${label}:</dt><dd><p>${words}</p></dd>`).join('')}</dl>`,
  'a table': (turns) =>
    `<table>${turns.map(([label, words]) => `<tr><td>${label}</td><td>${words}</td></tr>`).join('')}</table>`,
  'a table with marks': (turns) =>
    `<table><tbody>${turns.map(([label, words]) => `<tr><th>${label}:</th><td>${words}</td></tr>`).join('')}</tbody></table>`,
  'a table of paragraphs': (turns) =>
    `<table>${turns.map(([label, words]) => `<tr><td><p>${label}</p></td><td><p>${words}</p></td></tr>`).join('')}</table>`,
  boxes: (turns) =>
    turns
      .map(
        ([label, words]) =>
          `<div class="turn"><div class="speaker">${label}:</div><div class="speech"><p>${words}</p></div></div>`,
      )
      .join('\n'),
}

/** Who is said to say what, by the marks that labels bear. */
async function turnsIn(doc: Doc): Promise<Turn[]> {
  const { attributions } = await read(doc, reader)
  return attributions.flatMap(({ source, cue, content }): Turn[] => {
    const mark = wordsOf(doc.text, cue)
    const label = source.kind === 'unstated' ? '' : wordsOf(doc.text, source.words)
    return mark === ':' || label === mark ? [[label, wordsOf(doc.text, content)]] : []
  })
}

for (const [form, set] of Object.entries(FORMS)) {
  test(`turns survive: ${form}`, async () => {
    const doc = docOf(set(TURNS))
    const found = await turnsIn(doc)
    assert.deepEqual(
      found.map(([label]) => label),
      TURNS.map(([label]) => label),
      doc.text,
    )
    for (const [index, [, words]] of TURNS.entries())
      assert.equal(found[index]?.[1].slice(0, 20), words.slice(0, 20), doc.text)
  })
}

test('Q and A in one paragraph, and names in small letters, are turns too', async () => {
  const short = docOf(`<p>Q: ${TURNS[1]?.[1]}<br>A: ${TURNS[2]?.[1]}<br>Q: ${TURNS[3]?.[1]}<br>A: ${TURNS[4]?.[1]}</p>`)
  assert.deepEqual(
    (await turnsIn(short)).map(([label]) => label),
    ['Q', '', 'Q', ''], // who answers is not told by the letter
    short.text,
  )
  const named = docOf(
    `<dl>${TURNS.map(([, words], index) => `<dt>${index % 2 ? 'Ilse Marrow' : 'Corvin Roke'}</dt><dd>${words}</dd>`).join('')}</dl>`,
  )
  assert.deepEqual(
    (await turnsIn(named)).map(([label]) => label),
    TURNS.map((_, index) => (index % 2 ? 'Ilse Marrow' : 'Corvin Roke')),
    named.text,
  )
})

test('a box of facts is no exchange', () => {
  const doc = docOf(
    `<p>${TURNS[0]?.[1]}</p><p>${TURNS[2]?.[1]}</p><dl><dt>Height</dt><dd>120 metres above the river</dd><dt>Built</dt><dd>Between the two wars</dd><dt>Owner</dt><dd>The ministry of Karsk</dd></dl><p>${TURNS[4]?.[1]}</p>`,
  )
  assert.doesNotMatch(doc.text, /Height:|Owner:/)
})
