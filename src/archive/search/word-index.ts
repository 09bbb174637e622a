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
  const sql = 'select rowid as at, highlight(shown, 0, ?, ?) as marked from shown where shown match ?'
  const rows = indexed('shown', texts, (db) => db.rows(sql, OPEN, CLOSE, question))
  const marked = new Map(rows.map((row) => [Number(row.at) - 1, String(row.marked)]))
  return texts.map((text, at) => marked.get(at) ?? text)
}

// Taken back rather than deleted, for which every word would be looked up again. All texts go in by one statement: each by itself
// would be a portion of the index of its own.
function indexed<T>(table: 'shown' | 'taken', texts: readonly string[], ask: (db: Connection) => T): T {
  const db = open()
  db.rows('begin')
  try {
    db.rows(`insert into ${table} (rowid, words) select key + 1, value from json_each(?)`, JSON.stringify(texts))
    return ask(db)
  } finally {
    db.rollback()
  }
}

/** The words of a text, as the index has them, each with its places from 0 on. */
export type Places = ReadonlyMap<string, readonly number[]>

/** The words of each text. */
export function placesOf(texts: readonly string[]): Places[] {
  const places = texts.map(() => new Map<string, number[]>())
  for (const { doc, term, offset } of indexed('taken', texts, (db) =>
    db.rows('select doc, term, offset from places'),
  )) {
    const own = places[Number(doc) - 1]
    const known = own?.get(String(term))
    if (known) known.push(Number(offset))
    else own?.set(String(term), [Number(offset)])
  }
  return places
}
