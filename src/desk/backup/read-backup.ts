// door: files
// A backup as it is read again: its files by their sums, the rows of its tables as they come.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { readRows } from '../../archive/backup/row-lines.ts'
import type { Row } from '../../archive/statement.ts'
import { ReadoutError } from '../../model/errors.ts'
import { ABOUT, type BackupContents, CONTENTS, damaged, parseContents, SUMS } from './contents.ts'

export interface OpenBackup {
  readonly dir: string
  readonly contents: BackupContents
  /** The sums as they stand in their list, by path. */
  readonly sums: ReadonlyMap<string, string>
}

/** Opens a backup by its table of contents, held against its sum. Throws FILE_MISSING, BACKUP_DAMAGED, DESK_NEWER. */
export async function openBackup(dir: string): Promise<OpenBackup> {
  const listed = await readText(dir, SUMS)
  const sums = new Map<string, string>()
  const lines = listed.split('\n')
  if (lines.pop() !== '') throw damaged(dir, `its ${SUMS} is cut`)
  for (const line of lines) {
    const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (sum === undefined || path === undefined) throw damaged(dir, `its ${SUMS} has a line that is none`)
    sums.set(path, sum)
  }
  if (!sums.has(ABOUT)) throw damaged(dir, `its ${SUMS} is cut: it ends before ${ABOUT}`)
  const text = await readText(dir, CONTENTS)
  if (createHash('sha256').update(text).digest('hex') !== sums.get(CONTENTS)) {
    throw damaged(dir, `its ${CONTENTS} has not the sum that stands in ${SUMS}: one of the two was changed`)
  }
  return { dir, contents: parseContents(text, dir), sums }
}

/** What is wrong with a file's bytes as a whole; none: it has the length and the sum that it should. */
export async function tryFile(dir: string, path: string, sum: string, bytes?: number): Promise<string | undefined> {
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const piece of createReadStream(join(dir, path), { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
      hash.update(piece)
      length += piece.byteLength
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? 'it is gone' : `it cannot be read (${message})`
  }
  if (bytes !== undefined && length < bytes) return `it is cut: ${length} bytes of ${bytes}`
  return hash.digest('hex') === sum ? undefined : 'its bytes were changed: it has another SHA-256'
}

/** The rows of a file. Throws a RowBroken where it cannot be read to its end. */
export async function* rowsIn(dir: string, path: string, columns: readonly string[]): AsyncGenerator<Row[]> {
  const gunzip = createGunzip({ chunkSize: PIECE })
  const piped = pipeline(createReadStream(join(dir, path), { highWaterMark: PIECE }), gunzip).catch(() => {}) // told to whoever reads, as well
  try {
    yield* readRows(gunzip, columns)
  } finally {
    gunzip.destroy()
    await piped
  }
}

const PIECE = 2 ** 18 // bytes read at a time

async function readText(dir: string, name: string): Promise<string> {
  try {
    return await readFile(join(dir, name), 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw damaged(dir, `its ${name} cannot be read (${message})`)
    const hint = name === SUMS ? 'name the folder that "readout backup" wrote' : 'it was lost'
    throw new ReadoutError('FILE_MISSING', `${dir}: it holds no ${name}; ${hint}`)
  }
}
