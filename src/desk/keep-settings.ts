// door: files
// The settings of a desk into its folder: the whole file at once, so that whoever reads it finds the old one or the new one.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReadoutError } from '../model/errors.ts'
import { replaceFile, syncFolder } from './keep-file.ts'
import { dropLeftParts, namePart } from './part-name.ts'
import { parseSettings, type Settings } from './settings.ts'

/** What the file itself says; empty where there is none. Throws SETTINGS_BROKEN. */
export async function readSettings(dir: string): Promise<Readonly<Partial<Settings>>> {
  const path = settingsPath(dir)
  try {
    const text = await readFile(path, 'utf8')
    parseSettings(text, path)
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Partial<Settings>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Writes the file anew; it is on the disk when this returns. Throws SETTINGS_BROKEN where what it would hold is refused, or where it cannot be written. */
export async function writeSettings(dir: string, settings: Readonly<Partial<Settings>>): Promise<void> {
  const path = settingsPath(dir)
  const text = `${JSON.stringify(settings, undefined, 2)}\n`
  parseSettings(text, path)
  try {
    await dropLeftParts(path)
    await replaceFile(path, text, namePart(path))
    await syncFolder(dir)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('SETTINGS_BROKEN', `${path}: cannot be written (${said}); nothing was changed`)
  }
}

/** Where they lie. */
export function settingsPath(dir: string): string {
  return join(dir, 'settings.json')
}
