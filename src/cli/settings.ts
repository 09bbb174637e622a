// `readout settings`: what can be set in a desk's settings.json, what is set, and where, and what each is for.
import { traceSettings } from '../desk/load-settings.ts'
import { listSettings } from '../desk/settings.ts'
import { variableOf } from '../desk/settings-of-environment.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'

/** Prints the settings of the desk in the folder. */
export async function showSettings({ desk, json }: { readonly desk: string; readonly json?: true }): Promise<0> {
  endWhenUnread()
  const { settings, origins } = await traceSettings(desk)
  if (json) {
    await printJson(settings)
    return 0
  }
  const lines = listSettings(settings).flatMap(({ name, value, about }) => [
    `${name}: ${value}  (${origins.get(name) ?? 'default'})`,
    `  ${about}`,
  ])
  const where = [
    `They are set in ${desk}/settings.json, as JSON; or by variables of the environment, which outrank it:`,
    `hostGapSeconds as ${variableOf('hostGapSeconds')}. Behind each value stands where it comes from.`,
  ]
  await print([...lines, '', ...where].map(safeLine).join('\n'))
  return 0
}
