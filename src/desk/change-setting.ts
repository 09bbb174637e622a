// One setting changed on its page. It is written only where it is still what the page showed, and where it is one that may be.
import { WORDS } from '../publish/interface-words.ts'
import type { Doer } from './accounts/keep-accounts.ts'
import { keepAudited } from './accounts/list-audited.ts'
import type { Desk } from './desk.ts'
import { readSettings, writeSettings } from './keep-settings.ts'
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

let last: Promise<unknown> = Promise.resolve() // one change after the other: each reads the file and writes it anew

/** Writes it, and notes who did. Gives back why not, where it was refused. */
export function changeSetting(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  typed: TypedSetting,
  doer: Doer,
): Promise<string | undefined> {
  const done = last.then(() => change(desk, typed, doer))
  last = done.catch(() => undefined) // told to whoever asked for it
  return done
}

async function change(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  { name, was, isReset, typed }: TypedSetting,
  doer: Doer,
): Promise<string | undefined> {
  const { settings, origins } = await traceSettings(desk.dir)
  const line = listSettings(settings).find((one) => one.name === name)
  if (!line) return WORDS.settings.unknown(name)
  const from = origins.get(line.name)
  if (from !== undefined && from !== SETTINGS_FILE) return WORDS.settings.outside(from)
  if (line.value !== was) return WORDS.settings.stale(line.value)
  const read = isReset ? { value: undefined } : readTyped(line.name, typed)
  if ('noJson' in read) return WORDS.settings.noJson(read.noJson)
  const { value } = read
  const fault = value === undefined ? undefined : faultOf(line.name, value)
  if (fault !== undefined) return fault
  const { [line.name]: _, ...others } = await readSettings(desk.dir)
  const after = value === undefined ? others : { ...others, [line.name]: value }
  await writeSettings(desk.dir, after as Partial<Settings>)
  await keepAudited(desk, { what: 'settings changed', detail: line.name }, doer)
  return undefined
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
