// Settings from variables of the environment, for desks whose folder is made anew with each container: READOUT_SETTING_HOST_GAP_SECONDS
// sets hostGapSeconds. They outrank the file. A variable that sets nothing is refused by name, since it was meant to.
import { ReadoutError } from '../model/errors.ts'
import { DEFAULTS, faultOf, SETTING_NAMES, type Settings } from './settings.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Values of settings by name, with the variable that each stands in. */
export type SetOutside = ReadonlyMap<keyof Settings, { readonly variable: string; readonly value: unknown }>

const PREFIX = 'READOUT_SETTING_'

/** What the environment sets. Throws SETTINGS_BROKEN, naming the variable. */
export function settingsIn(environment: Environment): SetOutside {
  const names = new Map(SETTING_NAMES.map((name) => [variableOf(name), name]))
  const found = new Map<keyof Settings, { variable: string; value: unknown }>()
  for (const [variable, text] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || text === undefined) continue
    const name = names.get(variable)
    if (!name) {
      const cure = '"readout settings" lists what can be set, hostGapSeconds as READOUT_SETTING_HOST_GAP_SECONDS'
      throw new ReadoutError('SETTINGS_BROKEN', `${variable}: there is no setting of that name; ${cure}`)
    }
    const value = parseValue(name, text, variable)
    const fault = faultOf(name, value)
    if (fault !== undefined) throw new ReadoutError('SETTINGS_BROKEN', `${variable}: ${fault}; mend it or unset it`)
    found.set(name, { variable, value })
  }
  return found
}

/** hostGapSeconds -> READOUT_SETTING_HOST_GAP_SECONDS */
export function variableOf(name: keyof Settings): string {
  return PREFIX + name.replace(/[A-Z]/g, '_$&').toUpperCase()
}

// Words as they are; numbers; a list as JSON or parted by commas; all else as JSON.
function parseValue(name: keyof Settings, text: string, variable: string): unknown {
  const fallback: unknown = DEFAULTS[name]
  if (fallback === undefined || typeof fallback === 'string') return text
  if (Array.isArray(fallback) && name !== 'watches' && !/^\s*\[/.test(text)) {
    const all = text.split(/[,\s]+/).filter((one) => one !== '')
    return typeof fallback[0] === 'number' ? all.map(Number) : all
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReadoutError('SETTINGS_BROKEN', `${variable}: a value in JSON is wanted (${said}); mend it or unset it`)
  }
}
