// door: files
// Paths as they are typed after `readout add`, turned into reports on their way in: files, folders, JSON Lines and
// standard input. What cannot be taken is named and passed over; the rest goes on.
import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import { findBinary } from '../extract/judge-bytes.ts'
import { makeWarcShelf, type WarcShelf } from '../ingest/archives/warc-shelf.ts'
import type { Given, MediaType } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import { isTextType } from '../model/header.ts'
import { fileWanted, type Incoming, isAddress, REPORT_CAP } from './incoming.ts'
import { callPath, openBytes, peek, readUpTo, sizeOf } from './open-bytes.ts'
import { parseReportLine, tooLarge } from './parse-report-line.ts'
import { readArchive } from './read-archive.ts'
import { readFolder } from './read-folder.ts'
import { readJsonLines } from './read-json-lines.ts'
import { type FileKind, isOtherEnding, isPdf, KNOWN_ENDINGS, kindByBytes, kindByEnding } from './sniff.ts'

export interface ReadOptions {
  readonly kind?: FileKind // outranks endings and bytes
  readonly given?: Partial<Omit<Given, 'mediaType'>> // for a single report: name, outlet, title, published, url
}

const HEAD = 8192 // enough to tell text from binary, as git and grep do

/**
 * Every report of the paths in the order named, folders by name; refusals stand where the report would. In a folder no
 * link to another folder is followed, and a file that two names lead to is given once.
 */
export async function* readFiles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Incoming> {
  const seen: Seen = { firstName: new Map(), shelf: makeWarcShelf() }
  for (const path of paths) {
    try {
      if (isAddress(path)) throw fileWanted(path)
      if ((await sizeOf(path)) !== 'folder') yield* readOnce(path, seen, options)
      else for await (const one of readFolder(path)) yield* 'kind' in one ? [one] : readOnce(one.path, seen, options)
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error
      yield { kind: 'refused', where: callPath(path), error }
    }
  }
}

/** What one file of a command knows of those before it. */
interface Seen {
  readonly firstName: Map<string, string> // of each file given so far, by its real path
  readonly shelf: WarcShelf
}

async function* readOnce(path: string, { firstName, shelf }: Seen, options: ReadOptions): AsyncGenerator<Incoming> {
  try {
    await sizeOf(path)
    const real = path === '-' ? path : await realpath(path).catch(() => path)
    const first = firstName.get(real)
    firstName.set(real, first ?? path)
    if (first === undefined) yield* readFile(path, shelf, options)
    else yield { kind: 'skipped', where: path, files: 1, reason: `the same file as ${first}, taken once` }
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error
    yield { kind: 'refused', where: callPath(path), error }
  }
}

async function* readFile(path: string, shelf: WarcShelf, options: ReadOptions): AsyncGenerator<Incoming> {
  const where = callPath(path)
  if (options.kind === undefined && isOtherEnding(path)) {
    const cure = 'where it is text all the same, say with --type what it is'
    throw new ReadoutError('FILE_BINARY', `${where}: its ending is none of ${KNOWN_ENDINGS}; ${cure}`)
  }
  const promised = options.kind ?? (path === '-' ? undefined : kindByEnding(path))
  if (promised && !isMedia(promised)) refuseGiven(promised, where, options)
  if (promised === 'warc' || promised === 'wacz') return yield* readArchive(path, promised, { shelf })
  const size = await sizeOf(path)
  // Where only the bytes can tell, a large file may be JSON Lines, and else `readUpTo` stops at the limit.
  const isReport = promised !== undefined && promised !== 'jsonl' && !/\.gz$/i.test(path)
  if (isReport && typeof size === 'number' && size > REPORT_CAP) {
    throw new ReadoutError('FILE_TOO_LARGE', tooLarge(where))
  }
  const { head, chunks } = await peek(openBytes(path), HEAD)
  if (head.length === 0) throw new ReadoutError('FILE_EMPTY', `${where}: empty; there is nothing to take in`)
  const shown = kindByBytes(head)
  const isNoPdf = promised === 'application/pdf' && shown === 'text/html' // a page that was saved under that name
  const kind = options.kind ?? (isPdf(head) || isNoPdf ? shown : (promised ?? shown))
  if (isTextType(kind)) refuseBinary(head.subarray(0, HEAD), where)
  if (!isMedia(kind)) refuseGiven(kind, where, options)
  if (kind === 'jsonl') yield* readReportLines(path, chunks)
  else if (!isMedia(kind)) yield* readArchive(path, kind, { shelf, chunks })
  else yield await readReport(path, chunks, kind, options)
}

function isMedia(kind: FileKind): kind is MediaType {
  return kind.includes('/')
}

/** What holds many reports says of each what is to be said. */
function refuseGiven(kind: FileKind, where: string, { given = {} }: ReadOptions): void {
  if (Object.keys(given).length === 0) return
  const why =
    kind === 'jsonl'
      ? 'JSON Lines; each line says these things of its own report, in its fields'
      : 'a web archive, which holds many reports; add one of its pages as a file to say these things of it'
  throw new ReadoutError('USAGE', `${where}: ${why}`)
}

async function* readReportLines(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Incoming> {
  const name = nameOf(path)
  let lines = 0
  for await (const line of readJsonLines(chunks, callPath(path))) {
    lines += 1
    if ('error' in line) yield { kind: 'refused', where: line.where, error: line.error }
    else yield parseReportLine(line.value, line.where, `${name}-${line.number}`)
  }
  if (lines === 0) throw new ReadoutError('FILE_EMPTY', `${callPath(path)}: no line with a report in it`)
}

async function readReport(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  mediaType: MediaType,
  options: ReadOptions,
): Promise<Incoming> {
  const asked = callPath(path)
  const bytes = await readUpTo(chunks, REPORT_CAP)
  if (!bytes) throw new ReadoutError('FILE_TOO_LARGE', tooLarge(asked))
  if (isBlank(bytes)) throw new ReadoutError('FILE_EMPTY', `${asked}: only white space; there is nothing to take in`)
  if (isTextType(mediaType)) refuseBinary(bytes, asked) // the head may be text and the rest none
  return { kind: 'report', asked, bytes, given: { name: nameOf(path), mediaType, ...options.given } }
}

function refuseBinary(bytes: Uint8Array, where: string): void {
  const why = findBinary(bytes)
  if (!why) return
  throw new ReadoutError('FILE_BINARY', `${where}: not text: ${why}; save it as text, Markdown, HTML or JSON Lines`)
}

/** The file's name without its ending: `wire/a.html.gz` -> `a`. */
function nameOf(path: string): string {
  if (path === '-') return 'stdin'
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/(?<=.)\.[a-z]+$/i, '')
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}
