// The settings as their page shows them, and one of them as it was typed there.
import { WORDS } from '../../publish/interface-words.ts'
import type { SettingsView, ShownSetting } from '../../publish/pages/settings.ts'
import type { Desk } from '../desk.ts'
import { settingsPath } from '../keep-settings.ts'
import { traceSettings } from '../load-settings.ts'
import { DEFAULTS, listSettings, type Settings } from '../settings.ts'

/** All settings. Throws SETTINGS_BROKEN. */
export async function makeSettings({ dir }: Pick<Desk, 'dir'>): Promise<SettingsView> {
  const { settings, origins, written } = await traceSettings(dir)
  return {
    path: settingsPath(dir),
    settings: listSettings(settings).map(({ name, value, about }): ShownSetting => {
      const from = origins.get(name)
      return {
        name,
        about,
        value,
        fallback: write(DEFAULTS[name]),
        ...(from !== undefined && { from }),
        // watches are many parts with defaults: what is typed is what was written of them
        ...typedAs(name, name === 'watches' ? (written.watches ?? []) : settings[name]),
      }
    }),
  }
}

function write(value: unknown): string {
  return JSON.stringify(value ?? null)
}

// How a setting is typed follows from its default: a number, a list, a least and a most, or words.
function typedAs(name: keyof Settings, value: unknown): Pick<ShownSetting, 'parts' | 'hint'> {
  const words = WORDS.settings
  const whole = (text: string, hint: string, isLong = false): ReturnType<typeof typedAs> => ({
    parts: [{ key: '', value: text, isLong }],
    hint,
  })
  const fallback: unknown = DEFAULTS[name]
  if (name === 'watches') return whole(JSON.stringify(value, undefined, 2), words.json, true)
  if (Array.isArray(fallback)) return whole((value as unknown[]).join(', '), words.list)
  if (typeof fallback === 'number') return whole(String(value), words.number)
  if (typeof fallback !== 'object') return whole(String(value ?? ''), words.text)
  const parts = Object.entries(value as object).map(([key, own]) => ({ key, value: String(own) }))
  const isWords = Object.values(fallback as object).some((part) => typeof part === 'string')
  return { parts, hint: isWords ? words.text : words.number }
}

/**
 * What was typed as a value of the setting; undefined: it is to be the default again. It may still be one that is refused. Throws
 * SyntaxError for what was to be JSON and is none.
 */
export function parseTyped(name: keyof Settings, typed: Readonly<Record<string, string>>): unknown {
  const text = (typed.value ?? '').trim()
  const fallback: unknown = DEFAULTS[name]
  if (name === 'watches') return text === '' ? [] : JSON.parse(text)
  if (Array.isArray(fallback)) {
    const all = text.split(/[,\s]+/).filter((one) => one !== '')
    return typeof fallback[0] === 'number' ? all.map(numberIn) : all
  }
  if (typeof fallback === 'number') return numberIn(text)
  if (typeof fallback === 'object') {
    const parts = Object.entries(fallback as object)
    return Object.fromEntries(
      parts.map(([key, own]) => {
        const part = typed[`value.${key}`] ?? ''
        return [key, typeof own === 'string' ? part.trim() : numberIn(part)]
      }),
    )
  }
  return text === '' && fallback === undefined ? undefined : text
}

// What is no number stays as it is, so that it is refused by name.
function numberIn(text: string): number | string {
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : text
}
