// Whom a pronoun, a bare surname or a bare role means: against a hundred sources of PolNeAR dev, of which a person has read
// who is meant (test/gold/who.tsv). No rule was written on these articles; of them only these counts were looked at. The
// texts belong to their publishers and are read where they lie; where they do not lie, the test says so.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadReader } from '../../src/read/load-reader.ts'
import { type Judged, readMarked } from '../../src/read/read-marked.contract.ts'
import { docOf } from '../../src/read/read-text.contract.ts'
import { type Article, loadArticles } from '../gold/draw-acts.ts'
import { groupOfWho } from '../gold/draw-who.ts'
import { loadWho } from '../gold/load-labels.ts'
import { judgeWho, type Verdict } from '../gold/score-who.ts'

const CORPUS = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora', 'polnear')
const missing = existsSync(CORPUS) ? undefined : CORPUS
const floors = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as { who: Record<string, number> }
).who

test('whom a pronoun, a surname and a role mean stays above its floors', {
  skip: missing ? `${missing} is not here: not measured` : false,
}, async (t) => {
  const { tagger } = await loadReader({ rulesAlone: true })
  const byId = new Map(loadArticles(CORPUS).map((article) => [article.id, article]))
  const judged = new Map<string, Map<string, Judged>>()
  const verdicts: { group: string; verdict: Verdict }[] = []
  for (const { document, attribution, who } of loadWho()) {
    const article = byId.get(document) as Article
    const doc = docOf(article.text, { name: document, published: article.date })
    const own = judged.get(document) ?? readMarked(doc, article.marked, tagger)
    judged.set(document, own)
    const one = article.marked.find(({ id }) => id === attribution)
    const group = (one && groupOfWho(one, article.text)) ?? 'gone'
    verdicts.push({ group, verdict: judgeWho(who, own.get(attribution)) })
  }
  assert.equal(verdicts.length, 100)
  const count = (group: string | undefined, ...wanted: Verdict[]): number =>
    verdicts.filter((one) => (group === undefined || one.group === group) && wanted.includes(one.verdict)).length
  for (const group of ['pronoun', 'surname', 'role', undefined]) {
    const all = count(group, 'right', 'wrong', 'no answer')
    t.diagnostic(
      `${group ?? 'all'}: of ${all} answered ${count(group, 'right', 'wrong')}, right ${count(group, 'right')}`,
    )
  }
  const answered = count(undefined, 'right', 'wrong')
  const right = Math.round((1000 * count(undefined, 'right')) / answered) / 10
  t.diagnostic(`answered ${answered} of 100, right ${right} % of these`)
  assert.ok(answered >= (floors.answered ?? 0), `answers fell to ${answered}, under their floor`)
  assert.ok(right >= (floors.right ?? 0), `right answers fell to ${right} %, under their floor`)
})
