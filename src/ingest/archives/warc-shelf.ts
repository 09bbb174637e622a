// Where the payloads lie that a later `revisit` record may point at: by the id of their record, by their digest as the
// archive labels it, by address and date. Only the places are remembered, never the bytes.
import type { OpenAt } from './read-warc.ts'
import { fieldOf, type WarcPlace, type WarcRecord } from './warc-record.ts'

/** A record that can be read again. */
export interface Shelved {
  readonly open: OpenAt
  readonly place: WarcPlace
}

export interface WarcShelf {
  put(record: WarcRecord, open: OpenAt): void
  /** What a revisit record points at. */
  find(revisit: WarcRecord): Shelved | undefined
}

/** An empty shelf. One serves all files of a command, since a revisit may point into an earlier file. */
export function makeWarcShelf(): WarcShelf {
  const shelved = new Map<string, Shelved>()
  return {
    put(record, open) {
      const place = { open, place: record.place }
      for (const key of [
        record.id,
        fieldOf(record, 'WARC-Payload-Digest'),
        keyAt(record, 'WARC-Target-URI', 'WARC-Date'),
      ])
        if (key) shelved.set(key, shelved.get(key) ?? place)
    },
    find(revisit) {
      const keys = [
        fieldOf(revisit, 'WARC-Refers-To')?.replace(/^<|>$/g, ''),
        fieldOf(revisit, 'WARC-Payload-Digest'),
        keyAt(revisit, 'WARC-Refers-To-Target-URI', 'WARC-Refers-To-Date'),
      ]
      return keys.map((key) => key && shelved.get(key)).find((found) => found !== undefined && found !== '')
    },
  }
}

function keyAt(record: WarcRecord, address: string, date: string): string | undefined {
  const [where, when] = [fieldOf(record, address), fieldOf(record, date)]
  return where && when && `${where} ${when}`
}
