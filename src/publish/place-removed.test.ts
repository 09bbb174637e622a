// What was left out, put back where it stood on the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Removed } from '../model/doc.ts'
import { makeSpan } from '../model/span.ts'
import { placeRemoved } from './place-removed.ts'

// processor time: the clock tells of other work on the machine
const spentMs = (): number => process.threadCpuUsage().user / 1000

const text = 'Dam talks\n\nHale said nothing & left.\n\nMarrow stayed.'
const blocks = ['Dam talks', 'Hale said nothing & left.', 'Marrow stayed.'].map((words): Block => {
  const start = text.indexOf(words)
  return { kind: 'paragraph', span: makeSpan(text, start, start + words.length) }
})
const removed: Removed[] = [
  { text: 'Share this', reason: 'share buttons' },
  { text: 'Home News', reason: 'menu' },
  { text: 'Read more: the weather', reason: 'teaser' },
  { text: 'not on the page', reason: 'menu' },
]
const page = `<nav>Home <a>News</a></nav><h1>Dam talks</h1><script>"Marrow stayed."; Share this</script><!-- Share this -->
<p>Hale <b>said</b> nothing &amp; left.</p><p>Read more: the weather</p><p>Marrow stayed.</p><div>Share&nbsp;this</div>`

test('each follows the block that it followed on the page; what is not on it has no place', () => {
  assert.deepEqual(
    placeRemoved({ removed, blocks, text }, page, true).map((one) => [one.removed.reason, one.after]),
    [
      ['menu', -1],
      ['teaser', 1],
      ['share buttons', 2],
    ],
  )
})

test('a page that never closes what it opens is read once, and places what it can', () => {
  const broken = `<p>Dam talks</p>Share this${'<script '.repeat(200_000)}`
  const begun = spentMs()
  assert.deepEqual(
    placeRemoved({ removed, blocks, text }, broken, true).map((one) => one.after),
    [0],
  )
  assert.ok(spentMs() - begun < 2000)
  assert.deepEqual(
    placeRemoved({ removed, blocks, text }, 'Home News\nDam talks', false).map((one) => one.after),
    [-1],
  )
})
