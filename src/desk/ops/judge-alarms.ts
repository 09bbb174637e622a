// What is amiss on a desk, from how it does: each with the words that say what to do. Silence is a fault like any other.
import type { Alarm, DeskStatus } from '../../model/desk-status.ts'
import { WORDS } from '../../publish/interface-words.ts'
import type { SourceState } from '../web/health-of.ts'

const BEHIND_MS = 30 * 60_000 // a walk over a large batch takes minutes
const QUIET_MS = 60_000 // of one that says every five seconds that it is there; linking holds its process up for seconds
const JOURNAL = 256 * 2 ** 20 // bytes; SQLite brings it in at a few MiB unless a long reading holds it back
const NAMED = 5 // sources; the page of sources has them all
const MANY_FAILING = 0.5

/** The alarms, the one that stops most first. `silentHours` 0: that nothing comes from anywhere is no alarm. */
export function judgeAlarms(
  status: Omit<DeskStatus, 'alarms'>,
  sources: readonly SourceState[],
  silentHours: number,
): Alarm[] {
  const words = WORDS.status.alarm
  const now = Date.parse(status.at)
  const alarms: Alarm[] = []
  const { stopped, waiting, waitingSince, journalBytes = 0, jobsAside, mailUnknown } = status
  if (stopped !== undefined) alarms.push({ name: 'intake stopped', words: WORDS.status.stopped(stopped) })
  if (waiting > 0 && waitingSince !== undefined && now - Date.parse(waitingSince) > BEHIND_MS) {
    alarms.push({ name: 'behind', words: words.behind(waiting, waitingSince) })
  }
  for (const { kind, machine, at } of status.processes) {
    if (now - Date.parse(at) <= QUIET_MS) continue
    alarms.push({ name: 'quiet', words: words.quiet(WORDS.status.kinds[kind], machine, at) })
  }
  if (journalBytes > JOURNAL) alarms.push({ name: 'journal', words: words.journal(Math.floor(journalBytes / 2 ** 20)) })
  alarms.push(...ofSources(sources, now, silentHours))
  if (jobsAside > 0) alarms.push({ name: 'jobs aside', words: words.jobs(jobsAside) })
  if (mailUnknown > 0) alarms.push({ name: 'mail unknown', words: words.mail(mailUnknown) })
  return alarms
}

function ofSources(all: readonly SourceState[], now: number, silentHours: number): Alarm[] {
  const words = WORDS.status.alarm
  const sources = all.filter(({ source }) => source.state === 'followed')
  const alarms: Alarm[] = []
  const latest = sources
    .flatMap(({ health }) => health.latest ?? [])
    .sort()
    .at(-1)
  if (silentHours > 0 && latest !== undefined && now - Date.parse(latest) > silentHours * 3_600_000) {
    alarms.push({ name: 'all silent', words: words.allSilent(latest, silentHours) })
  }
  const silent = sources.filter(({ health }) => health.isSilent)
  for (const { source, health } of silent.slice(0, NAMED)) {
    alarms.push({ name: 'silent', words: words.silentSource(source.title ?? source.url, health.latest ?? '') })
  }
  if (silent.length > NAMED) alarms.push({ name: 'silent', words: words.silentMore(silent.length - NAMED) })
  const failing = sources.filter(({ health }) => health.fault !== undefined).length
  if (failing > 0 && failing >= sources.length * MANY_FAILING) {
    alarms.push({ name: 'failing', words: words.failing(failing, sources.length) })
  }
  return alarms
}
