// door: files
// Every capture of a desk in one WARC file, written beside its name and renamed when it is whole: what bears the name
// is never half a file, and never in the place of another.
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type WarcCount, writeWarc } from '../archive/write-warc.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Desk } from './desk.ts'
import { isSystemError, syncFolder } from './keep-file.ts'

/** Exports into FILE.warc, or into FILE.warc.gz with a gzip member a record. Throws EXPORT_REFUSED where a file is. */
export async function exportWarc({ store }: Pick<Desk, 'store'>, path: string, software: string): Promise<WarcCount> {
  const gzip = /\.gz$/i.test(path)
  if (!/\.warc(\.gz)?$/i.test(path)) throw refused(path, 'its ending is neither .warc nor .warc.gz')
  await mustBeNew(path)
  const count: WarcCount = { captures: 0, records: {} }
  const part = `${path}.part`
  const file = await open(part, 'w').catch((error: unknown) => {
    throw refused(path, error instanceof Error ? error.message : String(error))
  })
  try {
    for await (const bytes of writeWarc(store, { gzip, software, count })) await file.appendFile(bytes)
    await file.sync()
    await file.close()
    await mustBeNew(path) // somebody else may have been faster
    await rename(part, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await file.close().catch(() => {}) // closed already
    await rm(part, { force: true }).catch(() => {}) // the first error says what happened
    throw isSystemError(error) ? refused(path, error.message) : error
  }
  return count
}

async function mustBeNew(path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) throw refused(path, 'there is a file of that name')
}

function refused(path: string, why: string): ReadoutError {
  return new ReadoutError(
    'EXPORT_REFUSED',
    `${path}: nothing was written (${why}); name a new file, such as desk.warc.gz`,
  )
}
