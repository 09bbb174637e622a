// door: files
// A case written into a new folder: what it rests on, word for word and byte for byte, with a list of digests by which others check it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findKeptRecord, listLogLines } from '../../archive/case-records.ts'
import { headOf } from '../../archive/log.ts'
import { findPayload } from '../../archive/payload.ts'
import { findCurrentRecord } from '../../archive/removable.ts'
import { writeWarc } from '../../archive/write-warc.ts'
import { digestOf } from '../../model/digest.ts'
import type { Doc } from '../../model/doc.ts'
import { ReadoutError } from '../../model/errors.ts'
import { pageName } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { isSystemError, makeFolders, syncFolders, writeForced } from '../keep-file.ts'
import { tellCase } from './case-readme.ts'
import { type Case, findCase } from './find-case.ts'
import { tellEvidence } from './tell-evidence.ts'

/** What was written. */
export interface WrittenCase {
  readonly files: number
  readonly reports: number
  readonly captures: number
  readonly claims: number
  readonly decisions: number
}

/** Writes the case. Throws EXPORT_REFUSED where the folder holds anything, and as `findCase` does. */
export async function writeCase(
  desk: Pick<Desk, 'store' | 'now'>,
  { dir, named, software }: { readonly dir: string; readonly named: readonly string[]; readonly software: string },
): Promise<WrittenCase> {
  const found = await findCase(desk, named)
  await prepare(dir)
  try {
    return await fill(desk, { dir, named, software }, found)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const cure = 'its SHA256SUMS is missing, so it is no case; make room, and name a new folder'
    const said = `${dir}: cannot be written to its end (${error.message}); ${cure}`
    throw new ReadoutError('EXPORT_REFUSED', said, { cause: error })
  }
}

async function fill(
  desk: Pick<Desk, 'store' | 'now'>,
  { dir, named, software }: { readonly dir: string; readonly named: readonly string[]; readonly software: string },
  found: Case,
): Promise<WrittenCase> {
  const { docs, captures, claims, decisions } = found
  const head = headOf(desk.store)
  const folder = openFolder(dir)
  const removed = await writeRecords(desk, folder, found)
  await writePayloads(desk, folder, found)
  await folder.stream('captures.warc.gz', () => {
    const count = { captures: 0, records: {} }
    return writeWarc(desk.store, { gzip: true, software, count, only: captures })
  })
  const from = Math.min(head.number, ...captures.map(({ number }) => number), ...decisions.map(({ number }) => number))
  await folder.stream('log.jsonl', async function* () {
    for await (const line of listLogLines(desk.store, from, head.number)) yield encode(`${line}\n`)
  })
  const fileOf = namesOf(docs)
  for (const doc of docs) await folder.write(fileOf(doc), doc.text)
  await folder.write('evidence.jsonl', lines(tellEvidence(found, fileOf)))
  await folder.write('claims.jsonl', lines(claims))
  await folder.write('README.txt', tellCase({ named, from, head, removed }))
  const manifest = {
    format: 'readout-case@1',
    madeAt: desk.now(),
    madeBy: software,
    case: named,
    log: { from, number: head.number, next: head.before },
    reports: docs.map((doc) => tellDoc(doc, fileOf(doc))),
    captures: captures.map(({ number, capture }) => ({ number, id: capture.id })),
    decisions: decisions.map(({ number, id }) => ({ number, id })),
    files: folder.listed().map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  }
  await folder.write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  const files = folder.listed()
  await writeForced(join(dir, 'SHA256SUMS'), files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
  await syncFolders(dir)
  const counts = { reports: docs.length, captures: captures.length, claims: claims.length, decisions: decisions.length }
  return { files: files.length + 1, ...counts }
}

function tellDoc({ id, name, title, outlet, published, url, madeBy, capture }: Doc, text: string): object {
  return {
    name,
    doc: id,
    text,
    madeBy,
    capture,
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(url && { url }),
  }
}

// Under the ids that the log has; how many are not what they are called, since a removal took words out of them.
async function writeRecords(
  { store }: Pick<Desk, 'store'>,
  folder: Folder,
  { captures, decisions, editions }: Case,
): Promise<number> {
  let removed = 0
  const put = async (path: string, id: string, text: string): Promise<void> => {
    if (digestOf(text) !== id) removed += 1
    await folder.write(`${path}/${id}.json`, text)
  }
  for (const { capture } of captures) {
    const record = findKeptRecord(store, 'capture', capture.id)
    if (record) await put('records/captures', record.id, record.text)
  }
  for (const { id, text } of decisions) await put('records/decisions', id, text)
  for (const { ref } of editions) {
    const record = findCurrentRecord(store, ref.digest)
    if (record) await put('editions', ref.digest, record.text)
  }
  return removed
}

async function writePayloads({ store }: Pick<Desk, 'store'>, folder: Folder, { captures }: Case): Promise<void> {
  const digests = captures.flatMap(({ capture: { outcome } }) => ('payload' in outcome ? outcome.payload : []))
  for (const digest of new Set(digests)) {
    const bytes = await findPayload(store, digest) // absent: removed, which a decision among the records says
    if (bytes) await folder.write(`payloads/${digest}`, bytes)
  }
}

// Two texts of one report, as an older edition cites an older reading of it, have a file each.
function namesOf(docs: readonly Doc[]): (doc: Doc) => string {
  const names = new Map<Doc, string>()
  const taken = new Set<string>()
  for (const doc of docs) {
    const plain = `texts/${pageName(doc.name)}.txt`
    const name = taken.has(plain.toLowerCase()) ? `texts/${pageName(`${doc.name} ${doc.id.slice(0, 8)}`)}.txt` : plain
    taken.add(name.toLowerCase())
    names.set(doc, name)
  }
  return (doc) => names.get(doc) ?? `texts/${doc.id}.txt`
}

function lines(things: Iterable<object>): string {
  return [...things].map((thing) => `${JSON.stringify(thing)}\n`).join('')
}

interface Written {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

interface Folder {
  write(path: string, content: string | Uint8Array): Promise<void>
  stream(path: string, make: () => AsyncIterable<Uint8Array>): Promise<void>
  listed(): readonly Written[] // by path
}

function openFolder(dir: string): Folder {
  const written: Written[] = []
  const note = (path: string, bytes: number, sha256: string): void => void written.push({ path, bytes, sha256 })
  const makeRoom = (path: string) => mkdir(join(dir, path, '..'), { recursive: true })
  return {
    async write(path, content) {
      const bytes = typeof content === 'string' ? encode(content) : content
      await makeRoom(path)
      await writeForced(join(dir, path), bytes)
      note(path, bytes.length, digestOf(bytes))
    },
    async stream(path, make) {
      await makeRoom(path)
      const file = await open(join(dir, path), 'wx')
      try {
        for await (const piece of make()) await file.appendFile(piece)
        await file.sync()
      } finally {
        await file.close()
      }
      const hash = createHash('sha256')
      for await (const piece of createReadStream(join(dir, path))) hash.update(piece as Uint8Array)
      note(path, (await stat(join(dir, path))).size, hash.digest('hex'))
    },
    listed: () => written.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function prepare(dir: string): Promise<void> {
  const refused = (why: string): ReadoutError =>
    new ReadoutError('EXPORT_REFUSED', `${dir}: nothing was written (${why}); name a new or empty folder`)
  await makeFolders(dir).catch((error: unknown) => {
    throw refused(error instanceof Error ? error.message : String(error))
  })
  const [name] = await readdir(dir)
  if (name !== undefined) throw refused(`it holds other things, such as ${name}`)
}
