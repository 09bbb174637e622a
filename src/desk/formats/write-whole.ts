// door: files
// One file, there whole or not at all.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ReadoutError } from '../../model/errors.ts'

/** Writes the file, and the folders that it lies in. Throws EXPORT_REFUSED. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const cure = 'name a file in a folder that you may write to with --out'
    throw new ReadoutError('EXPORT_REFUSED', `${path}: cannot be written (${said}); ${cure}`, { cause: error })
  }
}
