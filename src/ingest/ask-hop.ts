// door: network, clock
// One request and its answer, within the caps. Undici's own limits count neither what a slow head nor what a slow body costs, so a
// watch looks at the socket itself: bytes that came, of whatever part of the answer.
import type { Header, Hop, Outcome } from '../model/capture.ts'
import { makeByteSink } from './byte-sink.ts'
import { isRefusal } from './connect-guarded.ts'
import type { Connection, Connections } from './connections.ts'
import type { FetchCaps } from './fetch-caps.ts'
import { codeOf, type Fault, isCut, nameFault } from './name-fault.ts'
import { isRedirect } from './redirects.ts'

export interface Question {
  readonly url: URL
  readonly headers: readonly Header[]
  readonly endsAt: number // by the clock of `performance`
  readonly signal: AbortSignal
  readonly now: () => number
}

/** With an `ending` where not all of it came, and then a `hop` only if its head did. Of a redirect no body is read. */
export type Answer = { readonly isSent: boolean } & (
  | { readonly hop: Hop; readonly bytes: Uint8Array; readonly ending?: never }
  | { readonly hop?: Hop | undefined; readonly bytes?: never; readonly ending: Ending }
)

type Ending = Extract<Outcome, { kind: 'refused' | 'failed' }>

const LOOK_MS = 100

/** Asks once; a connection that had waited and was closed meanwhile is replaced, once. Rejects only when told to stop. */
export async function askHop(connections: Connections, question: Question, caps: FetchCaps): Promise<Answer> {
  const first = await askOver(connections.take(question.url.origin), connections, question, caps)
  if (first !== 'gone') return first
  const second = await askOver(connections.take(question.url.origin, true), connections, question, caps)
  if (second === 'gone') throw new Error('a fresh connection is never one that had waited')
  return second
}

async function askOver(
  connection: Connection,
  connections: Connections,
  question: Question,
  caps: FetchCaps,
): Promise<Answer | 'gone'> {
  const { url, headers, signal, now } = question
  const { client, link, isUsed } = connection
  let hop: Hop | undefined
  let ending: Ending | undefined
  const stop = (why: Ending): void => {
    ending ??= why
    connections.drop(connection, new Error('stopped'))
  }
  const abort = (): void => connections.drop(connection, new Error('stopped'))
  const watch = startWatch(connection, question, caps, () => hop !== undefined, stop)
  signal.addEventListener('abort', abort)
  try {
    signal.throwIfAborted()
    const answer = await client.request({
      method: 'GET',
      path: url.pathname + url.search,
      headers: headers.flat(),
      responseHeaders: 'raw',
    })
    hop = {
      url: url.href,
      status: answer.statusCode,
      headers: pairUp(answer.headers as unknown as readonly string[]), // 'raw' gives a list, which its type does not say
      ...(link.address !== undefined && { address: link.address }),
      at: new Date(now()).toISOString(),
    }
    if (isRedirect(hop.status)) {
      answer.body.on('error', () => {}) // cut off on purpose
      abort()
      return { hop, bytes: new Uint8Array(), isSent: true }
    }
    const bytes = await readBody(answer.body, caps)
    // a body without a length ends with its connection: to undici also when we, or a reset, ended it
    const cut = endsWithConnection(hop.headers) ? link.socket?.errored : undefined
    if (ending || signal.aborted || isCut(cut)) throw cut ?? new Error('stopped')
    connections.giveBack(connection)
    return { hop, bytes, isSent: true }
  } catch (error) {
    abort()
    signal.throwIfAborted()
    const isReached = link.address !== undefined
    if (!ending && isUsed && !hop && isCut(error)) return 'gone'
    return { hop, ending: ending ?? endingOf(error, url, hop !== undefined), isSent: isReached }
  } finally {
    clearInterval(watch)
    signal.removeEventListener('abort', abort)
  }
}

/** The body as it comes. Throws where it is over the cap. */
async function readBody(body: AsyncIterable<Uint8Array>, { receivedBytes }: FetchCaps): Promise<Uint8Array> {
  const sink = makeByteSink()
  for await (const part of body) {
    sink.add(part)
    if (sink.size > receivedBytes)
      throw Object.assign(new Error(`more than ${receivedBytes} bytes came`), { code: 'SIZE' })
  }
  return sink.take()
}

/** Looks at the socket every so often, and stops what takes too long or brings too much that is no body. */
function startWatch(
  { link }: Connection,
  { url, endsAt }: Question,
  caps: FetchCaps,
  isBegun: () => boolean,
  stop: (why: Ending) => void,
): NodeJS.Timeout {
  const before = { socket: link.socket, bytes: link.socket?.bytesRead ?? 0 } // of a connection that is used again
  let seen = 0
  let movedAt = performance.now()
  let stretch: { readonly from: number; readonly bytes: number } | undefined
  const late = (reason: string): void => stop(failed('FETCH_TIMEOUT', `${url.host} ${reason}`))

  return setInterval(() => {
    const time = performance.now()
    const read = (link.socket?.bytesRead ?? 0) - (link.socket === before.socket ? before.bytes : 0)
    if (time >= endsAt) return late(`was not done within ${caps.totalMs / 1000} s in all`)
    if (link.address === undefined) {
      movedAt = time // connecting has a time of its own
      return
    }
    if (read !== seen) {
      stretch ??= { from: time, bytes: seen }
      movedAt = time
      seen = read
    } else if (time - movedAt >= caps.idleMs) {
      return late(`sent nothing for ${caps.idleMs / 1000} s`)
    }
    if (stretch && time - stretch.from >= caps.idleMs) {
      const rate = ((read - stretch.bytes) * 1000) / (time - stretch.from)
      if (rate < caps.leastRate) return late(`sent ${Math.round(rate)} bytes a second, under ${caps.leastRate}`)
      stretch = { from: time, bytes: read }
    }
    if (!isBegun() && read > 4 * caps.headerBytes)
      stop(failed('FETCH_PROTOCOL', `${url.host} sends a head without end`))
    if (read > 2 * caps.receivedBytes + 4 * caps.headerBytes) {
      stop({ kind: 'refused', by: 'size', reason: `${read} bytes came, most of them no body` })
    }
  }, LOOK_MS)
}

function endsWithConnection(headers: readonly Header[]): boolean {
  return !headers.some(([name]) => /^(?:content-length|transfer-encoding)$/i.test(name))
}

function endingOf(error: unknown, url: URL, isBegun: boolean): Ending {
  if (isRefusal(error)) return { kind: 'refused', by: 'guard', reason: error.message }
  if (error instanceof Error && codeOf(error) === 'SIZE') return { kind: 'refused', by: 'size', reason: error.message }
  const { code, reason } = nameFault(error, url.host, isBegun)
  return failed(code, reason)
}

function failed(code: Fault['code'], reason: string): Ending {
  return { kind: 'failed', code, reason }
}

function pairUp(raw: readonly string[]): Header[] {
  return raw.flatMap((name, i): Header[] => (i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : []))
}
