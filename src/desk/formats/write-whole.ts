// One file, there whole or not at all.
import { dirname } from 'node:path'
import { ReadoutError } from '../../model/errors.ts'
import { makeFolders, replaceFile, syncFolder } from '../keep-file.ts'

/** Writes the file, and the folders that it lies in; it is on the disk when this returns. Throws EXPORT_REFUSED. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  cure = 'name a place that you may write to with --out',
): Promise<void> {
  try {
    await makeFolders(dirname(path))
    await replaceFile(path, content)
    await syncFolder(dirname(path))
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('EXPORT_REFUSED', `${path}: cannot be written (${said}); ${cure}`, { cause: error })
  }
}
