// A search as a question to PostgreSQL's index, and its hits ranked as SQLite ranks its own: by BM25 (Robertson and Zaragoza 2009,
// with the constants of FTS5). How often a word stands in a hit is read off ts_rank, which of one word is a sum over 1/j².
import type { Condition } from '../catalogue/walk-lines.ts'
import type { Connection } from '../connection.ts'
import type { Found, IndexQuestion } from '../search/ask-index.ts'
import type { Part, Words } from '../search/parse-words.ts'
import type { Place } from '../search/search-filters.ts'
import { placesOf } from '../search/word-index.ts'
import type { Row } from '../statement.ts'
import { facetLexeme, lexeme } from './tsvector.ts'

/** The question whose hits are those of a search with these facets; undefined where nothing is asked. */
export function askTsvector(
  db: Connection,
  { index, columns }: Place,
  { wanted, unwanted }: Words,
  facets: readonly string[],
): IndexQuestion | undefined {
  if (wanted.length + facets.length === 0) return undefined
  const parts = queriesOf(wanted)
  const asked = parts.map(({ query }) => query)
  const not = queriesOf(unwanted).flatMap(({ query }) => (query === '' ? [] : [query]))
  if (asked.includes('')) return { condition: ['false'], ranked: ['1'], rank: () => [] } // no word that a text can have
  const all = [...asked, ...facets.map((facet) => lexeme(facetLexeme(facet)))]
  const query = [...all, ...(not.length > 0 ? [`!(${not.join(' | ')})`] : [])].join(' & ')
  const condition: Condition = ['f.found @@ cast(? as tsquery)', query]
  const weights = columns.map(({ weight }) => weight)
  const sums = asked.flatMap((one, part) =>
    columns.map((_, column): Condition => {
      const own = COLUMN_WEIGHTS.map((_, at) => (at <= column ? 1 : 0)).reverse()
      return [`ts_rank('{0, 0, ${own.join(', ')}}', f.found, cast(? as tsquery)) as sum_${part}_${column}`, one]
    }),
  )
  const ranked: Condition = [
    ['f.size', ...sums.map(([sql]) => sql)].join(', '),
    ...sums.flatMap(([, ...values]) => values),
  ]
  const seldom = (): number[] => (asked.length < 2 ? asked.map(() => 1) : asked.map((one) => seldomOf(db, index, one)))
  return { condition, ranked, rank: (rows) => rank(rows, parts, { weights, seldom: seldom() }) }
}

const COLUMN_WEIGHTS = ['A', 'B'] as const // what is said, who says it

interface Query {
  readonly query: string // '': it holds no word
  readonly kind: 'word' | 'phrase' | 'beginning'
}

function queriesOf(parts: readonly Part[]): Query[] {
  return placesOf(parts.map(({ text }) => text)).map((places, at): Query => {
    const words = [...places].flatMap(([word, own]) => own.map((place) => ({ word, place })))
    const quoted = words.sort((a, b) => a.place - b.place).map(({ word }) => lexeme(word))
    if (quoted.length === 0) return { query: '', kind: 'word' }
    const isBeginning = parts[at]?.isBeginning === true
    const query = `(${quoted.join(' <-> ')}${isBeginning ? ':*' : ''})`
    return { query, kind: quoted.length > 1 ? 'phrase' : isBeginning ? 'beginning' : 'word' }
  })
}

const COUNTED = 20_000 // lines: what stands in more is common, however many more

// How seldom a part stands anywhere: its inverse document frequency.
function seldomOf(db: Connection, index: string, query: string): number {
  const [all] = db.rows('select count from derived.catalogue_count where noun = ?', LINE_OF[index])
  const sql = `select count(*) as count from (select 1 from derived.${index} where found @@ cast(? as tsquery) limit ?) f`
  const [those] = db.rows(sql, query, COUNTED)
  const [rows, hits] = [Number(all?.count ?? 0), Number(those?.count ?? 0)]
  return Math.max(Math.log((rows - hits + 0.5) / (hits + 0.5)), 1e-6)
}

const LINE_OF: Readonly<Record<string, string>> = {
  search_report: 'report_line',
  search_said: 'said',
  search_claim: 'claim_line',
}

const K1 = 1.2
const B = 0.75

// The mean size is that of the hits: that of all lines is kept nowhere.
function rank(
  rows: readonly Row[],
  parts: readonly Query[],
  { weights, seldom }: { readonly weights: readonly number[]; readonly seldom: readonly number[] },
): Found[] {
  const mean = rows.reduce((sum, row) => sum + Number(row.size), 0) / Math.max(1, rows.length)
  return rows.map((row) => {
    const long = K1 * (1 - B + (B * Number(row.size)) / Math.max(1, mean))
    let score = 0
    for (const [part, { kind }] of parts.entries()) {
      let [often, before] = [0, 0]
      for (const [column, weight] of weights.entries()) {
        const upTo = timesOf(Number(row[`sum_${part}_${column}`]), kind)
        often += weight * (upTo - before)
        before = upTo
      }
      score += ((seldom[part] ?? 1) * (often * (K1 + 1))) / (often + long)
    }
    return { n: Number(row.n), rank: -score }
  })
}

// 1, 1 + 1/4, 1 + 1/4 + 1/9 … over its limit, as ts_rank gives it for a word that stands once, twice, three times.
const LIMIT = 1.64493406685
const MOST = 255
const SUMS: readonly number[] = Array.from({ length: MOST }, (_, at) => sumTo(at + 1))

function sumTo(times: number): number {
  return Array.from({ length: times }, (_, at) => 1 / (at + 1) ** 2).reduce((a, b) => a + b, 0) / LIMIT
}

// A phrase has no such sum: that it stands there is counted once. Of a beginning each word has its own, which are added up.
function timesOf(sum: number, kind: Query['kind']): number {
  if (!(sum > 0)) return 0
  if (kind === 'phrase') return 1
  if (kind === 'beginning') return Math.round(sum * LIMIT)
  const at = SUMS.findIndex((one, i) => sum <= (one + (SUMS[i + 1] ?? 1)) / 2)
  return at < 0 ? MOST : at + 1
}
