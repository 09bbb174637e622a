// Whether the fetching program behaved, by the newsstand's log alone: gaps and turns of each host, robots.txt, Retry-After,
// conditions, and what its requests said.
import type { Access } from './access-log.ts'
import { DAY, HOUR, type Host, MINUTE, type Stand } from './stand.ts'

export interface MannersOptions {
  readonly userAgent: string
  readonly slack: number // virtual milliseconds by which the server's times may be off
  readonly gap?: number // between two requests to one host
  readonly kills?: readonly number[] // when the program was killed: what it had not kept by then it may ask again
  readonly kept: ReadonlyMap<string, readonly KeptAnswer[]> // what the desk holds of a page, by its host and path
  readonly repeat?: Readonly<Partial<Record<Access['asked'], number>>> // no sooner after an answer that was had
}

/** An answer as the desk has it. */
export interface KeptAnswer {
  readonly at: number
  readonly isHad: boolean // false: refused or failed, by what the program saw of it
}

export interface Manners {
  readonly faults: readonly string[]
  readonly leastGap: number // from the beginning of one request to the next one's, in virtual milliseconds
  readonly leastPause: number // from its end
  readonly asked: number // again, what had been had before with a validator
  readonly conditional: number // of these, with the validator
  readonly unchanged: number // of these, answered with 304
}

const GAP = 5000
const NO_SECRETS = ['cookie', 'authorization', 'referer', 'origin', 'from', 'proxy-authorization']

export function judgeManners(stand: Stand, log: readonly Access[], options: MannersOptions): Manners {
  const faults: string[] = []
  const tally = { leastGap: Infinity, leastPause: Infinity, asked: 0, conditional: 0, unchanged: 0 }
  const hosts = new Map(stand.hosts.map((host) => [host.name, host]))
  for (const [name, entries] of Map.groupBy(log, ({ host }) => host)) {
    const host = hosts.get(name)
    const say = (what: string, at: number): void => void faults.push(`${name}, ${tellTime(stand, at)}: ${what}`)
    if (!host) {
      say('asked for, and no host of the newsstand', entries[0]?.began ?? 0)
      continue
    }
    judgeTurns(host, entries, options, say, tally)
    judgeRobots(stand, host, entries, options, say)
    judgeRefusals(entries, options, say)
    judgeHeaders(entries, options, say)
    judgeRepeats(host, entries, options, say, tally)
  }
  return { faults, ...tally }
}

type Say = (what: string, at: number) => void
type Tally = { -readonly [K in Exclude<keyof Manners, 'faults'>]: number }

/** One at a time, and not too soon after the one before. */
function judgeTurns(host: Host, entries: readonly Access[], options: MannersOptions, say: Say, tally: Tally): void {
  const least = host.robots === 'slow' ? 20_000 : (options.gap ?? GAP)
  for (const [i, { path, began }] of entries.entries()) {
    const before = entries[i - 1]
    if (!before || isRepeated(before, path)) continue
    const gap = began - before.began
    const pause = began - (before.ended ?? began)
    if (least === GAP) tally.leastGap = Math.min(tally.leastGap, gap)
    if (least === GAP) tally.leastPause = Math.min(tally.leastPause, pause)
    // of robots.txt the delay that it names is known only after it
    const due = before.path === '/robots.txt' ? (options.gap ?? GAP) : least
    if (gap < due - options.slack)
      say(`${path} was asked for ${tellMs(gap)} after ${before.path}, not ${tellMs(due)}`, began)
    if (before.ended === undefined || pause < -options.slack)
      say(`${path} was asked for while ${before.path} was`, began)
  }
}

/** A connection that had been kept and was closed without a word is opened anew at once: RFC 9110, 9.2.2 and 9.3.1. */
function isRepeated(before: Access, path: string): boolean {
  return before.path === path && before.status === undefined && before.isWhole === false
}

const SHUT = new Set(['robots-no', 'robots-500', 'robots-stall', 'robots-inner'])

/** robots.txt first, and again each day; nothing that it forbids. */
function judgeRobots(stand: Stand, host: Host, entries: readonly Access[], { slack }: MannersOptions, say: Say): void {
  let read: number | undefined
  for (const { asked, path, began, ended } of entries) {
    if (asked === 'robots') {
      read = ended ?? began
      continue
    }
    if (read === undefined) say(`${path} was asked for before robots.txt`, began)
    else if (began - read > DAY + HOUR + slack)
      say(`${path} was asked for by a robots.txt of ${tellMs(began - read)} ago`, began)
    if (host.vice && SHUT.has(host.vice)) say(`${path} was asked for, though robots.txt shuts the host`, began)
    if (path.startsWith('/closed/') && host.robots !== 'missing')
      say(`${path} was asked for, which robots.txt forbids`, began)
    const isShut =
      host.vice === 'robots-closes' && began > stand.epoch + DAY && read !== undefined && read > stand.epoch + DAY
    if (isShut) say(`${path} was asked for after robots.txt had closed`, began)
  }
}

/** After "too many requests" or "not now" nothing is asked for until it may be, unless the program was killed as it heard so. */
function judgeRefusals(entries: readonly Access[], { slack, kept, kills = [] }: MannersOptions, say: Say): void {
  let until = 0
  for (const { host, path, began, ended = began, status, retryAfter } of entries) {
    if (began < until - slack) say(`${path} was asked for ${tellMs(until - began)} too early after 429 or 503`, began)
    if (status !== 429 && status !== 503) continue
    if (isUnheard(kept.get(host + path), began)) continue
    if (kills.some((at) => at >= began && at < ended + MINUTE)) continue
    const seconds = Number(retryAfter)
    const date = Date.parse(retryAfter ?? '')
    if (retryAfter !== undefined && Number.isInteger(seconds)) until = ended + Math.min(seconds * 1000, 30 * DAY)
    else if (retryAfter !== undefined && !Number.isNaN(date)) until = date
    else until = ended + MINUTE / 2
  }
}

/** True where the program had given up by then: on a machine with too much to do the server may be that late. */
function isUnheard(kept: readonly KeptAnswer[] = [], began: number): boolean {
  const then = kept.filter(({ at }) => Math.abs(at - began) < MINUTE)
  return then.length > 0 && then.every(({ isHad }) => !isHad)
}

function judgeHeaders(entries: readonly Access[], { userAgent }: MannersOptions, say: Say): void {
  for (const { method, headers, began, path } of entries) {
    if (method !== 'GET') say(`${path} was asked for with ${method}`, began)
    if (headers['user-agent'] !== userAgent) say(`${path} was asked for as ${headers['user-agent']}`, began)
    for (const name of NO_SECRETS) if (headers[name] !== undefined) say(`${path}: the request has ${name}`, began)
  }
}

/** Nothing again before its time, and then with what the last answer gave to compare by. */
function judgeRepeats(host: Host, entries: readonly Access[], options: MannersOptions, say: Say, tally: Tally): void {
  const { repeat = {}, slack } = options
  for (const visits of Map.groupBy(entries, ({ path }) => path).values()) {
    let had: Access | undefined
    for (const visit of visits) {
      const { asked, began, path, headers } = visit
      if (had?.ended !== undefined && isKept(had, visit, options, say)) {
        const least = repeat[asked] ?? 0
        const hasChanged = isTold(host, entries, had, visit)
        const after = began - had.ended
        if (after < least - slack && !hasChanged) say(`${path} was asked for again after ${tellMs(after)}`, began)
        if (had.isGiven && asked !== 'robots') {
          tally.asked += 1
          if (headers['if-none-match'] ?? headers['if-modified-since']) tally.conditional += 1
          if (visit.status === 304) tally.unchanged += 1
        }
      }
      const isAnswer = visit.isWhole && (visit.status === 200 || visit.status === 304)
      if (isAnswer && (asked !== 'page' || visit.version !== undefined))
        had = { ...visit, isGiven: visit.isGiven || had?.isGiven === true }
    }
  }
}

/** Whether the feed may have told meanwhile that the page has changed: since it was last read before the answer. */
function isTold({ pages }: Host, entries: readonly Access[], had: Access, again: Access): boolean {
  const page = pages.find(({ path, moved }) => path === had.path || moved?.to === had.path)
  const feed = entries.findLast(
    ({ asked, status, ended = 0 }) => asked === 'feed' && status === 200 && ended <= had.began,
  )
  return page?.versions.slice(1).some((at) => at > (feed?.began ?? 0) && at <= again.began) === true
}

/** Whether the program has kept the answer before it asked again. Not to have done so is a fault, unless it was killed. */
function isKept(had: Access, again: Access, { kept, kills = [] }: MannersOptions, say: Say): boolean {
  const isKilled = kills.some((at) => at >= had.began && at < again.began)
  const all = kept.get(had.host + had.path) ?? []
  if (isUnheard(all, had.began)) return false
  if (had.asked !== 'page') return !isKilled // what says the same again is in the diary only
  const then = all.filter(({ at }) => at >= had.began - 1 && at < again.began)
  if (then.length === 0 && !isKilled) say(`${had.path} was answered, and nothing was kept of it`, had.began)
  return then.some(({ isHad }) => isHad)
}

function tellMs(ms: number): string {
  return ms < 2 * MINUTE ? `${(ms / 1000).toFixed(1)} s` : `${(ms / MINUTE).toFixed(1)} min`
}

function tellTime({ epoch }: Stand, at: number): string {
  const minutes = Math.floor((at - epoch) / MINUTE)
  return `day ${Math.floor(minutes / 1440) + 1}, ${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
