// door: files
// The settings of a desk from its folder.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReadoutError } from '../model/errors.ts'
import { DEFAULTS, parseSettings, type Settings } from './settings.ts'

/** The settings of the desk in this folder; the defaults where it has no settings.json. Throws SETTINGS_BROKEN. */
export async function loadSettings(dir: string): Promise<Settings> {
  const path = join(dir, 'settings.json')
  try {
    return parseSettings(await readFile(path, 'utf8'), path)
  } catch (error) {
    if (error instanceof ReadoutError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return DEFAULTS
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('SETTINGS_BROKEN', `${path}: cannot be read (${said}); mend that or delete it`)
  }
}
