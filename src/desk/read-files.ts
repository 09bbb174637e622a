// door: files
// Paths as they are typed after `readout add`, turned into reports on their way in: files, folders, JSON Lines and
// standard input. What cannot be taken is named and passed over; the rest goes on.
import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { Given, MediaType } from '../model/capture.ts'
import { ReadoutError } from '../model/errors.ts'
import { addressLater, type Incoming, REPORT_CAP } from './incoming.ts'
import { asReadoutError, callPath, openBytes, peek, readUpTo, sizeOf } from './open-bytes.ts'
import { parseReportLine, tooLarge } from './parse-report-line.ts'
import { readJsonLines } from './read-json-lines.ts'
import { type FileKind, isBinary, isOtherEnding, kindByBytes, kindByEnding } from './sniff.ts'

export interface ReadOptions {
  readonly kind?: FileKind // outranks endings and bytes
  readonly given?: Partial<Omit<Given, 'mediaType'>> // for a single report: name, outlet, title, published, url
}

const HEAD = 8192 // enough to tell text from binary, as git and grep do

/** Every report of the paths in the order named, folders by name; refusals stand where the report would. */
export async function* readFiles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Incoming> {
  for (const path of paths) {
    try {
      if (/^https?:\/\//i.test(path)) throw addressLater(path)
      if ((await sizeOf(path)) === 'folder') yield* readFolder(path, options)
      else yield* readFile(path, options)
    } catch (error) {
      if (!(error instanceof ReadoutError)) throw error
      yield { kind: 'refused', where: callPath(path), error }
    }
  }
}

async function* readFolder(folder: string, options: ReadOptions): AsyncGenerator<Incoming> {
  let found = 0
  const others: string[] = []
  for await (const path of listFiles(folder)) {
    if (!kindByEnding(path)) {
      others.push(path)
      continue
    }
    found += 1
    yield* readFiles([path], options)
  }
  const names = listed(others.map((path) => relative(folder, path)))
  if (found === 0) {
    const cure = 'reports end in .txt, .md, .html or .jsonl'
    throw new ReadoutError('FILE_EMPTY', `${folder}: no report in this folder${names && `, only ${names}`}; ${cure}`)
  }
  if (others.length === 0) return
  const what = others.length === 1 ? 'one file' : `${others.length} files`
  const reason = `${what} skipped, of another ending than txt, md, html, jsonl: ${names}`
  yield { kind: 'skipped', where: folder, files: others.length, reason }
}

const MOST_NAMES = 3

/** "a.png, b.png, c.png and 4 more" */
function listed(names: readonly string[]): string {
  const left = names.length - MOST_NAMES
  return `${names.slice(0, MOST_NAMES).join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

async function* listFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw asReadoutError(error, folder)
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* listFiles(path)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}

async function* readFile(path: string, options: ReadOptions): AsyncGenerator<Incoming> {
  const where = callPath(path)
  if (options.kind === undefined && isOtherEnding(path)) {
    const cure = 'where it is text all the same, say with --type what it is'
    throw new ReadoutError('FILE_BINARY', `${where}: its ending is none of txt, md, html, jsonl; ${cure}`)
  }
  const promised = options.kind ?? (path === '-' ? undefined : kindByEnding(path))
  const size = await sizeOf(path)
  // Where only the bytes can tell, a large file may be JSON Lines, and else `readUpTo` stops at the limit.
  const isReport = promised !== undefined && promised !== 'jsonl' && !/\.gz$/i.test(path)
  if (isReport && typeof size === 'number' && size > REPORT_CAP) {
    throw new ReadoutError('FILE_TOO_LARGE', tooLarge(where))
  }
  const { head, chunks } = await peek(openBytes(path), HEAD)
  if (head.length === 0) throw new ReadoutError('FILE_EMPTY', `${where}: empty; there is nothing to take in`)
  if (isBinary(head.subarray(0, HEAD))) {
    throw new ReadoutError('FILE_BINARY', `${where}: not text; save it as text, Markdown, HTML or JSON Lines`)
  }
  const kind = promised ?? kindByBytes(head)
  if (kind === 'jsonl' && Object.keys(options.given ?? {}).length > 0) {
    throw new ReadoutError(
      'USAGE',
      `${where}: JSON Lines; each line says these things of its own report, in its fields`,
    )
  }
  if (kind === 'jsonl') yield* readReportLines(path, chunks)
  else yield await readReport(path, chunks, kind, options)
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
  return { kind: 'report', asked, bytes, given: { name: nameOf(path), mediaType, ...options.given } }
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
