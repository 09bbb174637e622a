// door: files
// One file, there whole or not at all.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ReadoutError } from '../../model/errors.ts'

/** Writes the file, and the folders that it lies in. Throws EXPORT_REFUSED. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await replaceFile(path, text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const cure = 'name a place that you may write to with --out'
    throw new ReadoutError('EXPORT_REFUSED', `${path}: cannot be written (${said}); ${cure}`, { cause: error })
  }
}

/**
 * Under another name first: whoever reads along finds the old file or the new one, never half of one. What a killed run left under
 * that name is made anew, so that a link in its place leads nowhere.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const part = `${file}.readout-part`
  await rm(part, { force: true })
  await writeFile(part, text, { flag: 'wx' })
  await rename(part, file)
}
