// Near-copies are told from articles that are only alike: docs made by make-copies.ts from PolNeAR's dev articles, with
// leads, speeches and closing lines of train articles that are set aside. The rules were written on the other train ones.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import { foldAllCopies } from '../../src/link/fold-all-copies.ts'
import { isNearCopy } from '../../src/link/fold-copies.ts'
import type { ReadDoc } from '../../src/model/ledger.ts'
import { loadArticles } from '../gold/draw-acts.ts'
import floors from './floors.json' with { type: 'json' }
import { type MadeDoc, makeCopies, sharedPart } from './make-copies.ts'
import { readQuotations } from './read-quotations.ts'

const SEED = 20261125
const NEAR = 0.3 // share of the shorter one's words from which on a pair counts as near-copies
const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'polnear')
const skip = existsSync(CORPUS)
  ? false
  : 'PolNeAR is not beside this checkout (../shared/corpora/polnear): not measured'

function readOf({ id, outlet, published, paragraphs }: MadeDoc): ReadDoc {
  const text = paragraphs.map((one) => one.text).join('\n\n')
  return readQuotations({ id, text, outlet, published })
}

test(`copies: near-copies are folded, articles of one day are not (seed ${SEED})`, { skip }, (t) => {
  const articles = loadArticles(CORPUS)
  const donors = articles.filter(({ part, isHeld }) => part === 'train' && isHeld)
  const parts = {
    train: [articles.filter(({ isHeld }) => !isHeld).slice(0, 168), donors.slice(0, 140)],
    dev: [articles.filter(({ part }) => part === 'dev'), donors.slice(140)],
  } as const
  for (const [part, [bases, others]] of Object.entries(parts)) {
    const docs = makeCopies(bases, others, SEED)
    const reads = docs.map(readOf)
    const before = performance.now()
    const folded = foldAllCopies(reads)
    const took = Math.round(performance.now() - before)
    const near = new Set(folded.filter(isNearCopy).map(({ earlier, later }) => `${earlier} ${later}`))
    const tally = { hits: 0, missed: 0, wrong: 0, between: 0, 'wrong of one day': 0 }
    const missedOf = new Map<string, number>()
    for (const [later, doc] of docs.entries()) {
      for (const [earlier, other] of docs.slice(0, later).entries()) {
        const share = sharedPart(other, doc)
        const isFolded = near.has(`${earlier} ${later}`)
        const isHard = [other, doc].every(({ kind }) => ORIGINAL.has(kind))
        if (share > 0 && share < NEAR && !isHard) tally.between++
        else if (share >= NEAR && !isHard) {
          tally[isFolded ? 'hits' : 'missed']++
          const kinds = `${other.kind} / ${doc.kind}`
          if (!isFolded) missedOf.set(kinds, (missedOf.get(kinds) ?? 0) + 1)
        } else if (isFolded) {
          tally.wrong++
          if (other.published === doc.published) tally['wrong of one day']++
          t.diagnostic(`  folded: ${other.kind} ${other.id} and ${doc.kind} ${doc.id}, which share ${share.toFixed(2)}`)
        }
      }
    }
    const { hits, missed, wrong } = tally
    const f1 = Math.round((2000 * hits) / (2 * hits + missed + wrong)) / 10
    t.diagnostic(`${part}: ${docs.length} docs in ${took} ms, f1 ${f1}: ${JSON.stringify(tally)}`)
    for (const [kinds, count] of missedOf) t.diagnostic(`  missed ${count}: ${kinds}`)
    if (part !== 'dev') continue
    assert.ok(f1 >= floors.copies.f1, `f1 fell to ${f1}, under its floor of ${floors.copies.f1}`)
    assert.equal(tally['wrong of one day'], 0)
  }
})

/** Articles as they are, or with something in them that another has too and that makes neither a copy. */
const ORIGINAL: ReadonlySet<string> = new Set(['article', 'closing lines', 'one speech', 'background'])
