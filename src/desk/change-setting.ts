// One setting changed on its page. It is written only where it is still what the page showed, and where it is one that may be.
import { WORDS } from '../publish/interface-words.ts'
import type { Doer } from './accounts/keep-accounts.ts'
import { alterSettings } from './alter-settings.ts'
import type { Desk } from './desk.ts'
import { SETTINGS_FILE, traceSettings } from './load-settings.ts'
import { faultOf, listSettings, type Settings } from './settings.ts'
import { parseTyped } from './views/settings.ts'

/** What was typed, and what the page showed before. */
export interface TypedSetting {
  readonly name: string
  readonly was: string // its value as JSON
  readonly isReset: boolean // back to the default
  readonly typed: Readonly<Record<string, string>>
}

/** Writes it, and notes who did. Gives back why not, where it was refused. */
export function changeSetting(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  typed: TypedSetting,
  doer: Doer,
): Promise<string | undefined> {
  return alterSettings(desk, { detail: typed.name, doer }, async (known) => change(desk.dir, typed, known))
}

async function change(
  dir: string,
  { name, was, isReset, typed }: TypedSetting,
  known: Readonly<Partial<Settings>>,
): Promise<{ readonly settings: Readonly<Partial<Settings>> } | { readonly refused: string }> {
  const { settings, origins } = await traceSettings(dir)
  const line = listSettings(settings).find((one) => one.name === name)
  if (!line) return { refused: WORDS.settings.unknown(name) }
  const from = origins.get(line.name)
  if (from !== undefined && from !== SETTINGS_FILE) return { refused: WORDS.settings.outside(from) }
  if (line.value !== was) return { refused: WORDS.settings.stale(line.value) }
  const read = isReset ? { value: undefined } : readTyped(line.name, typed)
  if ('noJson' in read) return { refused: WORDS.settings.noJson(read.noJson) }
  const { value } = read
  const fault = value === undefined ? undefined : faultOf(line.name, value)
  if (fault !== undefined) return { refused: fault }
  const { [line.name]: _, ...others } = known
  return { settings: (value === undefined ? others : { ...others, [line.name]: value }) as Partial<Settings> }
}

function readTyped(
  name: keyof Settings,
  typed: TypedSetting['typed'],
): { readonly value: unknown } | { readonly noJson: string } {
  try {
    return { value: parseTyped(name, typed) }
  } catch (error) {
    if (error instanceof SyntaxError) return { noJson: error.message }
    throw error
  }
}
