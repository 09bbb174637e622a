// One WARC record as bytes, by the library that also writes the archives of the Webrecorder tools. It counts the block,
// works out the digest of the block, and makes a gzip member of each record.
import { HeadersMultiMap, StatusAndHeaders, WARCRecord, WARCSerializer } from 'warcio'
import { oneLine } from './http-head.ts'

/** A record in the making: its named fields in order, and its block in pieces. */
export interface WarcDraft {
  readonly fields: readonly WarcField[]
  readonly block: readonly Uint8Array[]
}

export type WarcField = readonly [name: string, value: string]

/** The bytes of the record, as a gzip member of its own where asked for. */
export async function* serialiseWarc({ fields, block }: WarcDraft, gzip: boolean): AsyncGenerator<Uint8Array> {
  const headers = new PlainFields()
  for (const [name, value] of fields) headers.set(name, oneLine(value))
  const warcHeaders = new StatusAndHeaders({ statusline: 'WARC/1.1', headers })
  const record = new WARCRecord({ warcHeaders, reader: block })
  yield* new WARCSerializer(record, { gzip, digest: { algo: 'sha-256', prefix: 'sha256:' } })
}

/** No field of ours stands twice; the library would cut an address in two at ",,,". */
class PlainFields extends HeadersMultiMap {
  override isMultiValue(): false {
    return false
  }
}
