// door: clock
// What is new, told to whoever listens, as server-sent events (WHATWG HTML, 9.2). The desk is looked at once a second for all
// listeners together, and only while there is one.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { listNews, lookAtDesk, type News, type Seen } from '../../desk/views/api-news.ts'
import { makeRefusal } from '../problem.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'

/** How often is looked, and how many may listen. */
export interface EventsOptions {
  readonly everyMs?: number
  readonly beatMs?: number // a line of nothing, so that nobody on the way takes the connection for dead
  readonly most?: number
  readonly mostEach?: number // of one viewer
}

/** The route, and the end of all listening. */
export interface Events {
  readonly route: Route
  listening(): number
  close(): void
}

const MOST_DECISIONS = 100 // told to whoever comes back; all of them are in /api/changes

/** Events over a desk. */
export function makeEvents(desk: Pick<Desk, 'store'>, options: EventsOptions = {}): Events {
  const { everyMs = 1000, beatMs = 15_000, most = 500, mostEach = 20 } = options
  const listeners = new Set<Listener>()
  let seen: Seen | undefined
  let clock: NodeJS.Timeout | undefined
  let isClosed = false

  const leave = (listener: Listener): void => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(clock)
    clock = undefined
    seen = undefined
  }
  const end = (listener: Listener): void => {
    leave(listener)
    listener.end()
  }
  const look = (): void => {
    try {
      const news = listNews(desk, seen ?? lookAtDesk(desk))
      seen = news.seen
      const text = writeNews(news)
      for (const listener of listeners) {
        if (listener.isBehind())
          end(listener) // it reads too slowly: it comes back, and is told what it missed
        else if (text !== '') listener.send(text)
      }
    } catch {
      // the desk is busy: it is looked at again in a second
    }
  }
  const beat = async (listener: Listener, { sitting }: Pick<Asked, 'sitting'>): Promise<void> => {
    if (await sitting.isStillIn().catch(() => false)) listener.send(': still here\n\n')
    else end(listener)
  }
  const listen = (asker: Pick<Asked, 'viewer' | 'request' | 'sitting'>): ReadableStream<Uint8Array> => {
    const who = asker.viewer.account ?? asker.viewer.name
    const own = [...listeners].filter((one) => one.who === who).length
    if (isClosed || listeners.size >= most || own >= mostEach) {
      const detail = `${own >= mostEach ? own : listeners.size} listen already; close a page, or come back in a while`
      throw makeRefusal('TOO_MANY', { detail, headers: { 'retry-after': '30' } })
    }
    seen ??= lookAtDesk(desk)
    clock ??= setInterval(look, everyMs)
    clock.unref()
    let pulse: NodeJS.Timeout | undefined
    const listener = makeListener(who, () => {
      clearInterval(pulse)
      leave(listener)
    })
    listeners.add(listener)
    pulse = setInterval(() => void beat(listener, asker), beatMs)
    pulse.unref()
    const last = parseId(asker.request.headers['last-event-id'])
    // at once, with an id: whoever loses the connection before anything happens can say where it was
    listener.send(`retry: 3000\nid: ${idOf(seen)}\n: listening\n\n`)
    if (last) listener.send(writeNews(listNews(desk, last)))
    return listener.stream
  }
  const route = defineRoute({
    method: 'GET',
    path: '/api/events',
    kind: 'api',
    needs: 'reader',
    schema: {
      summary: 'What happens, as it happens',
      description:
        'Server-sent events: `decision` {number, kind, by, on}, `walk` {version}, `capture` {count}. Whoever comes back with Last-Event-ID is told what was missed; the whole of it is in /api/changes.',
      operationId: 'listen',
      tags: ['changes'],
      also: ['text/event-stream'],
      response: { 200: z.string() },
    },
    async answer({ viewer, request, sitting, reply }) {
      const stream = listen({ viewer, request, sitting })
      await reply
        .type('text/event-stream; charset=utf-8')
        .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
        .send(stream)
      return undefined
    },
  })
  return {
    route,
    listening: () => listeners.size,
    close() {
      isClosed = true
      for (const listener of [...listeners]) end(listener)
    },
  }
}

interface Listener {
  readonly who: string
  readonly stream: ReadableStream<Uint8Array>
  send(text: string): void
  isBehind(): boolean
  end(): void
}

const BEHIND = 64 // pieces that wait for a slow reader

function makeListener(who: string, onGone: () => void): Listener {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  const end = (): void => {
    const open = out
    out = undefined
    open?.close()
    onGone()
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = controller
      },
      cancel() {
        out = undefined
        onGone()
      },
    },
    { highWaterMark: BEHIND },
  )
  return {
    who,
    stream,
    send: (text) => out?.enqueue(BYTES.encode(text)),
    isBehind: () => (out?.desiredSize ?? 0) < 0,
    end,
  }
}

const BYTES = new TextEncoder()

function writeNews({ seen, decisions, captures, isLinked }: News): string {
  const told = decisions.slice(-MOST_DECISIONS).map(({ number, kind, by, on }) => {
    const things = on.map(({ noun, id }) => ({ noun, id }))
    return writeEvent('decision', { number, kind, by, on: things }, idOf({ ...seen, number }))
  })
  const others = [
    ...(captures > 0 ? [writeEvent('capture', { count: captures }, idOf(seen))] : []),
    ...(isLinked ? [writeEvent('walk', { version: seen.version }, idOf(seen))] : []),
  ]
  return [...told, ...others].join('')
}

function writeEvent(name: string, data: object, id: string): string {
  return `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}

function idOf({ number, version }: Seen): string {
  return `${number}-${version}`
}

function parseId(header: unknown): Seen | undefined {
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(typeof header === 'string' ? header : '')
  return found ? { number: Number(found[1]), version: Number(found[2]) } : undefined
}
