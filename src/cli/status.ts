// `readout status`: how the desk does, and what of it is amiss.
import { makeStatus } from '../desk/ops/make-status.ts'
import { listFacts, tellProcess } from '../desk/ops/tell-status.ts'
import { endWhenUnread, print, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'
import { withDeskAsItIs } from './with-desk.ts'

/** Prints it; 1 where something is amiss, so that a watchman need not read. */
export async function showStatus({ desk: dir, json }: { readonly desk: string; readonly json?: true }): Promise<0 | 1> {
  endWhenUnread()
  return await withDeskAsItIs(dir, async (desk) => {
    const status = await makeStatus(desk)
    if (json) await printJson(status)
    else {
      const lines = [
        ...status.alarms.map(({ words }) => `ALARM ${words}`),
        ...listFacts(status).map(([name, value]) => `${name}: ${value}`),
        ...status.processes.map((one) => `${one.kind} ${one.machine} ${one.pid}: ${tellProcess(one)}`),
      ]
      await print(lines.map(safeLine).join('\n'))
    }
    return status.alarms.length > 0 ? 1 : 0
  })
}
