// What search finds a line by, put into the index and taken out of it. Both stores are handed the same words.
import { type Kysely, PostgresAdapter } from 'kysely'
import { columns, EACH_NUMBER } from '../catalogue/bulk.ts'
import { run } from '../catalogue/touched.ts'
import { sizeOf, tsvectorOf } from '../postgres/tsvector.ts'
import type { Tables } from '../tables.ts'
import type { Place } from './search-filters.ts'
import { placesOf } from './word-index.ts'

/** A line as it is searched: by what it says, by who says it, and by the words that stand for its facets. */
export interface Searched {
  readonly n: number
  readonly words: string
  readonly speaker?: string
  readonly facets: string
}

/** Puts lines into an index; none of these numbers may be in it. */
export async function keepSearched(
  db: Kysely<Tables>,
  index: Place['index'],
  lines: readonly Searched[],
): Promise<void> {
  if (lines.length === 0) return
  if (db.getExecutor().adapter instanceof PostgresAdapter) return keepVectors(db, index, lines)
  const hasSpeaker = index === 'search_said'
  const rows = lines.map(({ n, words, speaker, facets }) => [n, words, ...(hasSpeaker ? [speaker ?? ''] : []), facets])
  const fields = hasSpeaker ? 'rowid, words, speaker, facets' : 'rowid, words, facets'
  const kinds = hasSpeaker ? (['text', 'text', 'text'] as const) : (['text', 'text'] as const)
  const put = `insert into derived.${index} (${fields}) select ${columns('number', ...kinds)} from json_each(?)`
  await run(db, put, JSON.stringify(rows))
}

/** Takes lines out of an index. */
export async function dropSearched(db: Kysely<Tables>, index: Place['index'], ns: readonly number[]): Promise<void> {
  await run(db, `delete from derived.${index} where rowid in (${EACH_NUMBER})`, JSON.stringify(ns))
}

async function keepVectors(db: Kysely<Tables>, index: Place['index'], lines: readonly Searched[]): Promise<void> {
  const words = placesOf(lines.map((line) => line.words))
  const speakers = placesOf(lines.map(({ speaker = '' }) => speaker))
  const rows = lines.map(({ n, facets }, at) => {
    const [own, speaker] = [words[at] ?? new Map(), speakers[at] ?? new Map()]
    const marks = facets === '' ? [] : facets.split(' ')
    return [n, tsvectorOf({ words: own, speaker, facets: marks }), sizeOf(own) + sizeOf(speaker) + marks.length]
  })
  const put = `insert into derived.${index} (rowid, found, size)
    select cast(json_extract(value, '$[0]') as bigint), cast(json_extract(value, '$[1]') as tsvector),
      cast(json_extract(value, '$[2]') as bigint) from json_each(?)`
  await run(db, put, JSON.stringify(rows))
}
