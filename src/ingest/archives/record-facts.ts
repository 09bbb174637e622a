// What a record of an archive says of itself.
import type { Hop } from '../../model/capture.ts'
import type { Instant } from '../../model/id.ts'
import { type HttpMessage, statusOf } from './http-message.ts'
import { fieldOf, type WarcRecord } from './warc-record.ts'

/** The address that the record is of. */
export function targetOf(record: WarcRecord): string {
  return (fieldOf(record, 'WARC-Target-URI') ?? '').replace(/^<|>$/g, '') // an old wget puts it in brackets
}

/** True where that is one of the web. */
export function isWeb(record: WarcRecord): boolean {
  return /^https?:\/\//i.test(targetOf(record))
}

/** When it was captured; undefined where it does not say. */
export function dateOf(record: WarcRecord): Instant | undefined {
  const time = Date.parse(fieldOf(record, 'WARC-Date') ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

/** An answer as a hop. */
export function hopOf(record: WarcRecord, message: HttpMessage): Hop {
  const address = fieldOf(record, 'WARC-IP-Address')
  const at = dateOf(record)
  const said = { url: targetOf(record), status: statusOf(message), headers: message.headers }
  return { ...said, ...(address && { address }), ...(at && { at }) }
}

/** The ids of the records that these fields name. */
export function idsOf({ fields }: WarcRecord, ...names: readonly string[]): string[] {
  const wanted = names.map((name) => name.toLowerCase())
  return fields.filter(([name]) => wanted.includes(name.toLowerCase())).map(([, id]) => id.replace(/^<|>$/g, ''))
}
