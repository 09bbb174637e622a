// door: process
// Serving until somebody ends it: Ctrl-C or a polite kill lets what is under way come to its end, within a limit, and then closes the
// server, so that the desk closes after it.
import { once } from 'node:events'
import { type Background, workInBackground } from '../desk/background.ts'
import type { Desk } from '../desk/desk.ts'
import { loadSettings } from '../desk/load-settings.ts'
import { keepDays } from '../desk/manifests/keep-days.ts'
import type { Hold } from '../desk/ops/hold-desk.ts'
import { keepBeating } from '../desk/ops/keep-beating.ts'
import { keepSmall } from '../desk/ops/keep-small.ts'
import { openStatus } from '../desk/ops/open-status.ts'
import { watchAlarms } from '../desk/ops/watch-alarms.ts'
import { readVersion } from '../desk/read-version.ts'
import { serve } from '../server/serve.ts'
import { type LogForm, openLog } from './open-log.ts'
import { print } from './output.ts'
import { tellOfWork } from './tell-of-work.ts'

export interface Serving {
  readonly port: number
  readonly host?: string
  readonly fetch?: boolean
  readonly work?: boolean
  readonly log?: LogForm
  readonly hold: Hold
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Serves the desk until SIGINT or SIGTERM, and does its work meanwhile unless told that others do. Throws PORT_TAKEN. */
export async function keepServing(
  desk: Desk,
  { fetch: isFollowing = true, work: isWorking = true, hold, log, ...options }: Serving,
): Promise<void> {
  const tell = await openLog(log)
  const version = readVersion()
  const { stopSeconds } = await loadSettings(desk.dir)
  let background: Background | undefined
  const nudging = { ...desk, nudge: () => background?.nudge() }
  const status = openStatus(desk)
  const server = await serve(nudging, { ...options, tell, status })
  const { url } = server
  const small = keepSmall()
  hold.tell(url)
  const beating = keepBeating(desk, 'serve', version)
  const alarms = watchAlarms(status, tell)
  const days = keepDays(desk, tell)
  if (isWorking && !desk.store.isReadOnly) {
    background = workInBackground(desk, version, { isFollowing, ...tellOfWork(tell) })
  }
  const ended = new AbortController()
  const { signal } = ended
  const asked = Promise.race(SIGNALS.map((name) => once(process, name, { signal }).then(() => name)))
  if (log !== 'json') await print(`serving ${desk.dir} on ${url} (Ctrl-C ends it)`)
  tell({ what: 'serving', level: 'info', facts: { url, desk: desk.dir, version } })
  const name = await asked
  ended.abort() // a second Ctrl-C ends the process at once
  tell({ what: 'stopping', level: 'info', facts: { signal: name, seconds: stopSeconds } })
  alarms.end()
  days.end()
  const [brokenOff] = await Promise.all([server.close(stopSeconds * 1000), background?.end()])
  await beating.end()
  small.end()
  tell({ what: 'stopped', level: 'info', facts: { brokenOff } })
}
