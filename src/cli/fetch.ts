// `readout fetch`: asks the followed sources and the pages that they lead to for whatever is due, and reads what came.
import { derive } from '../desk/derive.ts'
import { openDesk } from '../desk/open-desk.ts'
import { readVersion } from '../desk/read-version.ts'
import { followSources } from '../desk/web/follow-sources.ts'
import type { Asked } from '../desk/web/following.ts'
import { listHealth } from '../desk/web/health-of.ts'
import { openFollowing } from '../desk/web/open-following.ts'
import { onInterrupt } from './on-interrupt.ts'
import { print, printJson, showProgress, warn } from './output.ts'
import { safeLine } from './show-safely.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Asks until nothing is due, then derives. 0 also where some addresses could not be had: each is told in a line. 130 where it was stopped. */
export async function fetchDue({ desk: dir, json }: Options): Promise<0 | 130> {
  const desk = await openDesk(dir, { make: false })
  const { signal, done } = onInterrupt()
  const tally = new Map<string, number>()
  const onAsked = (asked: Asked): void => {
    tally.set(asked.outcome, (tally.get(asked.outcome) ?? 0) + 1)
    told = told.then(() => (json ? printJson(asked) : print(writeAsked(asked))))
  }
  let told = Promise.resolve()
  const following = await openFollowing(desk, readVersion(), { signal, onAsked })
  try {
    await followSources(following)
    await told
    done() // from here on Ctrl-C ends it at once: what is being read is read by the next
    const counts = [...tally].map(([outcome, count]) => `${count} ${outcome}`).join(', ')
    if (signal.aborted) {
      warn(`stopped${counts && ` after ${counts}`}; what came is kept, and "readout fetch" goes on`)
      return 130
    }
    const progress = showProgress()
    const { read, faults } = await derive(desk, progress.step)
    progress.end()
    for (const { message } of faults) warn(message)
    for (const { source, health } of await listHealth(desk)) {
      if (health.isSilent) warn(`${source.title ?? source.url} fell silent: nothing new since ${health.latest}`)
    }
    if (!json) await print(`${counts || 'nothing was due'}; ${read} read`)
    return 0
  } finally {
    done()
    await following.close()
    await desk.close()
  }
}

// had https://courier.example/dam -> courier.example-dam
function writeAsked({ url, outcome, reason, found, report }: Asked): string {
  const news = found > 0 ? `, ${found} new` : ''
  const name = report === undefined ? '' : ` -> ${report}`
  return safeLine(`${outcome}  ${url}${news}${name}${reason === undefined ? '' : ` (${reason})`}`)
}
