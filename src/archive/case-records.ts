// Records of the truth word for word, so that whoever has them can take their digests: of captures, decisions, the log, and bytes that
// lie under a digest.
import { soundOf } from './keep-decision.ts'
import { listLog } from './log.ts'
import type { Store } from './store.ts'

type Quick = Pick<Store, 'plain'>

/** A record as it is kept. Its digest is its id, unless a removal took words out of it. */
export interface KeptRecord {
  readonly number: number
  readonly id: string
  readonly text: string
}

/** The record of a capture or of a decision. */
export function findKeptRecord({ plain }: Quick, noun: 'capture' | 'decision', id: string): KeptRecord | undefined {
  const [row] = plain.rows(`select number, id, record from truth.${noun} where id = ?`, id)
  return row && { number: Number(row.number), id: String(row.id), text: String(row.record) }
}

/** The decisions whose record holds one of the words, in log order. */
export function listRecordsHolding(store: Quick, words: ReadonlySet<string>): KeptRecord[] {
  const found: KeptRecord[] = []
  for (let after = 0; ; ) {
    const sql = 'select number, id, record from truth.decision where number > ? order by number limit 500'
    const page = store.plain.rows(sql, after)
    for (const row of page) {
      const text = String(row.record)
      const isAbout = [...words].some((word) => text.includes(word))
      if (isAbout && soundOf(store, row)) found.push({ number: Number(row.number), id: String(row.id), text })
    }
    const last = page.at(-1)
    if (last === undefined) return found
    after = Number(last.number)
  }
}

/** Each entry of the log from one number to another, as the text whose digest the next one carries. */
export async function* listLogLines(store: Store, from: number, to: number): AsyncGenerator<string> {
  for (let after = from - 1; ; ) {
    const page = await listLog(store, after, PAGE)
    for (const { number, at, what, before } of page) {
      if (number > to) return
      yield JSON.stringify([number, at, what, before])
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.number
  }
}

const PAGE = 500
