// How long folding near-copies takes for 84 and for 840 articles, and what of it is spent on cutting texts into words; and
// for 840 prints of one story, where every shingle is shared by all. Needs PolNeAR beside the checkout.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { foldAllCopies } from '../src/link/fold-all-copies.ts'
import { makeText } from '../src/link/shingle-text.ts'
import { readQuotations } from '../test/corpus/read-quotations.ts'
import { type Article, loadArticles } from '../test/gold/draw-acts.ts'
import { median, timed } from './measure.ts'

const RUNS = 5
const CORPUS = join(import.meta.dirname, '..', '..', 'shared', 'corpora', 'polnear')

if (existsSync(CORPUS)) {
  const articles = loadArticles(CORPUS)
  const [train, dev] = [articles.filter(({ part }) => part === 'train'), articles.filter(({ part }) => part === 'dev')]
  await measure('dev articles', dev)
  await measure('train articles', train)
  const longest = dev.toSorted((a, b) => b.text.length - a.text.length)[0]
  await measure('prints of one story', longest ? train.map(({ id }) => ({ ...longest, id })) : [])
} else console.log('PolNeAR is not beside this checkout (../shared/corpora/polnear): not measured')

async function measure(what: string, articles: readonly Article[]): Promise<void> {
  const reads = articles.map(({ id, text, publisher, date }) =>
    readQuotations({ id, text, outlet: publisher, published: date }),
  )
  const [whole, words]: [number[], number[]] = [[], []]
  let copies = 0
  for (let run = 0; run < RUNS; run++) {
    words.push(await timed(() => reads.map(makeText)))
    whole.push(
      await timed(() => {
        copies = foldAllCopies(reads).length
      }),
    )
  }
  const [all, cut] = [median(whole), median(words)]
  console.log(
    `${reads.length} ${what}: ${all.toFixed(0)} ms (median of ${RUNS}), of it ${cut.toFixed(0)} ms for words and shingles; ${copies} pairs share text`,
  )
}
