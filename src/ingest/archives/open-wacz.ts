// door: files
// The archives in a WACZ file: a zip that has WARC files in a folder, with indexes and pages beside them. Names of entries
// are compared and printed and never lead to a file. What unzips to far more than it is, or is locked, is not opened.
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ReadoutError } from '../../model/errors.ts'
import type { OpenAt } from './read-warc.ts'

/** One archive in it, or the reason why it is not to be opened. */
export type ZippedWarc = { readonly entry: string } & ({ readonly open: OpenAt } | { readonly refused: ReadoutError })

export interface Wacz {
  readonly archives: readonly ZippedWarc[] // in the order in which they lie there
  close(): void
}

const MOST_ENTRIES = 10_000
const MOST_TIMES = 100 // as large once unzipped: the archives in it are zipped already
const OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false } as const

/** Opens the file. Throws WARC_BROKEN. */
export async function openWacz(path: string): Promise<Wacz> {
  const zip = await openPromise(path, OPTIONS).catch((error: Error) => {
    throw broken(path, `it is no whole zip file (${error.message})`)
  })
  try {
    const archives = await listArchives(path, zip)
    if (archives.length === 0) throw broken(path, 'there is no WARC file in it')
    return { archives, close: () => zip.close() }
  } catch (error) {
    zip.close()
    if (error instanceof ReadoutError) throw error
    throw broken(path, `its list of entries cannot be read (${(error as Error).message})`)
  }
}

async function listArchives(path: string, zip: ZipFile): Promise<ZippedWarc[]> {
  if (zip.entryCount > MOST_ENTRIES) throw broken(path, `it has more than ${MOST_ENTRIES} entries`)
  const archives: ZippedWarc[] = []
  for await (const entry of zip.eachEntry()) {
    const named = entry.fileNameRaw.toString()
    if (!/\.warc(?:\.gz)?$/i.test(named)) continue
    const name = `${path}!${named}`
    const why = whyNot(entry)
    if (why) archives.push({ entry: named, refused: broken(name, why) })
    else archives.push({ entry: named, open: (offset) => openEntry(zip, entry, { name, from: offset }) })
  }
  return archives
}

function whyNot(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return 'it is locked with a password'
  if (!entry.canDecodeFileData()) return 'it is packed in a way that is not known'
  const isBomb = entry.uncompressedSize > MOST_TIMES * Math.max(entry.compressedSize, 1024)
  return isBomb ? `it is more than ${MOST_TIMES} times as large once unzipped, made to do harm` : undefined
}

/** The library ends the stream with an error where an entry is larger than it said. */
async function* openEntry(
  zip: ZipFile,
  entry: Entry,
  { name, from }: { readonly name: string; readonly from: number },
): AsyncGenerator<Uint8Array> {
  let left = from
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (left < chunk.length) yield chunk.subarray(left)
      left = Math.max(0, left - chunk.length)
    }
  } catch (error) {
    throw broken(name, `it cannot be read to its end (${(error as Error).message})`)
  }
}

function broken(where: string, what: string): ReadoutError {
  return new ReadoutError('WARC_BROKEN', `${where}: ${what}; fetch the archive again`)
}
