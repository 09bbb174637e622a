// A web archive as reports on their way in: pages, texts and PDF that were answered with status 200, each under its address
// and as it came, and what is no report counted by what it is. The day of the archive is no day of printing.
import { findBinary } from '../extract/judge-bytes.ts'
import type { WarcFind, WarcPayload } from '../ingest/archives/find-in-record.ts'
import { payloadsOfWarc } from '../ingest/archives/payloads-of-warc.ts'
import type { OpenAt } from '../ingest/archives/read-warc.ts'
import type { WarcShelf } from '../ingest/archives/warc-shelf.ts'
import { decodePayload } from '../ingest/fetching/decode-content.ts'
import type { Given, MediaType } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import { isTextType } from '../model/header.ts'
import { type Incoming, REPORT_CAP } from './incoming.ts'
import { tooLarge } from './parse-report-line.ts'
import { kindByBytes } from './sniff.ts'

/** An archive that can be opened. */
export interface WarcFile {
  readonly name: string // what it is called in messages
  readonly file: string // the same without folders, kept with each capture
  readonly open: OpenAt
  readonly isOnce: boolean // from its beginning only, and once
  readonly shelf: WarcShelf
}

/** The reports in the order of the archive, then a line for all else. Throws WARC_BROKEN where it is no archive at all. */
export async function* readWarcFile({ name, file, open, isOnce, shelf }: WarcFile): AsyncGenerator<Incoming> {
  const others = new Map<string, number>()
  let finds = 0
  for await (const find of payloadsOfWarc(open, shelf, isOnce)) {
    finds += 1
    if (find.kind === 'payload') yield await reportOf(find, { name, file })
    else if (find.kind === 'broken') yield refuse(name, find, find.reason)
    else others.set(find.what, (others.get(find.what) ?? 0) + 1)
  }
  if (others.size > 0) yield { kind: 'skipped', where: name, ...listOthers(others) }
  else if (finds === 0)
    yield { kind: 'skipped', where: name, files: 0, reason: 'there is no page and no text in this archive' }
}

async function reportOf(find: WarcPayload, { name, file }: Pick<WarcFile, 'name' | 'file'>): Promise<Incoming> {
  const { record, url, hops, sent, archived, bytes, notes, faults } = find
  const body = await decodePayload(bytes, hops.at(-1)?.headers ?? []).catch((error: unknown) => {
    if (error instanceof ReadoutError) return error
    throw error
  })
  if (body instanceof ReadoutError) return refuse(name, find, body.message.replace(/; the payload is kept.*$/, ''))
  if (body.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) return refuse(name, find, 'it is empty')
  if (Math.max(bytes.length, body.length) > REPORT_CAP) {
    return { kind: 'refused', where: name, error: new ReadoutError('FILE_TOO_LARGE', tooLarge(call(name, find))) }
  }
  const mediaType = find.notes?.mediaType ?? (find.mediaType === 'unsaid' ? looksLike(body) : find.mediaType)
  const binary = isTextType(mediaType) ? findBinary(body) : undefined
  if (binary) return refuse(name, find, `not text: ${binary}`)
  const address = /^https?:\/\//i.test(url) ? url : undefined
  const given: Given = { name: nameOf(url) ?? record, mediaType, ...(address && { url: address }), ...notes }
  const taken = { hops, ...(sent && { sent }), from: { file, record }, ...(archived && { archived }) }
  const asked = hops[0]?.url ?? address ?? call(name, find)
  return { kind: 'report', asked, bytes, given, taken, ...(faults.length > 0 && { faults }) }
}

function looksLike(body: Uint8Array): MediaType {
  const kind = kindByBytes(body)
  return kind === 'text/html' || kind === 'application/pdf' ? kind : 'text/plain'
}

/** What a report answers to: the last part of its path without its ending, or the host. */
function nameOf(address: string): string | undefined {
  const url = /^(?:https?|file):/i.test(address) ? URL.parse(address) : null
  if (!url) return undefined
  const part = url.pathname.split('/').findLast((one) => one !== '') ?? ''
  return unescaped(part).replace(/(?<=.)\.[a-z]+$/i, '') || url.host
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray percent sign is a sign like others
  }
}

type Placed = Pick<Extract<WarcFind, { offset: number }>, 'record' | 'offset'>

function refuse(name: string, find: Placed, reason: string): Incoming {
  const error = new ReadoutError('WARC_BROKEN', `${call(name, find)}: ${reason}; the records that are whole are taken`)
  return { kind: 'refused', where: name, error }
}

/** "week.warc.gz: record urn:uuid:… at offset 4711" */
function call(name: string, { record, offset }: Placed): string {
  return `${name}: ${record ? `record ${record}` : 'a record'} at offset ${offset}`
}

/** "3 records passed over: 2 of type image/png, 1 a redirect" */
function listOthers(others: ReadonlyMap<string, number>): { files: number; reason: string } {
  const files = [...others.values()].reduce((sum, count) => sum + count, 0)
  const listed = [...others].sort(([, a], [, b]) => b - a).map(([what, count]) => `${count} ${what}`)
  const shown = listed.slice(0, 6).join(', ') + (listed.length > 6 ? ` and ${listed.length - 6} kinds more` : '')
  return { files, reason: `${files} ${files === 1 ? 'record' : 'records'} passed over: ${shown}` }
}
