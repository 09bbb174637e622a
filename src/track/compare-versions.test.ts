import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Doc } from '../model/doc.ts'
import { asId } from '../model/id.ts'
import { compareVersions } from './compare-versions.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

const HALE = 'Corvin Hale said on Tuesday that the levy would rise by 30 percent.'
const DAM = 'Karsk has held the Ketter dam since the spring of 2029, its envoy Ilse Marrow said.'
const TALKS = 'Talks in Ostmere are to go on next week, two diplomats told the Courier.'

function docOf(...[headline, ...paragraphs]: readonly string[]): Doc {
  const parts = [headline ?? '', ...paragraphs]
  let at = 0
  const blocks = parts.map((part, i): Block => {
    const span = { start: at, end: at + part.length }
    at = span.end + 2
    return { kind: i === 0 ? 'headline' : 'paragraph', span }
  })
  const text = parts.join('\n\n')
  const rest = { language: 'en', fields: [], removed: [], madeBy: 'extract@1', name: 'levy' } as const
  return { id: asId('d'), capture: asId('c'), text, blocks, title: parts[0] ?? '', ...rest }
}

/** "[-was-] {+became+}", moved paragraphs in angle brackets. */
function show(first: Doc, second: Doc): string {
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)
  const shown = compareVersions(first, second).stretches.map((stretch) => {
    if (stretch.kind === 'removed') return `[-${cut(first.text, stretch.earlier)}-]`
    if (stretch.kind === 'added') return `{+${cut(second.text, stretch.later)}+}`
    return stretch.kind === 'moved' ? `<${cut(second.text, stretch.later)}>` : cut(second.text, stretch.later)
  })
  return shown.join(' ')
}

test('a number corrected, a word denied, and the rest kept', () => {
  const first = docOf('Levy to rise', HALE, DAM)
  const second = docOf('Levy to rise', HALE.replace('30', '13'), DAM.replace('has held', 'has never held'))
  assert.equal(
    show(first, second),
    'Levy to rise Corvin Hale said on Tuesday that the levy would rise by [-30-] {+13+} percent Karsk has {+never+} held the Ketter dam since the spring of 2029, its envoy Ilse Marrow said',
  )
  const { words, headline } = compareVersions(first, second)
  assert.deepEqual(words, { kept: 31, removed: 1, added: 2 })
  assert.equal(headline, undefined)
})

test('a changed headline is named; marks, case and white space change nothing', () => {
  const first = docOf('Levy to rise', `“${HALE}”`)
  const { headline } = compareVersions(first, docOf('Levy is dropped', HALE))
  assert.deepEqual(headline, { was: 'Levy to rise', became: 'Levy is dropped' })
  const same = compareVersions(first, docOf('LEVY TO  RISE', `"${HALE.replace('said on', 'said  on')}"`))
  assert.deepEqual([same.words.removed, same.words.added, same.headline], [0, 0, undefined])
})

test('a paragraph that stands elsewhere was moved, not removed', () => {
  const { stretches, words } = compareVersions(docOf('Levy', HALE, DAM, TALKS), docOf('Levy', TALKS, HALE, DAM))
  assert.deepEqual(
    stretches.map(({ kind }) => kind),
    ['kept', 'moved', 'kept', 'kept'],
  )
  assert.deepEqual([words.removed, words.added], [0, 0])
})

test('every stretch holds the words of its text, and all words are in one', () => {
  const [first, second] = [docOf('Levy', HALE, DAM), docOf('The levy', TALKS, HALE.replace('Tuesday', 'Monday'))]
  const { stretches, words } = compareVersions(first, second)
  const count = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  assert.equal(words.kept + words.removed, count(first.text))
  assert.equal(words.kept + words.added, count(second.text))
  for (const stretch of stretches) {
    if ('earlier' in stretch && 'later' in stretch) {
      const cut = (text: string, span: { start: number; end: number }) => text.slice(span.start, span.end)
      assert.equal(cut(first.text, stretch.earlier).toLowerCase(), cut(second.text, stretch.later).toLowerCase())
    } else assert.ok(stretch.at >= 0)
  }
})

test('where words were put in, the place in the earlier text is known', () => {
  const first = docOf('Levy', 'The offer stands.')
  const found = compareVersions(first, docOf('Levy', 'The offer no longer stands.')).stretches
  const added = found.find(({ kind }) => kind === 'added')
  assert.equal(added?.kind === 'added' && first.text.slice(0, added.at), 'Levy\n\nThe offer')
})

test('an empty text, a long one with a number changed in each paragraph, and one rewritten, are compared in seconds', () => {
  assert.equal(compareVersions(docOf('', ''), docOf('Levy', HALE)).words.added, 14)
  const long = (seed: number) =>
    docOf('Levy', ...Array.from({ length: 2000 }, (_, at) => `${HALE} It was day ${at * seed} of ${seed} in Karsk.`))
  const started = spentMs()
  const same = compareVersions(long(1), long(1))
  assert.deepEqual([same.words.removed, same.comparedTo], [0, undefined])
  assert.equal(compareVersions(long(1), long(7)).words.removed, 5998) // with the "of" between two numbers
  const { isByParagraph, stretches } = compareVersions(long(1), docOf('Levy', `${DAM} `.repeat(1500)))
  assert.ok(spentMs() - started < 20_000)
  assert.ok(isByParagraph && stretches.length > 0)
  assert.equal(compareVersions(docOf('Levy', 'word '.repeat(100_001)), docOf('Levy', 'word')).comparedTo, 100_000)
})
