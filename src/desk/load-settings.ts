// door: files, process
// The settings of a desk: from the environment, else from its folder, else the defaults.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReadoutError } from '../model/errors.ts'
import { parseSettings, readObject, type Settings, type SettingValues } from './settings.ts'
import { type Environment, settingsIn } from './settings-of-environment.ts'

/** What the origin of a setting is called that stands in the folder. */
export const SETTINGS_FILE = 'settings.json'

/** Settings, and where each that is not a default comes from: `settings.json`, or a variable of the environment. */
export interface TracedSettings {
  readonly settings: Settings
  readonly origins: ReadonlyMap<keyof Settings, string>
  readonly written: SettingValues // as they stand there
}

/** The settings of the desk in this folder; the defaults where nothing is set. Throws SETTINGS_BROKEN. */
export async function loadSettings(dir: string): Promise<Settings> {
  return (await traceSettings(dir)).settings
}

/** The same with the origin of each. Throws SETTINGS_BROKEN. */
export async function traceSettings(dir: string, environment: Environment = process.env): Promise<TracedSettings> {
  const path = join(dir, SETTINGS_FILE)
  const text = await readText(path)
  const outside = settingsIn(environment)
  const file = readObject(text, path)
  const over = Object.fromEntries([...outside].map(([name, { value }]) => [name, value]))
  const origins = new Map(Object.keys(file).map((name) => [name as keyof Settings, SETTINGS_FILE]))
  for (const [name, { variable }] of outside) origins.set(name, variable)
  return { settings: parseSettings(text, path, over), origins, written: { ...file, ...over } }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{}'
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('SETTINGS_BROKEN', `${path}: cannot be read (${said}); mend that or delete it`)
  }
}
