// A newsstand of invented outlets, the same for one seed: which hosts there are, which vice some have, when each page
// appears, changes, moves and goes over the virtual days.
import { randomFrom, shuffle } from '../gold/draw-acts.ts'
import { SPELLING_COUNT } from './inner-addresses.ts'
import { DAY, type Feed, HOUR, type Host, MINUTE, type Page, type Stand } from './stand.ts'
import { faultOf, VICE_NAMES, type Vice } from './vices.ts'

export interface StandOptions {
  readonly seed: number
  readonly hosts: number
  readonly pages: number
  readonly days: number
  readonly epoch?: number
  readonly vices?: readonly Vice[] // of the first hosts; all of them, each once
}

const PLACES =
  'Karsk Veldania Lindria Corvenia Askevar Orlenne Tolvar Brissen Ketter Sabel Ostmer Marlow Hallin Drenn Velm'
const PAPERS =
  'Courier Post Herald Times Star Echo Mirror Gazette Tribune Standard Record Observer Bulletin Monitor Wire'
const SECTIONS = ['world', 'river-war', 'shipping', 'markets', 'politics']

export function makeStand(options: StandOptions): Stand {
  const { seed, hosts, pages, days, epoch = Date.UTC(2031, 2, 3) } = options
  const random = randomFrom(seed)
  const span = days * DAY
  const outlets = shuffle(
    PLACES.split(' ').flatMap((place) => PAPERS.split(' ').map((paper) => `${place} ${paper}`)),
    random,
  )
  const names = options.vices ?? VICE_NAMES
  const vices = Array.from({ length: hosts }, (_, i) => names[i])
  const counts = shareOut(pages, vices, random)
  const made = vices.map((vice, i) =>
    makeHost(outlets[i] ?? `Outlet ${i}`, counts[i] ?? 1, vice, { epoch, span, random }),
  )
  return { seed, epoch, span, hosts: shuffle(made, random) }
}

/** How many pages each host has: of those with a vice a few, for inner addresses one a spelling. */
function shareOut(pages: number, vices: readonly (Vice | undefined)[], random: () => number): number[] {
  const fixed = vices.map((vice) => vice && (vice === 'to-inner' || vice === 'inner-feed' ? SPELLING_COUNT : 6))
  const left = pages - fixed.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const weights = vices.map((vice) => (vice ? 0 : 0.2 + random() ** 2))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return fixed.map((count, i) => count ?? Math.max(1, Math.round((left * (weights[i] ?? 0)) / whole)))
}

interface Setting {
  readonly epoch: number
  readonly span: number
  readonly random: () => number
}

function makeHost(outlet: string, count: number, vice: Vice | undefined, setting: Setting): Host {
  const { random } = setting
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const isOwn = vice !== undefined && faultOf(vice).where === 'robots' // what its robots.txt says, the vice says
  const robots = isOwn ? 'open' : pick(['missing', 'open', 'open', 'partly', 'partly', 'slow'] as const)
  const kind = pick(['rss', 'rss', 'rss', 'atom', 'atom', 'json', 'sitemap'] as const)
  const pages = Array.from({ length: count }, (_, i) => makePage(i, { robots, vice, ...setting }))
  return {
    name: `${outlet.toLowerCase().replace(' ', '-')}.example`,
    outlet,
    feed: { kind, path: FEED_PATHS[kind], lists: vice ? count : Math.max(10, Math.round(count / 2)) },
    robots,
    validators: pick(['etag', 'modified', 'both', 'both', 'none']),
    coding: pick(['identity', 'identity', 'gzip', 'gzip', 'br', 'zstd']),
    pages,
    ...(vice && { vice }),
  }
}

const FEED_PATHS: Readonly<Record<Feed['kind'], string>> = {
  rss: '/feed.xml',
  atom: '/atom.xml',
  json: '/feed.json',
  sitemap: '/sitemap.xml',
}

/** Most pages stay as they are; a quarter change once or more, some move, some go. */
function makePage(number: number, setting: Setting & Pick<Host, 'robots'> & { vice: Vice | undefined }): Page {
  const { epoch, span, random, robots, vice } = setting
  const isPlain = vice !== undefined && faultOf(vice).where === 'page' // so that the vice alone decides
  const isStruck = isPlain && (number % 3 === 0 || vice === 'to-inner')
  const appears = Math.round(epoch + (vice ? random() * 0.3 : random() ** 1.2 * 0.9) * span)
  const later = (): number => Math.round(20 * MINUTE + random() ** 2 * 24 * HOUR)
  const versions: [number, ...number[]] = [appears]
  const changes = vice === 'false-304' || random() < 0.25
  if (changes) versions.push(appears + later())
  if (changes && random() < 0.3) versions.push((versions.at(-1) ?? appears) + later())
  const isClosed = robots === 'partly' && !isPlain && random() < 0.15
  const section = isClosed ? 'closed' : SECTIONS[Math.floor(random() * SECTIONS.length)]
  const path = `/${section}/2031/${number}-${Math.floor(random() * 1e6).toString(36)}`
  const page = { path, number, versions, isClosed, isStruck }
  const fate = random()
  const at = (versions.at(-1) ?? appears) + later()
  if (isPlain || isClosed) return page
  if (fate < 0.05)
    return { ...page, moved: { at, status: ([301, 302, 308] as const)[number % 3] ?? 301, to: `/moved${path}` } }
  if (fate < 0.1) return { ...page, gone: { at, status: number % 2 === 0 ? 404 : 410 } }
  return page
}
