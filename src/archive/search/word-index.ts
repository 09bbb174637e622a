// door: database
// An index of words in memory, by the rules of SQLite's: which words a text has and where, and which of them a question finds.
// It is the same for both stores, so that a word found in one is found in the other.
import { type Connection, connect } from '../connection.ts'
import { CLOSE, OPEN } from './make-excerpt.ts'

/** How texts are taken apart: letters and figures make words, without case and accents, each brought back to its stem. */
export const TOKENIZE = `tokenize='porter unicode61 remove_diacritics 2'`

let opened: Connection | undefined

function open(): Connection {
  if (opened) return opened
  const db = connect([])
  db.rows(`create virtual table shown using fts5(words, ${TOKENIZE})`)
  db.rows(`create virtual table taken using fts5(words, content='', ${TOKENIZE})`)
  db.rows(`create virtual table places using fts5vocab('taken', 'instance')`)
  opened = db
  return db
}

/** Each text with OPEN and CLOSE around what a question to the index finds in it. */
export function markWords(texts: readonly string[], question: string): string[] {
  const db = open()
  db.rows('delete from shown')
  // all in one: each statement by itself would be a portion of the index of its own
  db.rows('insert into shown (rowid, words) select key + 1, value from json_each(?)', JSON.stringify(texts))
  const sql = 'select rowid as at, highlight(shown, 0, ?, ?) as marked from shown where shown match ?'
  const marked = new Map(db.rows(sql, OPEN, CLOSE, question).map((row) => [Number(row.at) - 1, String(row.marked)]))
  return texts.map((text, at) => marked.get(at) ?? text)
}

/** The words of a text, as the index has them, each with its places from 0 on. */
export type Places = ReadonlyMap<string, readonly number[]>

/** The words of each text. */
export function placesOf(texts: readonly string[]): Places[] {
  const db = open()
  db.rows('insert into taken (rowid, words) select key + 1, value from json_each(?)', JSON.stringify(texts))
  const places = texts.map(() => new Map<string, number[]>())
  for (const { doc, term, offset } of db.rows('select doc, term, offset from places')) {
    const own = places[Number(doc) - 1]
    const known = own?.get(String(term))
    if (known) known.push(Number(offset))
    else own?.set(String(term), [Number(offset)])
  }
  db.rows(`insert into taken (taken) values ('delete-all')`)
  return places
}
