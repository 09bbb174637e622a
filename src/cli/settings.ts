// `readout settings`: what can be set in a desk's settings.json, what is set, and what each is for.
import { loadSettings } from '../desk/load-settings.ts'
import { listSettings } from '../desk/settings.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'

/** Prints the settings of the desk in the folder. */
export async function showSettings({ desk, json }: { readonly desk: string; readonly json?: true }): Promise<0> {
  endWhenUnread()
  const settings = await loadSettings(desk)
  if (json) {
    await printJson(settings)
    return 0
  }
  const lines = listSettings(settings).flatMap(({ name, value, isDefault, about }) => [
    `${name}: ${value}${isDefault ? '' : '  (set)'}`,
    `  ${about}`,
  ])
  await print([...lines, '', `They are set in ${desk}/settings.json, as JSON.`].map(safeLine).join('\n'))
  return 0
}
