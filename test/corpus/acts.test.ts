// What kind of act, and named or unnamed: against labels given by hand to attributions of PolNeAR (test/gold/acts.tsv, by
// test/gold/labels.md). The texts belong to their publishers and are read where they lie; where they do not lie, the test says so.
// Rules were written on the part "develop"; the floors are held on the other, of which only these counts were looked at.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { annotate } from '../../src/desk/annotate.ts'
import { type Act, isSilent } from '../../src/model/act.ts'
import { loadReader, type Reader } from '../../src/read/load-reader.ts'
import { readMarked } from '../../src/read/read-marked.contract.ts'
import { docOf } from '../../src/read/read-text.contract.ts'
import { type Article, loadArticles } from '../gold/draw-acts.ts'
import { type Labelled, loadLabels } from '../gold/load-labels.ts'

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const CORPUS = join(SHARED, 'corpora', 'polnear')
const missing = [CORPUS].find((path) => !existsSync(path))
const floors = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as { acts: Record<string, number> }
).acts

type Given = Pick<Labelled, 'act' | 'kind'>

const QUESTIONS: readonly (readonly [string, (given: Given) => boolean])[] = [
  ['denies', ({ act }) => act === 'denies'],
  ['declines', ({ act }) => isSilent(act)],
  ['confirms', ({ act }) => act === 'confirms'],
  ['rejects', ({ act }) => act === 'rejects'],
  ['demands', ({ act }) => act === 'demands'],
  ['anonymous', ({ kind }) => kind === 'anonymous'],
]

function show(name: string, pairs: readonly (readonly [Given, Given | undefined])[], is: (given: Given) => boolean) {
  const gold = pairs.filter(([one]) => is(one)).length
  const found = pairs.filter(([, one]) => one && is(one)).length
  const both = pairs.filter(([a, b]) => is(a) && b && is(b)).length
  const f1 = Math.round((2000 * both) / Math.max(1, gold + found)) / 10
  return { name, f1, words: `${name}: F1 ${f1}, right ${both}, given ${found}, labelled ${gold}, of ${pairs.length}` }
}

/** Given as labelled: governments and organisations are one kind there, and so are officials, experts and persons. */
function coarseKind(kind: string): string {
  if (/^(?:official|expert)$/.test(kind)) return 'person'
  return /^(?:government|organisation)$/.test(kind) ? 'body' : kind
}

test('acts and unnamed sources stay above their floors', {
  skip: missing ? `${missing} is not here: not measured` : false,
}, async (t) => {
  const { READOUT_WHOLE } = process.env // set to 1, it asks the whole reader too, for some minutes
  const network = READOUT_WHOLE === '1'
  const reader = await loadReader({ rulesAlone: !network })
  const labels = loadLabels()
  for (const what of ['act', 'kind'] as const) {
    const same = labels.filter(({ passes: [a, b] }) => a?.[what] === b?.[what]).length
    t.diagnostic(`${what}: labelled alike in both passes ${same} of ${labels.length}`)
  }
  const articles = new Map(loadArticles(CORPUS).map((article) => [article.id, article]))
  for (const part of ['held', 'develop'] as const) {
    const marked: [Given, Given | undefined][] = []
    const found: [Given, Given | undefined][] = []
    for (const [id, own] of Map.groupBy(
      labels.filter((one) => one.part === part),
      ({ document }) => document,
    )) {
      const article = articles.get(id) as Article
      const judged = readMarked(
        docOf(article.text, { name: id, published: article.date }),
        article.marked,
        reader.tagger,
      )
      for (const one of own) {
        const is = judged.get(one.attribution)
        marked.push([one, is && given(is.attribution.act, is.kind)])
      }
      if (part === 'held' && network) found.push(...(await endToEnd(article, own, reader)))
    }
    for (const [name, is] of QUESTIONS) {
      const onWords = show(name, marked, is)
      t.diagnostic(`${part}, on the words as marked: ${onWords.words}`)
      if (found.length > 0) t.diagnostic(`${part}, of those that the reader found: ${show(name, found, is).words}`)
      const floor = part === 'held' ? floors[name] : undefined
      if (floor !== undefined)
        assert.ok(onWords.f1 >= floor, `${name} fell to ${onWords.f1}, under its floor of ${floor}`)
    }
  }
})

function given(act: Act, kind: string): Given {
  return { act, kind: coarseKind(kind) as Labelled['kind'] }
}

/** The labelled ones that the reader itself finds, by a cue and a content that share characters with the marked ones. */
async function endToEnd(article: Article, own: readonly Labelled[], reader: Reader): Promise<[Given, Given][]> {
  const line = { id: article.id, text: article.text, published: article.date, outlet: undefined, title: undefined }
  const { attributions } = await annotate(line, reader)
  return own.flatMap((one): [Given, Given][] => {
    const mark = article.marked.find(({ id }) => id === one.attribution)
    const is = attributions.find(({ cue, content }) => mark && meets(cue, mark.cue) && meets(content, mark.content))
    return is ? [[one, given(is.act, is.sourceKind)]] : []
  })
}

type Ranges = readonly (readonly [number, number])[]

function meets(a: Ranges, b: Ranges): boolean {
  return a.some(([start, end]) => b.some(([from, to]) => start < to && from < end))
}
