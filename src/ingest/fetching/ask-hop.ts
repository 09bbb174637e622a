// door: network, clock
// One request and its answer, within the caps: the head with its lines as they came, and the body as it came.
import type { Header, Hop, Outcome } from '../../model/capture.ts'
import { type ByteSink, makeByteSink } from '../bytes/byte-sink.ts'
import { isRefusal, withCode } from './connect-guarded.ts'
import type { Connection, Connections } from './connections.ts'
import type { FetchCaps } from './fetch-caps.ts'
import { codeOf, type Fault, isCut, nameFault } from './name-fault.ts'
import { isRedirect } from './redirects.ts'
import { type Watched, watchAnswer } from './watch-answer.ts'

export interface Question {
  readonly url: URL
  readonly headers: readonly Header[]
  readonly post?: string | Uint8Array // the body; absent: the address is asked for
  readonly endsAt: number // the time of all hops, by the clock of `performance`
  readonly signal: AbortSignal
  readonly now: () => number
}

/** With an `ending` where not all of it came, and then a `hop` only if its head did. Of a redirect no body is read. */
export type Answer = { readonly isSent: boolean } & (
  | { readonly hop: Hop; readonly bytes: Uint8Array; readonly ending?: never }
  | { readonly hop?: Hop | undefined; readonly bytes?: never; readonly ending: Ending }
)

type Ending = Extract<Outcome, { kind: 'refused' | 'failed' }>

const STEP = 16 * 1024 // bytes of the body that may wait for us; then the sender waits
const TURN_MS = 10 // of one body, before others get their turn

/** Asks once, or once more over a fresh connection where one that had waited would not do. Rejects only when told to stop. */
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
  const { url, headers, post, signal, now } = question
  const { client, link, isUsed } = connection
  let hop: Hop | undefined
  let ending: Ending | undefined
  const stop = (why: Ending): void => {
    ending ??= why
    connections.drop(connection, new Error('stopped'))
  }
  const abort = (): void => connections.drop(connection, new Error('stopped'))
  const body = makeByteSink()
  const before = link.socket?.bytesRead ?? 0
  const watched: Watched = {
    host: url.host,
    endsAt: question.endsAt,
    socket: () => link.socket,
    isConnected: () => link.address !== undefined,
    isBegun: () => hop !== undefined,
    bodySize: () => body.size,
  }
  const unwatch = watchAnswer(watched, caps, stop)
  signal.addEventListener('abort', abort)
  try {
    signal.throwIfAborted()
    const answer = await client.request({
      method: post === undefined ? 'GET' : 'POST',
      ...(post !== undefined && { body: post }),
      path: url.pathname + url.search,
      headers: headers.flat(),
      responseHeaders: 'raw',
      highWaterMark: STEP,
    })
    const lines = answer.headers as unknown as readonly string[] // 'raw' gives a list, which its type does not say
    const size = lines.reduce((sum, { length }) => sum + length, 0)
    if (size > caps.headerBytes)
      throw withCode('UND_ERR_HEADERS_OVERFLOW', `a head of more than ${caps.headerBytes} bytes`)
    hop = {
      url: url.href,
      status: answer.statusCode,
      headers: pairUp(lines),
      ...(link.address !== undefined && { address: link.address }),
      at: new Date(now()).toISOString(),
    }
    if (isRedirect(hop.status)) {
      answer.body.on('error', () => {}) // cut off on purpose
      abort()
      return { hop, bytes: new Uint8Array(), isSent: true }
    }
    await readInto(body, answer.body, caps)
    // a body without a length ends with its connection: to undici also when we, or a reset, ended it
    const cut = endsWithConnection(hop.headers) ? link.socket?.errored : undefined
    if (ending || signal.aborted || isCut(cut)) throw cut ?? new Error('stopped')
    connections.giveBack(connection)
    return { hop, bytes: body.take(), isSent: true }
  } catch (error) {
    abort()
    signal.throwIfAborted()
    const isReached = link.address !== undefined
    const isSilent = (link.socket?.bytesRead ?? 0) === before // a bad answer is one, and not to be asked for again at once
    if (isUsed && isSilent && !ending) return 'gone' // says more of a connection that had waited than of the address
    return { hop, ending: ending ?? endingOf(error, url, hop !== undefined), isSent: isReached }
  } finally {
    unwatch()
    signal.removeEventListener('abort', abort)
  }
}

/** Gathers the body as it comes. Throws where it is over the cap. */
async function readInto(sink: ByteSink, body: AsyncIterable<Uint8Array>, { receivedBytes }: FetchCaps): Promise<void> {
  let from = performance.now()
  for await (const part of body) {
    sink.add(part)
    if (sink.size > receivedBytes) throw withCode('SIZE', `more than ${receivedBytes} bytes came`)
    if (performance.now() - from < TURN_MS) continue
    await new Promise((resolve) => setImmediate(resolve)) // or a fast sender keeps everything else waiting
    from = performance.now()
  }
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
