// What an archive has that may be a report, in the order of the file: each answer with its bytes, the hops that led to it,
// what was asked and when, as far as the archive tells. Requests find their answer, before it or after it.
import type { Header } from '../../model/capture.ts'
import { findInRecord, type WarcFind, type WarcPayload } from './find-in-record.ts'
import { parseHttp } from './http-message.ts'
import { type OpenAt, readWarc, type WarcItem } from './read-warc.ts'
import { idsOf } from './record-facts.ts'
import type { WarcNotes } from './warc-notes.ts'
import type { WarcRecord } from './warc-record.ts'
import { makeRedirects } from './warc-redirects.ts'
import type { WarcShelf } from './warc-shelf.ts'

/** Everything in the order of the file. */
export async function* payloadsOfWarc(open: OpenAt, shelf: WarcShelf, isOnce = false): AsyncGenerator<WarcFind> {
  const asked = new Map<string, readonly Header[]>() // by the id of the answer, where the request came first
  const notes = new Map<string, WarcNotes>() // by the id of the record that they tell of
  const redirects = makeRedirects()
  let held: WarcPayload | undefined // its request may be the next record
  try {
    for await (const item of readWarc(open, isOnce)) {
      if ('record' in item && item.record.type === 'request') {
        const { ids, sent } = readRequest(item.record)
        if (held && sent && ids.some((id) => held?.asked.includes(id))) held = { ...held, sent }
        else if (sent) for (const id of ids) remember(asked, id, sent)
        continue
      }
      if (held) yield held
      held = undefined
      const find = 'fault' in item ? brokenOf(item) : await findInRecord(item.record, { open, shelf, redirects })
      if (find === undefined) continue
      if (find.kind === 'notes') remember(notes, find.of, find.notes)
      else if (find.kind !== 'payload') yield find
      else {
        const note = notes.get(find.record)
        const sent = find.asked.map((id) => asked.get(id)).find((headers) => headers !== undefined)
        if (note || isPlace(find.url)) held = { ...find, ...(sent && { sent }), ...(note && { notes: note }) }
        else yield { kind: 'other', what: 'without an address' }
      }
    }
  } catch (error) {
    if (held) yield held // the file cannot be read on; what came before that is whole
    throw error
  }
  if (held) yield held
}

const LATEST = 256 // records that tell of one another stand near one another

function remember<T>(map: Map<string, T>, id: string, value: T): void {
  map.set(id, value)
  const [oldest] = map.keys()
  if (map.size > LATEST && oldest !== undefined) map.delete(oldest)
}

/** What other programs lay beside the pages, such as a log or the text of a page, bears names of their own. */
function isPlace(url: string): boolean {
  return /^(?:https?|file):/i.test(url)
}

/** A request names its answer, or is named by it. */
function readRequest(record: WarcRecord): { ids: string[]; sent?: readonly Header[] } {
  const ids = [record.id, ...idsOf(record, 'WARC-Concurrent-To')]
  const headers = parseHttp(record.block)?.headers
  return { ids, ...(headers && { sent: headers }) }
}

function brokenOf({ fault, offset }: Extract<WarcItem, { fault: unknown }>): WarcFind {
  return { kind: 'broken', offset, reason: fault.message, ...(fault.id && { record: fault.id }) }
}
