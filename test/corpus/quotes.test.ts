// Was a quotation changed inside its marks: printings made by change-quotes.ts from the direct quotations of PolNeAR's
// dev articles. The rules were written on train articles that are not set aside.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { compareQuotes } from '../../src/link/compare-quotes.ts'
import { isAltered } from '../../src/model/quote-match.ts'
import { type Article, loadArticles } from '../gold/draw-acts.ts'
import { changeQuotes, listQuotations, type Printing } from './change-quotes.ts'
import floors from './floors.json' with { type: 'json' }

const SEED = 20261125
const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'polnear')
const skip = existsSync(CORPUS)
  ? false
  : 'PolNeAR is not beside this checkout (../shared/corpora/polnear): not measured'

function quotationsOf(articles: readonly Article[]): string[] {
  const found = articles.flatMap(({ text, marked }) => marked.flatMap(({ content }) => listQuotations(text, content)))
  return [...new Set(found)]
}

function isCalledChanged({ earlier, later }: Printing): boolean {
  const comparison = compareQuotes(earlier, later)
  return isAltered(comparison) || comparison.verdict === 'paraphrase'
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}

test(`quotations: changed ones are told from harmless ones (seed ${SEED})`, { skip }, (t) => {
  const articles = loadArticles(CORPUS)
  const parts = {
    train: articles.filter(({ isHeld }) => !isHeld),
    dev: articles.filter(({ part }) => part === 'dev'),
  }
  const wrongOf = process.env.SHOW_WRONG // the name of a part: prints what is wrong in it
  for (const [part, of] of Object.entries(parts)) {
    const printings = changeQuotes(quotationsOf(of), SEED).map((one) => ({ ...one, isCalled: isCalledChanged(one) }))
    const changed = printings.filter(({ isChanged }) => isChanged)
    const harmless = printings.filter(({ isChanged }) => !isChanged)
    const hits = changed.filter(({ isCalled }) => isCalled).length
    const alarms = harmless.filter(({ isCalled }) => isCalled).length
    const figures = {
      f1: percent(2 * hits, hits + alarms + changed.length),
      'false alarms': percent(alarms, harmless.length),
    }
    t.diagnostic(`${part}: ${changed.length} changed, ${harmless.length} harmless: ${JSON.stringify(figures)}`)
    for (const [kind, same] of Map.groupBy(printings, (one) => one.kind)) {
      const right = same.filter(({ isChanged, isCalled }) => isChanged === isCalled).length
      t.diagnostic(`  ${kind}: ${right} of ${same.length}`)
    }
    if (part === wrongOf)
      for (const one of printings.filter(({ isChanged, isCalled }) => isChanged !== isCalled).slice(0, 60))
        console.log(one, compareQuotes(one.earlier, one.later))
    if (part !== 'dev') continue
    assert.ok(figures.f1 >= floors.quotes.f1, `f1 fell to ${figures.f1}, under its floor of ${floors.quotes.f1}`)
    const most = floors.quotes['false alarms at most']
    assert.ok(figures['false alarms'] <= most, `false alarms rose to ${figures['false alarms']}, over ${most}`)
  }
})
