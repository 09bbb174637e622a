// door: files
// What lies in a folder, to its depths: the files that reports end as, and a line for each kind of thing passed over.
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ReadoutError } from '../model/errors.ts'
import type { Incoming } from './incoming.ts'
import { asReadoutError } from './open-bytes.ts'
import { ENDING_NAMES, kindByEnding } from './sniff.ts'

type Skipped = Extract<Incoming, { kind: 'skipped' }>

interface Found {
  readonly path: string
  readonly is: 'file' | 'link' | 'special' // a file or a link to one; a link to a folder; a pipe, a socket or a device
}

/**
 * The paths of the files that may be reports, by name, then what was passed over. Links to folders are not followed:
 * one of them can lead round in a ring. Throws FILE_EMPTY where there is no report, FILE_UNREADABLE.
 */
export async function* readFolder(folder: string): AsyncGenerator<{ readonly path: string } | Skipped> {
  let found = 0
  const others: string[] = []
  const links: string[] = []
  const specials: string[] = []
  for await (const { path, is } of listFiles(folder)) {
    if (is === 'link') links.push(path)
    else if (is === 'special') specials.push(path)
    else if (!kindByEnding(path)) others.push(path)
    else {
      found += 1
      yield { path }
    }
  }
  const skip = (paths: readonly string[], what: string): Skipped[] => {
    const count = paths.length === 1 ? 'one' : `${paths.length}`
    const reason = `${count} ${what.replace('file', paths.length === 1 ? 'file' : 'files')}: ${listed(folder, paths)}`
    return paths.length > 0 ? [{ kind: 'skipped', where: folder, files: paths.length, reason }] : []
  }
  yield* skip(links, 'skipped, a link to a folder, which is not followed')
  yield* skip(specials, 'skipped, a pipe, a socket or a device')
  if (found > 0) yield* skip(others, `file skipped, of another ending than ${ENDING_NAMES}`)
  else {
    const only = others.length > 0 ? `, only ${listed(folder, others)}` : ''
    const cure = 'reports end in .txt, .md, .html or .jsonl, archives of them in .warc or .wacz'
    throw new ReadoutError('FILE_EMPTY', `${folder}: no report in this folder${only}; ${cure}`)
  }
}

const MOST_NAMES = 3

/** "a.png, b.png, c.png and 4 more" */
function listed(folder: string, paths: readonly string[]): string {
  const left = paths.length - MOST_NAMES
  const names = paths.slice(0, MOST_NAMES).map((path) => relative(folder, path))
  return `${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}

async function* listFiles(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw asReadoutError(error, folder)
  })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* listFiles(path)
    else if (entry.isFile()) yield { path, is: 'file' }
    else if (!entry.isSymbolicLink()) yield { path, is: 'special' }
    else yield { path, is: (await isFolder(path)) ? 'link' : 'file' }
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined) // a link to nothing is named when it is read
  return found?.isDirectory() ?? false
}
