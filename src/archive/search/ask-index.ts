// The one question that the two stores are asked in words of their own: which lines have these words, and how well each answers.
import type { Condition } from '../catalogue/walk-lines.ts'
import type { Connection } from '../connection.ts'
import { askTsvector } from '../postgres/tsvector-question.ts'
import type { Row } from '../statement.ts'
import { askFts5 } from './fts5-question.ts'
import type { Words } from './parse-words.ts'
import type { Place } from './search-filters.ts'

/** A hit by its number; the less its rank, the better it answers. */
export interface Found {
  readonly n: number
  readonly rank: number
}

/** A question to an index, whose rows are called `f`. */
export interface IndexQuestion {
  readonly condition: Condition
  /** What is asked of each hit beside its number to rank it, and with which values. */
  readonly ranked: Condition
  rank(rows: readonly Row[]): Found[]
}

/** The question in the store's own words; undefined where neither words nor facets are asked for. */
export function askIndex(
  db: Connection,
  place: Place,
  { words, facets }: { readonly words: Words; readonly facets: readonly string[] },
): IndexQuestion | undefined {
  return db.kind === 'postgres' ? askTsvector(db, place, words, facets) : askFts5(place, words, facets)
}
