// One search over the index: the newest hits, ranked by how well they answer, then those before them by age alone. What is
// ranked has an end, so that a word that stands everywhere is found as quickly as a rare one.
import type { Hit, Listed, WantedPage } from '../../model/listing.ts'
import { asClaimLine } from '../catalogue/claim-lines.ts'
import { readCursor, writeCursor } from '../catalogue/cursor.ts'
import { asReportLine } from '../catalogue/report-lines.ts'
import { asSaidLines } from '../catalogue/said-lines.ts'
import { type Condition, checkLimit, tried } from '../catalogue/walk-lines.ts'
import type { Connection } from '../connection.ts'
import type { Row } from '../statement.ts'
import { askIndex, type Found } from './ask-index.ts'
import { quote } from './fts5-question.ts'
import { makeExcerpt, withoutMarks } from './make-excerpt.ts'
import { type Part, parseWords, type Words } from './parse-words.ts'
import {
  boundsOf,
  conditionsOf,
  facetsOf,
  numbersOf,
  type SearchFilters,
  TARGETS,
  type Target,
} from './search-filters.ts'
import { markWords } from './word-index.ts'

/** What is looked for, and where. */
export interface WantedHits extends WantedPage, SearchFilters {
  readonly words: string // words, "phrases", begin*, -without; none: all that the filters leave, newest first
  readonly in: Target
}

const RANKED = 1000

/** A page of hits. Throws CURSOR_UNKNOWN. */
export function searchLines(db: Connection, wanted: WantedHits): Listed<Hit> {
  checkLimit(wanted.limit)
  const words = parseWords(wanted.words)
  const isBlank = words.wanted.length === 0
  if (isBlank && /\S/.test(wanted.words)) return { items: [] } // signs, or only what must not stand there
  const { rows, next } = isBlank ? findOlder(db, wanted, words) : findRows(db, wanted, words)
  return { items: makeHits(db, wanted.in, rows, words.wanted), ...(next !== undefined && { next }) }
}

function findRows(db: Connection, wanted: WantedHits, words: Words): { rows: number[]; next?: string } {
  const list = listOf(wanted)
  const cursor = readCursor(list, KINDS, wanted.after) as readonly [number, number, number, number] | undefined
  const [high, low, rank, last] = cursor ?? [Number.MAX_SAFE_INTEGER, 0, Number.NEGATIVE_INFINITY, 0]
  const find = (from: number, until: number, most: number, isRanked: boolean): Found[] =>
    findFrom(db, wanted, words, { from, until, most, isRanked })
  if (cursor && low > high) return findOlder(db, wanted, words) // past all that is ranked
  const found = find(low, high, RANKED + 1, true)
  const oldest = found.length > RANKED ? found.pop() : undefined // there are more
  const [newest] = found
  const floor = cursor ? low : (found.at(-1)?.n ?? 0)
  const ranked = found.toSorted((a, b) => a.rank - b.rank || b.n - a.n)
  const left = ranked.filter((one) => one.rank > rank || (one.rank === rank && one.n < last))
  const page = left.slice(0, wanted.limit)
  const end = page.at(-1)
  const rows = page.map(({ n }) => n)
  if (left.length > page.length && end) {
    return { rows, next: writeCursor(list, [cursor ? high : (newest?.n ?? 0), floor, end.rank, end.n]) }
  }
  const isMore = oldest !== undefined || (cursor !== undefined && find(0, floor - 1, 1, false).length > 0)
  return { rows, ...(isMore && { next: writeCursor(list, [0, 1, 0, floor]) }) }
}

// By their numbers alone, the newest first.
function findOlder(db: Connection, wanted: WantedHits, words: Words): { rows: number[]; next?: string } {
  const [, , , last = Number.MAX_SAFE_INTEGER] = readCursor(listOf(wanted), KINDS, wanted.after) ?? []
  const until = Number(last) - 1
  const found = findFrom(db, wanted, words, { from: 0, until, most: wanted.limit + 1, isRanked: false })
  const rows = found.slice(0, wanted.limit).map(({ n }) => n)
  const end = found.length > wanted.limit ? rows.at(-1) : undefined
  return { rows, ...(end !== undefined && { next: writeCursor(listOf(wanted), [0, 1, 0, end]) }) }
}

const KINDS = ['number', 'number', 'number', 'number'] as const // from where to where is ranked, rank, number

function listOf({ in: target }: WantedHits): string {
  return `search of ${target}` // another name than when two thousand were ranked: a cursor says from where to where is ranked
}

function findFrom(
  db: Connection,
  wanted: WantedHits,
  words: Words,
  { from, until, most, isRanked }: { from: number; until: number; most: number; isRanked: boolean },
): Found[] {
  const { index, line, key } = TARGETS[wanted.in]
  const bounds = boundsOf(db, wanted)
  if (!bounds) return []
  const asked = askIndex(db, TARGETS[wanted.in], { words, facets: facetsOf(wanted) })
  const [number, table] = asked ? ['f.rowid', `derived.${index} f`] : [`l.${key}`, `derived.${line} l`]
  const own = conditionsOf(wanted)
  const isJoined = asked !== undefined && own.length > 0
  const conditions: Condition[] = [
    ...(asked ? [asked.condition] : []),
    [`${number} >= ?`, Math.max(from, bounds.from)],
    [`${number} <= ?`, Math.min(until, bounds.until)],
    ...numbersOf(wanted, number ?? ''),
    ...(isJoined ? [[`l.${key} = f.rowid`] as const] : []),
    ...(asked ? own : tried(own)),
  ]
  const [ranked, ...values] = (isRanked && asked?.ranked) || ['0 as rank']
  const rows = db.rows(
    `select ${number} as n, ${ranked} from ${table} ${isJoined ? `cross join derived.${line} l` : ''}
      where ${conditions.map(([sql]) => sql).join(' and ')} order by ${number} desc limit ?`,
    ...values,
    ...conditions.flatMap(([, ...own]) => own),
    most,
  )
  return isRanked && asked ? asked.rank(rows) : rows.map(({ n }) => ({ n: Number(n), rank: 0 }))
}

function makeHits(db: Connection, target: Target, ns: readonly number[], wanted: readonly Part[]): Hit[] {
  const found = db.rows(TARGETS[target].rows, JSON.stringify(ns))
  const rowOf = new Map<number, Row>(found.map((row) => [Number(row.n), row]))
  const rows = ns.map((n) => rowOf.get(n)).filter((row) => row !== undefined)
  const excerpts = makeExcerpts(rows, wanted)
  const store = { plain: db }
  const said = target === 'said' ? asSaidLines(store, rows) : []
  return rows.flatMap((row, at): Hit[] => {
    const excerpt = excerpts[at] ?? makeExcerpt('')
    if (target === 'reports') return [{ in: target, report: asReportLine(row), excerpt }]
    if (target === 'claims') return [{ in: target, claim: asClaimLine(row), excerpt }]
    const line = said[at]
    return line ? [{ in: target, said: line, excerpt }] : []
  })
}

const LONGEST = 200_000 // characters of a report that are looked through for what to show

// The index holds no text: what is shown is indexed by itself, in memory, by the same rules.
function makeExcerpts(rows: readonly Row[], wanted: readonly Part[]): ReturnType<typeof makeExcerpt>[] {
  const texts = rows.map(({ text }) => withoutMarks(String(text ?? '').slice(0, LONGEST)))
  if (wanted.length === 0) return texts.map(makeExcerpt)
  return markWords(texts, wanted.map(quote).join(' OR ')).map(makeExcerpt)
}
