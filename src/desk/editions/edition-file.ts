// An edition as a Markdown file: given out to be edited, and taken in again as the edits that it asks for.
import { listEditionVersions } from '../../archive/edition-versions.ts'
import type { Edit } from '../../model/edit.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import { ReadoutError } from '../../model/errors.ts'
import { ALL } from '../../model/watch.ts'
import { type FileFault, readFile, readHead } from '../../publish/editing/file/read-file.ts'
import { writeFile } from '../../publish/editing/file/write-file.ts'
import type { Desk } from '../desk.ts'
import { callPath, openBytes, readUpTo } from '../open-bytes.ts'
import { openDocsOfVersion } from './docs-of-version.ts'
import { type EditionKey, openVersion, type WholeVersion } from './find-edition.ts'

/** The edition that is meant; without a week, the one that was drafted, edited or issued last. Throws EDITION_UNKNOWN. */
export function chooseEdition({ store }: Pick<Desk, 'store'>, { week, watch }: Partial<EditionKey>): EditionKey {
  const own = watch === ALL.id ? undefined : watch
  const last = listEditionVersions(store).findLast(({ ref }) => ref.watch === own)
  const chosen = week ?? last?.ref.week
  if (chosen !== undefined) return { week: chosen, ...(own !== undefined && { watch: own }) }
  throw new ReadoutError(
    'EDITION_UNKNOWN',
    'no edition was drafted on this desk yet; "readout edition draft" makes one',
  )
}

/** A version as a file. */
export function tellAsFile(desk: Pick<Desk, 'store'>, { version }: WholeVersion): string {
  return writeFile(version, openDocsOfVersion(desk, version))
}

/** What a file asks for, of which version; with a fault in it, nothing. */
export interface AskedByFile extends EditionKey {
  readonly from: number
  readonly edits: readonly Edit[]
  readonly faults: readonly FileFault[]
}

/** Reads a file at a path, `-` being standard input. Throws EDIT_REFUSED, EDITION_UNKNOWN, and as `openBytes` does. */
export async function readEditsOf(desk: Pick<Desk, 'store'>, path: string): Promise<AskedByFile> {
  const file = await readText(path)
  const head = readHead(file)
  if (!head) {
    const cure = 'put back the first line, “<!-- readout edition …, version … -->”; "readout edition edit" prints it'
    throw new ReadoutError('EDIT_REFUSED', `${callPath(path)}: it does not say which edition it is; ${cure}`)
  }
  const key = parseEditionKey(head.key)
  const { version } = openVersion(desk, key, head.number)
  return { ...key, from: head.number, ...readFile(file, version) }
}

const CAP = 8 * 1024 * 1024 // bytes; a week's edition has some tens of thousands

async function readText(path: string): Promise<string> {
  const bytes = await readUpTo(openBytes(path), CAP)
  if (!bytes) throw new ReadoutError('FILE_TOO_LARGE', `${callPath(path)}: more than 8 MiB; no edition is that long`)
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    )
  } catch (error) {
    const cure = 'save it as UTF-8'
    throw new ReadoutError('FILE_UNREADABLE', `${callPath(path)}: its characters cannot be read; ${cure}`, {
      cause: error,
    })
  }
}
