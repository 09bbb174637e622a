// door: files
// Everything a desk holds as JSON Lines, one file a noun, and the bytes as received under their digests. Written in
// pages: but for who is meant and what failed, memory does not grow with the desk.
import { createHash } from 'node:crypto'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { listCaptures } from '../archive/captures.ts'
import { listEntities } from '../archive/entities.ts'
import { inChunks } from '../archive/in-chunks.ts'
import { listDecisions } from '../archive/keep-decision.ts'
import { listFaults } from '../archive/keep-read.ts'
import { findWalk } from '../archive/linked.ts'
import { listReadDocs } from '../archive/list-reads.ts'
import { headOf, listLog } from '../archive/log.ts'
import { findPayload, listPayloads } from '../archive/payload.ts'
import { walkLinked } from '../archive/walk-linked.ts'
import { digestOf } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Digest } from '../model/id.ts'
import type { LinkedNoun } from '../model/linked-nouns.ts'
import type { Desk } from './desk.ts'
import { isSystemError, makeFolders, replaceFile, syncFolder } from './keep-file.ts'

/** What stands in the folder: each file with its number of lines and its SHA-256. */
export interface Manifest {
  readonly format: 'readout-export@1'
  readonly isComplete: boolean
  readonly log?: { readonly number: number; readonly next: string } // the last entry, and the digest that binds all of them
  readonly madeBy?: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, { readonly lines: number; readonly sha256: string }>>
  readonly payloads: number
}

const PAGE = 100
const AT_ONCE = 16 // files forced to the disk together: they share its waiting

/** Exports the desk into a folder that is new, empty, or a former export. Throws EXPORT_REFUSED for any other. */
export async function exportDesk(
  { store }: Pick<Desk, 'store'>,
  dir: string,
  onFile: (file: string, lines: number) => void = () => {},
): Promise<Manifest> {
  await prepare(dir)
  try {
    return await writeAll(store, dir, onFile)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const cure = 'its manifest says that it is not complete; see to that and run the command again'
    throw new ReadoutError('EXPORT_REFUSED', `${dir}: cannot be written to its end (${error.message}); ${cure}`, {
      cause: error,
    })
  }
}

async function writeAll(store: Store, dir: string, onFile: (file: string, lines: number) => void): Promise<Manifest> {
  const walk = findWalk(store)
  const head = headOf(store)
  const files: Record<string, { lines: number; sha256: string }> = {}
  for (const [file, things] of sources(store)) {
    files[file] = await writeLines(join(dir, file), things)
    onFile(file, files[file].lines)
  }
  const payloads = await writePayloads(store, join(dir, 'payloads'))
  onFile('payloads', payloads)
  const manifest: Manifest = {
    format: FORMAT,
    isComplete: true,
    log: { number: head.number, next: head.before },
    ...(walk && { madeBy: { ...walk.makers } }),
    files,
    payloads,
  }
  await writeManifest(dir, manifest)
  return manifest
}

const FORMAT = 'readout-export@1'

// The first thing written is a manifest that says "not complete": a cut-short export may be written over. The last one says that it is,
// once all that it names is on the disk.
async function prepare(dir: string): Promise<void> {
  await makeFolders(dir).catch((error: unknown) => {
    throw refused(dir, error instanceof Error ? error.message : String(error))
  })
  const names = await readdir(dir)
  if (names.length > 0 && !(await isExport(dir))) throw refused(dir, `it holds other things, such as ${names[0]}`)
  await writeManifest(dir, { format: FORMAT, isComplete: false, files: {}, payloads: 0 }).catch((error: unknown) => {
    throw refused(dir, error instanceof Error ? error.message : String(error))
  })
}

async function isExport(dir: string): Promise<boolean> {
  const text = await readFile(join(dir, 'manifest.json'), 'utf8').catch(() => '') // absent or no file: not an export
  return text.includes(FORMAT)
}

function refused(dir: string, why: string): ReadoutError {
  return new ReadoutError('EXPORT_REFUSED', `${dir}: nothing was written (${why}); name a new or empty folder`)
}

async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const path = join(dir, 'manifest.json')
  await syncFolder(dir)
  await replaceFile(path, `${JSON.stringify(manifest, null, 2)}\n`, `${path}.part`)
  await syncFolder(dir)
}

const NOUN_FILES: Readonly<Record<Exclude<LinkedNoun, 'entity' | 'chains'>, string>> = {
  claim: 'claims.jsonl',
  bearing: 'bearings.jsonl',
  appearance: 'appearances.jsonl',
  independence: 'independences.jsonl',
  quote_match: 'quote-matches.jsonl',
  copy_group: 'near-copies.jsonl',
  stance: 'stances.jsonl',
  story: 'stories.jsonl',
  ledger_row: 'ledger.jsonl',
}

type Store = Desk['store']

function sources(store: Store): [file: string, things: AsyncIterable<unknown> | Iterable<unknown>][] {
  const docs = (after: number) => listReadDocs(store, { after, limit: PAGE })
  const first = ({ first }: { first: number }): number => first
  return [
    [
      'log.jsonl',
      pages(
        (after) => listLog(store, after, PAGE),
        ({ number }) => number,
      ),
    ],
    [
      'captures.jsonl',
      pages(
        (after) => listCaptures(store, after, PAGE),
        ({ number }) => number,
      ),
    ],
    [
      'decisions.jsonl',
      pages(
        (after) => listDecisions(store, after, PAGE),
        ({ number }) => number,
      ),
    ],
    ['docs.jsonl', map(pages(docs, first), ({ readDoc }) => readDoc.doc)],
    ['readings.jsonl', map(pages(docs, first), ({ readDoc }) => readDoc.reading)],
    [
      'faults.jsonl',
      map(
        once(() => listFaults(store)),
        (fault) => fault,
      ),
    ],
    ['entities.jsonl', once(() => Promise.resolve(listEntities(store)))],
    ...Object.entries(NOUN_FILES).map(([noun, file]): [string, Iterable<unknown>] => [
      file,
      walkLinked(store, noun as LinkedNoun),
    ]),
  ]
}

async function* pages<T>(list: (after: number) => Promise<T[]>, keyOf: (thing: T) => number): AsyncGenerator<T> {
  for (let after = 0; ; ) {
    const page = await list(after)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = keyOf(last)
  }
}

async function* once<T>(list: () => Promise<T[]>): AsyncGenerator<T> {
  yield* await list()
}

async function* map<T, U>(things: AsyncIterable<T>, make: (thing: T) => U): AsyncGenerator<U> {
  for await (const thing of things) yield make(thing)
}

async function writeLines(
  path: string,
  things: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<{ lines: number; sha256: string }> {
  const file = await open(path, 'w')
  const hash = createHash('sha256')
  let lines = 0
  try {
    for await (const thing of things) {
      const line = `${JSON.stringify(thing)}\n`
      hash.update(line)
      await file.appendFile(line) // all of it: `write` may take less
      lines += 1
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { lines, sha256: hash.digest('hex') }
}

async function writePayloads(store: Store, dir: string): Promise<number> {
  await makeFolders(dir)
  let count = 0
  for (let after = ''; ; ) {
    const page = await listPayloads(store, after, PAGE)
    for (const some of inChunks(page, AT_ONCE)) {
      const written = await Promise.all(some.map((digest) => writePayload(store, dir, digest)))
      count += written.filter(Boolean).length
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) {
      await syncFolder(dir)
      return count
    }
    after = last
  }
}

// False where the archive lacks it: "readout check" names it. What a former export wrote is tried by its digest, not by its length.
async function writePayload(store: Store, dir: string, digest: Digest): Promise<boolean> {
  const bytes = await findPayload(store, digest)
  if (!bytes) return false
  const path = join(dir, digest)
  const found = await stat(path).catch(() => undefined) // absent: it is written now
  const isThere = found?.size === bytes.length && digestOf(await readFile(path)) === digest
  if (!isThere) await replaceFile(path, bytes)
  return true
}
