// Invented pairs of contents, each labelled one claim, contrary or other, held against the judgement that joins claims. A
// join that is none, or that has the polarity wrong, is a false join; precision counts first.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeOneClaim } from '../../src/link/judge-one-claim.ts'
import { loadEmbedder } from '../../src/link/load-embedder.ts'
import { makeStatement, type Statement } from '../../src/link/make-statement.ts'
import type { Vector } from '../../src/model/vector.ts'

interface Floors {
  readonly precision: number
  readonly recall: number
}

const GOLD = join(import.meta.dirname, '..', 'gold')
const { claims: floors } = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
  claims: Record<string, Floors>
}
const LABELS: ReadonlySet<string> = new Set(['one', 'contrary', 'other'])

const embedder = await loadEmbedder()
const stateWith = (text: string, vector?: Vector): Statement => ({
  ...makeStatement(text, [], true),
  ...(vector && { vector }),
})

for (const [name, { precision, recall }] of Object.entries(floors)) {
  test(`claims: the pairs of ${name} are told apart, by words and sense`, async (t) => {
    const [, ...lines] = readFileSync(join(GOLD, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    const sums = { joined: 0, right: 0, wanted: 0 }
    const words = { joined: 0, right: 0 }
    for (const line of lines) {
      const [label = '', kind = '', a = '', b = ''] = line.split('\t')
      assert.ok(LABELS.has(label) && b !== '', `not a pair: ${line}`)
      const found = labelOf(stateWith(a, await embedder.embed(a)), stateWith(b, await embedder.embed(b)))
      const byWords = labelOf(stateWith(a), stateWith(b))
      if (label !== 'other') sums.wanted++
      if (found !== 'other') sums.joined++
      if (found !== 'other' && found === label) sums.right++
      if (byWords !== 'other') words.joined++
      if (byWords !== 'other' && byWords === label) words.right++
      if (found !== label) t.diagnostic(`${label}, found ${found} (${kind}): ${a} / ${b}`)
    }
    const [exact, whole] = [percent(sums.right, sums.joined), percent(sums.right, sums.wanted)]
    t.diagnostic(`precision ${exact}, floor ${precision}; recall ${whole}, floor ${recall}`)
    t.diagnostic(
      `words alone: precision ${percent(words.right, words.joined)}, recall ${percent(words.right, sums.wanted)}`,
    )
    assert.ok(lines.length >= 60)
    assert.ok(exact >= precision, `precision fell to ${exact}`)
    assert.ok(whole >= recall, `recall fell to ${whole}`)
  })
}

function labelOf(a: Statement, b: Statement): string {
  const { isOne, isContrary } = judgeOneClaim(a, b)
  if (!isOne) return 'other'
  return isContrary ? 'contrary' : 'one'
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}
