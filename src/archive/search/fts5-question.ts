// A search as a question to an index of SQLite's. Every word is quoted, so that nothing that people type is an order to it.
import type { Condition } from '../catalogue/walk-lines.ts'
import type { Found, IndexQuestion } from './ask-index.ts'
import type { Part, Words } from './parse-words.ts'
import type { Place } from './search-filters.ts'

/** The question whose hits are those of a search with these facets; undefined where nothing is asked. */
export function askFts5({ index, columns }: Place, words: Words, facets: readonly string[]): IndexQuestion | undefined {
  const match = matchOf(words, columns.map(({ name }) => name).join(' '), facets)
  if (match === undefined) return undefined
  const weights = [...columns.map(({ weight }) => weight), 0].map((weight) => weight.toFixed(1)).join(', ')
  const condition: Condition = [`f.${index} match ?`, match]
  return { condition, ranked: [`bm25(${index}, ${weights}) as rank`], rank: (rows) => rows.map(asFound) }
}

/** A word or phrase as the index takes it. */
export function quote({ text, isBeginning }: Part): string {
  return `"${text.replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`
}

function matchOf(words: Words, columns: string, facets: readonly string[]): string | undefined {
  const wanted = words.wanted.map(quote)
  const all = wanted.length === 0 ? [] : [`({${columns}} : (${wanted.join(' AND ')}))`]
  const narrowed = [...all, ...facets.map((word) => `(facets : "${word}")`)].join(' AND ')
  if (narrowed === '') return undefined
  const unwanted = words.unwanted.map(quote)
  return unwanted.length === 0 ? narrowed : `(${narrowed}) NOT ({${columns}} : (${unwanted.join(' OR ')}))`
}

function asFound({ n, rank }: Readonly<Record<string, unknown>>): Found {
  return { n: Number(n), rank: Number(rank) }
}
