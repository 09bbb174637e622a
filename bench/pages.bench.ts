// How quickly a large desk answers: every list and search of the store by itself, then every page and route of the API that can
// be asked for, over a socket, by eight readers at once (READOUT_BENCH_READERS) in another process. Prints the middle, the 95th and the
// longest of each, and the milliseconds of processor time that one took here, all threads together, without the readers' part: on a
// machine with other work the clock tells little.
// `READOUT_BENCH_REPORTS=20000` says how many reports the desk holds, 500,000 unless told; it is made once and kept in the
// folder for temporary files. `READOUT_BENCH_ONLY=claim` asks only what has that in its name, `READOUT_BENCH_ONLY=/` only routes.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { listClaimLines } from '../src/archive/catalogue/claim-lines.ts'
import { countOf } from '../src/archive/catalogue/count-of.ts'
import { listPersonLines } from '../src/archive/catalogue/person-lines.ts'
import { listReportLines } from '../src/archive/catalogue/report-lines.ts'
import { listSaid } from '../src/archive/catalogue/said-lines.ts'
import { search, type WantedHits } from '../src/archive/catalogue/search.ts'
import { listStoryLines } from '../src/archive/catalogue/story-lines.ts'
import type { Store } from '../src/archive/store.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { makePages } from '../src/desk/pages.ts'
import type { Listed } from '../src/model/listing.ts'
import { listRoutes } from '../src/server/routes.ts'
import { serve } from '../src/server/serve.ts'
import type { Asked, Asking } from './ask-pages.ts'
import { makeRandom } from './make-texts.ts'
import { openSized } from './sized/open-sized.ts'

const COUNT = Number(process.env.READOUT_BENCH_REPORTS ?? 500_000)
const ONLY = process.env.READOUT_BENCH_ONLY ?? ''
const READERS = Number(process.env.READOUT_BENCH_READERS ?? 8) // at once
const ENDLESS: ReadonlySet<string> = new Set(['/api/events']) // tells what happens for as long as somebody listens
const ASKED = Number(process.env.READOUT_BENCH_ASKED ?? 160) // of each route
const random = makeRandom(7)

const made = await openSized(COUNT)
if (made.rowsMs !== undefined) tellMade(made.rowsMs, 'ready-made rows')
if (made.catalogueMs !== undefined) tellMade(made.catalogueMs, 'its catalogue')
const desk = await openDesk(made.dir, { make: false })
console.log(JSON.stringify(await countOf(desk.store)))
const samples = await takeSamples(desk.store)
await benchLists(desk.store)
await benchSearch(desk.store)
await benchRoutes()
await desk.close()

function tellMade(ms: number, what: string): void {
  console.log(`${what}: ${(ms / COUNT).toFixed(2)} ms of processor time a report`)
}

interface Samples {
  readonly claims: readonly string[]
  readonly stories: readonly string[]
  readonly people: readonly string[]
  readonly reports: readonly string[]
  readonly docs: readonly string[]
  readonly captures: readonly string[]
  readonly attributions: readonly string[]
  readonly outlets: readonly string[]
  readonly words: readonly string[]
}

// Half of each the largest there are, which are those that people look at; half anywhere in the two years.
async function takeSamples(store: Store): Promise<Samples> {
  const days = Array.from({ length: 20 }, () => dayOf(random()))
  const anywhere = async <T>(list: (until: string) => Promise<Listed<T>>): Promise<T[]> =>
    (await Promise.all(days.map((until) => list(until)))).flatMap(({ items }) => items)
  const page = { limit: 20 }
  const claims = [
    ...(await listClaimLines(store, { order: 'reach', ...page })).items,
    ...(await anywhere((until) => listClaimLines(store, { order: 'printed', until, limit: 1 }))),
  ]
  const stories = [
    ...(await listStoryLines(store, { order: 'reach', ...page })).items,
    ...(await anywhere((until) => listStoryLines(store, { order: 'latest', until, limit: 1 }))),
  ]
  const reports = await anywhere((until) => listReportLines(store, { order: 'printed', until, limit: 2 }))
  const said = await anywhere((until) => listSaid(store, { order: 'printed', until, limit: 2 }))
  const people = (await listPersonLines(store, { order: 'said', ...page })).items.map(({ entity }) => entity as string)
  return {
    claims: claims.map(({ claim }) => claim),
    stories: stories.map(({ story }) => story),
    people: [...people, ...said.flatMap(({ who }) => who)],
    reports: reports.map(({ name }) => name),
    docs: reports.map(({ doc }) => doc),
    captures: reports.flatMap(({ doc }) => findCaptureOf(store, doc) ?? []),
    attributions: said.map(({ attribution }) => attribution),
    outlets: [...new Set(reports.flatMap(({ outlet }) => outlet ?? []))],
    words: said.flatMap(({ words }) => words.split(' ').filter((word) => word.length > 3)),
  }
}

function findCaptureOf({ plain }: Store, doc: string): string | undefined {
  const [row] = plain.rows("select json_extract(record, '$.capture') as capture from derived.doc where id = ?", doc)
  return row && String(row.capture)
}

function dayOf(share: number): string {
  return new Date(Date.UTC(2031, 0, 1) + share * 730 * 86_400_000).toISOString().slice(0, 10)
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T
}

async function benchLists(store: Store): Promise<void> {
  const page = { limit: 50 }
  const week = (): { from: string; until: string } => {
    const share = random() * 0.98
    return { from: dayOf(share), until: dayOf(share + 6 / 730) }
  }
  const lists: Readonly<Record<string, () => Promise<Listed<unknown>>>> = {
    'reports printed': () => listReportLines(store, { order: 'printed', ...page }),
    'reports came': () => listReportLines(store, { order: 'came', ...page }),
    'reports of an outlet': () => listReportLines(store, { order: 'printed', outlet: pick(samples.outlets), ...page }),
    'reports of a story': () => listReportLines(store, { order: 'printed', story: pick(samples.stories), ...page }),
    'reports of a story as they came': () =>
      listReportLines(store, { order: 'came', story: pick(samples.stories), ...page }),
    'reports of a week': () => listReportLines(store, { order: 'printed', ...week(), ...page }),
    'reports of a week and an outlet': () =>
      listReportLines(store, { order: 'came', outlet: pick(samples.outlets), ...week(), ...page }),
    'claims printed': () => listClaimLines(store, { order: 'printed', ...page }),
    'claims changed': () => listClaimLines(store, { order: 'changed', ...page }),
    'claims turned': () => listClaimLines(store, { order: 'changed', isTurned: true, ...week(), ...page }),
    'claims latest': () => listClaimLines(store, { order: 'latest', ...page }),
    'claims by reach': () => listClaimLines(store, { order: 'reach', ...page }),
    'claims by reach of a week': () => listClaimLines(store, { order: 'reach', ...week(), ...page }),
    'claims contested': () => listClaimLines(store, { order: 'printed', standing: 'contested', ...page }),
    'claims denied by reach': () => listClaimLines(store, { order: 'reach', standing: 'denied', ...page }),
    'claims contested latest': () => listClaimLines(store, { order: 'latest', standing: 'contested', ...page }),
    'claims corrected by reach': () =>
      listClaimLines(store, { order: 'reach', standing: 'corrected', ...week(), ...page }),
    'claims of a story': () => listClaimLines(store, { order: 'reach', story: pick(samples.stories), ...page }),
    'claims of somebody': () => listClaimLines(store, { order: 'printed', entity: pick(samples.people), ...page }),
    'claims of somebody by reach': () =>
      listClaimLines(store, { order: 'reach', entity: pick(samples.people), ...page }),
    'claims of somebody denied': () =>
      listClaimLines(store, { order: 'changed', standing: 'denied', entity: pick(samples.people), ...page }),
    'stories latest': () => listStoryLines(store, { order: 'latest', ...page }),
    'stories by reach': () => listStoryLines(store, { order: 'reach', ...page }),
    'stories by reach of a week': () => listStoryLines(store, { order: 'reach', ...week(), ...page }),
    'people by said': () => listPersonLines(store, { order: 'said', ...page }),
    'people by name': () => listPersonLines(store, { order: 'name', ...page }),
    'people of a kind': () => listPersonLines(store, { order: 'said', kind: 'government', ...page }),
    'people that begin': () =>
      listPersonLines(store, { order: 'said', begins: pick(['b', 'ka', 'tor', 'mal']), ...page }),
    'people of a kind that begin': () => listPersonLines(store, { order: 'name', kind: 'group', begins: 'b', ...page }),
    'said printed': () => listSaid(store, { order: 'printed', ...page }),
    'said in doubt': () => listSaid(store, { order: 'doubt', ...page }),
    'said in doubt of a week': () => listSaid(store, { order: 'doubt', ...week(), ...page }),
    'said in doubt below': () => listSaid(store, { order: 'printed', confidenceBelow: 0.42, ...page }),
    'said by somebody': () => listSaid(store, { order: 'printed', entity: pick(samples.people), ...page }),
    'said by somebody in doubt': () => listSaid(store, { order: 'doubt', entity: pick(samples.people), ...page }),
    'said by somebody denying': () =>
      listSaid(store, { order: 'printed', act: 'corrects', entity: pick(samples.people), ...page }),
    'said by somebody in an outlet': () =>
      listSaid(store, { order: 'printed', outlet: pick(samples.outlets), entity: pick(samples.people), ...page }),
    'said by unnamed': () => listSaid(store, { order: 'printed', kind: 'anonymous', ...page }),
    'said by unnamed, denying, of a week': () =>
      listSaid(store, { order: 'printed', kind: 'anonymous', act: 'denies', ...week(), ...page }),
    'said denying in an outlet': () =>
      listSaid(store, { order: 'printed', act: 'denies', outlet: pick(samples.outlets), ...page }),
    'said of a kind and act that nobody does': () =>
      listSaid(store, { order: 'printed', kind: 'expert', act: 'retracts', ...page }),
    'said in a story': () => listSaid(store, { order: 'printed', story: pick(samples.stories), ...page }),
    'said on a claim': () => listSaid(store, { order: 'printed', claim: pick(samples.claims), ...page }),
    'said in a report': () => listSaid(store, { order: 'printed', doc: pick(samples.docs), ...page }),
    'said of a week': () => listSaid(store, { order: 'printed', ...week(), ...page }),
    counts: async () => ({ items: [await countOf(store)] }),
  }
  for (const [name, list] of Object.entries(lists)) await measure(name, 1, 24, list)
}

async function benchSearch(store: Store): Promise<void> {
  const common = (): string => pick(['bababa', 'bebaba', 'said', 'that', 'had'])
  const word = (): string => pick(samples.words)
  const searches: Readonly<Record<string, () => Omit<WantedHits, 'limit'>>> = {
    'a word': () => ({ in: 'reports', words: word() }),
    'a common word': () => ({ in: 'reports', words: common() }),
    'two words': () => ({ in: 'reports', words: `${word()} ${word()}` }),
    'a word and a common one': () => ({ in: 'reports', words: `${word()} ${common()}` }),
    phrase: () => ({ in: 'reports', words: `"had ${word()}"` }),
    beginning: () => ({ in: 'reports', words: `${word().slice(0, 4)}*` }),
    'a common word without another': () => ({ in: 'reports', words: `that -${word()}` }),
    'a common word by somebody': () => ({ in: 'reports', words: common(), who: pick(samples.people) }),
    'a common word in an outlet': () => ({ in: 'reports', words: common(), outlet: pick(samples.outlets) }),
    'a common word in a story': () => ({ in: 'reports', words: 'said', story: pick(samples.stories) }),
    'a common word since a day': () => ({ in: 'reports', words: common(), from: dayOf(random()) }),
    'a common word of a day': () => {
      const day = dayOf(random())
      return { in: 'reports', words: 'said', from: day, until: day }
    },
    'no word, denying': () => ({ in: 'reports', words: '', act: 'denies' }),
    'no word, by somebody': () => ({ in: 'reports', words: '', who: pick(samples.people) }),
    'said a word': () => ({ in: 'said', words: word() }),
    'said a common word': () => ({ in: 'said', words: 'had' }),
    'said a common word by somebody': () => ({ in: 'said', words: 'had', who: pick(samples.people) }),
    'said a common word, unnamed, denying': () => ({ in: 'said', words: 'had', kind: 'anonymous', act: 'denies' }),
    'said a common word in a story': () => ({ in: 'said', words: 'had', story: pick(samples.stories) }),
    'said a name': () => ({ in: 'said', words: 'officials' }),
    'said nothing by somebody': () => ({ in: 'said', words: '', who: pick(samples.people) }),
    'claims of a word': () => ({ in: 'claims', words: word() }),
    'claims of a common word': () => ({ in: 'claims', words: 'had' }),
    'claims of a common word, contested': () => ({ in: 'claims', words: 'had', standing: 'contested' }),
    'claims of a common word, of an outlet': () => ({ in: 'claims', words: 'had', outlet: pick(samples.outlets) }),
    'claims by somebody without a word': () => ({ in: 'claims', words: '', who: pick(samples.people) }),
  }
  for (const [name, wanted] of Object.entries(searches)) {
    await measure(`search ${name}`, READERS, 48, () => search(store, { ...wanted(), limit: 20 }))
  }
}

async function benchRoutes(): Promise<void> {
  const readers = fork(join(import.meta.dirname, 'ask-pages.ts'))
  const ended = once(readers, 'exit').then(() => Promise.reject(new Error('the readers ended')))
  ended.catch(() => {}) // they end by themselves at the end
  const { url, close } = await serve(desk, { port: 0 })
  const askAll = async (addresses: readonly string[], atOnce: number): Promise<Asked> => {
    readers.send({ addresses, readers: atOnce } satisfies Asking)
    const [asked] = (await Promise.race([once(readers, 'message'), ended])) as [Asked]
    return asked
  }
  try {
    const skipped: string[] = []
    for (const { method, path, kind } of listRoutes(makePages(desk), desk)) {
      const name = `${kind} ${path}`
      if (method !== 'GET' || ENDLESS.has(path) || !name.includes(ONLY)) continue
      const address = fill(path)
      if (!address) {
        skipped.push(path)
        continue
      }
      const isWhole = path.startsWith('/search.') // all that is found, as a file: no page, and long
      const addresses = Array.from({ length: isWhole ? 2 : ASKED }, () => url + address())
      await askAll([url + address()], 1)
      const before = process.cpuUsage()
      const { took, statuses } = await askAll(addresses, isWhole ? 1 : READERS)
      tellTook(name, took, process.cpuUsage(before))
      const others = statuses.filter((status) => status !== 200)
      if (others.length > 0) console.log(`  ${others.length} of ${statuses.length} answers: ${[...new Set(others)]}`)
    }
    if (skipped.length > 0) console.log(`not asked: ${skipped.join(' ')}`)
  } finally {
    readers.disconnect()
    await close()
  }
}

/** An address of a route with its parameters filled in, or undefined for one that is not known here. */
function fill(path: string): (() => string) | undefined {
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const search = /\/search(?:\.\w+)?$/.test(path) ? () => `?words=${pick(samples.words)}` : () => ''
  if (parameters.length === 0) return path.includes('*') ? undefined : () => path + search()
  const kinds: readonly [RegExp, readonly string[]][] = [
    [/claim/, samples.claims],
    [/capture/, samples.captures],
    [/(?:report|doc)/, samples.reports],
    [/stor(?:y|ies)/, samples.stories],
    [/(?:person|people|who|entit)/, samples.people],
    [/(?:said|quotation|attribution)/, samples.attributions],
  ]
  const [, values] = kinds.find(([pattern]) => pattern.test(path)) ?? []
  const [only] = parameters
  if (only === 'week') return () => path.replace(':week', '2032-W20')
  if (!values || parameters.length > 1) return undefined
  return () => path.replace(`:${only}`, encodeURIComponent(pick(values)))
}

async function measure(name: string, readers: number, times: number, ask: () => Promise<unknown>): Promise<void> {
  if (!name.includes(ONLY)) return
  const took: number[] = []
  let left = times
  await ask()
  const before = process.cpuUsage()
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (left-- > 0) {
        const start = performance.now()
        await ask()
        took.push(performance.now() - start)
      }
    }),
  )
  tellTook(name, took, process.cpuUsage(before))
}

function tellTook(name: string, times: readonly number[], { user, system }: NodeJS.CpuUsage): void {
  const cpu = ((user + system) / 1000 / times.length).toFixed(1)
  const took = times.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    (took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0).toFixed(1)
  console.log(
    `${name.padEnd(48)} ${at(0.5).padStart(8)} ${at(0.95).padStart(8)} ${at(1).padStart(8)} ms ${cpu.padStart(8)}`,
  )
}
