// Whether what a desk holds is what the newsstand gave: each page that was to be had, each version once, nothing invented,
// and of what was struck by a vice an outcome that is right for it.
import type { Wanted } from '../../src/model/capture.ts'
import type { Access } from './access-log.ts'
import { DAY, HEALS, HOUR, type Host, type Page, type Stand } from './stand.ts'
import { faultOf } from './vices.ts'

/** One capture of the desk, as far as it is judged. */
export interface Holding {
  readonly what: Wanted
  readonly at: number
  readonly last: string // host and path of the last hop, or of the address that was asked for
  readonly host: string // of the address that was asked for
  readonly path: string
  readonly outcome: string // "answered", "failed FETCH_TIMEOUT" …
  readonly status?: number // of the last hop
  readonly digest?: string
  readonly report?: string // which report it brought
}

export interface HoldingsOptions {
  readonly port: number
  readonly end: number // the virtual instant at which the program was stopped
  readonly grace: number // so long a page or a version has to have stood to be due
  readonly kills?: readonly number[]
}

export interface Holdings {
  readonly faults: readonly string[]
  readonly due: number // pages that were to be had
  readonly had: number
  readonly versionsDue: number // of those pages, that stood long enough
  readonly versionsHad: number
  readonly outcomes: Readonly<Record<string, number>>
}

export function judgeHoldings(
  stand: Stand,
  log: readonly Access[],
  holdings: readonly Holding[],
  options: HoldingsOptions,
): Holdings {
  const faults: string[] = []
  const served = new Map<string, Set<number>>() // the versions that had this digest, by host and digest
  for (const { host, digest, version } of log) {
    if (digest === undefined) continue
    const key = `${host} ${digest}`
    const versions = served.get(key) ?? new Set()
    served.set(key, versions)
    if (version !== undefined) versions.add(version)
  }
  const pages = holdings.filter(({ what }) => what === 'page')
  const byPath = Map.groupBy(pages, ({ host, path }) => `${host}${path}`)
  const struck = new Set(
    stand.hosts.flatMap(({ name, pages }) => pages.filter(({ isStruck }) => isStruck).map(({ path }) => name + path)),
  )
  for (const [path, held] of byPath) if (!struck.has(path)) judgeOnce(held, served, faults)
  judgeLost(log, pages, options, faults)
  const tally = { due: 0, had: 0, versionsDue: 0, versionsHad: 0 }
  for (const host of stand.hosts) {
    for (const page of host.pages) judgePage(stand, host, page, { byPath, served, options, faults, tally })
  }
  const outcomes: Record<string, number> = {}
  for (const { outcome } of pages) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return { faults, ...tally, outcomes }
}

/** The same bytes of one address are one report, and they are bytes that were sent. */
function judgeOnce(held: readonly Holding[], served: ReadonlyMap<string, Set<number>>, faults: string[]): void {
  const reports = new Map<string, string>()
  for (const { host, path, status, digest, report } of held) {
    if (digest === undefined || status !== 200) continue
    const before = reports.get(digest)
    if (report !== undefined && before !== undefined && before !== report)
      faults.push(`${host}${path}: one version is two reports`)
    if (report !== undefined) reports.set(digest, report)
    if (!served.has(`${host} ${digest}`)) faults.push(`${host}${path}: bytes are held that were never sent`)
  }
}

/** Each version that was sent whole is held, unless the program was killed at once or was late itself. */
function judgeLost(
  log: readonly Access[],
  pages: readonly Holding[],
  { kills = [] }: HoldingsOptions,
  faults: string[],
): void {
  const held = new Set(pages.map(({ host, digest }) => `${host} ${digest}`))
  const late = new Set(pages.filter(({ outcome }) => outcome === LATE).map(({ last }) => last))
  const lost = new Set<string>()
  for (const { host, path, version, digest, isWhole, began } of log) {
    if (version === undefined || digest === undefined || !isWhole || held.has(`${host} ${digest}`)) continue
    const isKilled = kills.some((at) => at >= began && at < began + HOUR)
    if (!isKilled && !late.has(host + path)) lost.add(`${host}${path}: version ${version} was sent and is not held`)
  }
  faults.push(...lost)
}

const LATE = 'failed FETCH_TIMEOUT'

interface Case {
  readonly byPath: ReadonlyMap<string, readonly Holding[]>
  readonly served: ReadonlyMap<string, Set<number>>
  readonly options: HoldingsOptions
  readonly faults: string[]
  readonly tally: { due: number; had: number; versionsDue: number; versionsHad: number }
}

function judgePage(stand: Stand, host: Host, page: Page, { byPath, served, options, faults, tally }: Case): void {
  const at = `${host.name}${page.path}`
  const held = [...(byPath.get(at) ?? []), ...(page.moved ? (byPath.get(`${host.name}${page.moved.to}`) ?? []) : [])]
  if (page.isStruck && host.vice && held.length > 0) {
    const seen: readonly string[] = faultOf(host.vice).seen
    const others = held.map(({ outcome }) => outcome).filter((outcome) => !seen.includes(outcome))
    // a machine with too much to do may be late at any time, but not each time
    const isWrong = others.length === held.length || others.some((outcome) => outcome !== LATE)
    if (isWrong)
      faults.push(`${at}: ${[...new Set(others)].join(', ')}, though it is struck by ${host.vice} (${seen.join(', ')})`)
  }
  if (!isDue(stand, host, page, options)) return
  tally.due += 1
  const versions = new Set(held.flatMap(({ digest }) => [...(served.get(`${host.name} ${digest}`) ?? [])]))
  if (versions.size > 0) tally.had += 1
  else faults.push(`${at}: not had${held[0] ? ` (${held.map(({ outcome }) => outcome).join(', ')})` : ''}`)
  for (const [version, from] of page.versions.entries()) {
    const until = Math.min(page.versions[version + 1] ?? options.end, page.gone?.at ?? options.end, options.end)
    if (until - from < options.grace) continue
    tally.versionsDue += 1
    if (versions.has(version)) tally.versionsHad += 1
  }
}

const UNREACHED = new Set([
  'refuse',
  'too-many-years',
  'cut-feed',
  'page-for-feed',
  'deep-feed',
  'entity-feed',
  'gone-feed',
])
const SHUT = new Set(['robots-no', 'robots-500', 'robots-stall', 'robots-inner'])

/** Whether the page has to be had by whoever asks its feed often enough and may ask for it. */
function isDue(stand: Stand, host: Host, page: Page, { end, grace }: HoldingsOptions): boolean {
  const { vice } = host
  const [appears] = page.versions
  const since = vice && faultOf(vice).heals ? Math.max(appears, stand.epoch + HEALS) : appears
  if (page.isClosed || page.isStruck || since > end - grace) return false
  if (page.gone && page.gone.at < since + grace) return false
  if (!vice) return true
  if (UNREACHED.has(vice) || SHUT.has(vice) || faultOf(vice).where === 'name') return false
  if (vice === 'robots-closes') return appears < stand.epoch + DAY - Math.max(grace, HOUR)
  if (vice === 'inner-feed') return page.number % 2 === 1
  return true
}
