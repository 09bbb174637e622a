// A process that follows the newsstand's hosts on a desk until a virtual instant, or until it is killed: the product's own
// loop, fetcher and reader of feeds, under virtual time, with names that lead to the newsstand. Its one argument is the
// order as JSON; what it saw of itself goes out as one line of JSON.
import { openDesk } from '../../src/desk/open-desk.ts'
import { openFeeds } from '../../src/desk/open-feeds.ts'
import { standIn } from '../../src/desk/stand-in.contract.ts'
import { followSources } from '../../src/desk/web/follow-sources.ts'
import { openFollowing } from '../../src/desk/web/open-following.ts'
import { openFetcher } from '../../src/ingest/fetch.ts'
import type { FetchCaps } from '../../src/ingest/fetching/fetch-caps.ts'
import { type ClockPlan, openClock } from './clock.ts'
import { makeStand, type StandOptions } from './make-stand.ts'
import { makeResolver } from './resolver.ts'
import { watchProcess } from './watch-process.ts'

export interface Order {
  readonly dir: string
  readonly clock: ClockPlan
  readonly stride: number
  readonly until: number // virtual
  readonly lease: number // of a turn: longer than what is leapt over while somebody is made to wait
  readonly stand: StandOptions
  readonly address: string
  readonly dead: string
  readonly port: number
  readonly userAgent: string
  readonly networks: readonly string[]
  readonly caps: Partial<FetchCaps>
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order
const { dir, stride, until, address, dead, port, userAgent, networks, caps } = order
const clock = openClock(order.clock, { stride, sleepers: 2 }) // the loop and the end
const watch = watchProcess()
const ending = new AbortController()
const desk = await openDesk(dir, { rooms: standIn(), now: () => new Date(clock.now()).toISOString() })
const resolve = makeResolver(makeStand(order.stand), { address, dead })
const fetcher = openFetcher({ userAgent, networks, ports: [port], caps, resolve, now: clock.now })
const feeds = openFeeds()
const following = await openFollowing(desk, '0', {
  clock,
  signal: ending.signal,
  leaseMs: order.lease,
  fetcher: { ...fetcher, fetch: (request) => clock.busy(() => fetcher.fetch(request)) },
  feeds: { ...feeds, parse: (bytes, at) => clock.busy(() => feeds.parse(bytes, at)) },
})
void clock.sleep(until - clock.now()).then(() => ending.abort(new Error('the time is over')))
await followSources(following, { isEndless: true })
process.stdout.write(`${JSON.stringify(watch.read())}\n`)
watch.stop()
await following.close()
await fetcher.close()
await feeds.close()
await desk.close()
clock.close()
