// door: worker thread
// Answers pages and lists beside the thread that listens, over a connection to the store of its own. It is the same server over the
// same routes, which nobody can connect to: whoever asks was let in, and is looked at again here by what came with the request.
import { parentPort, workerData } from 'node:worker_threads'
import { openAccounts } from '../../desk/accounts/open-accounts.ts'
import { nameOfPerson } from '../../desk/accounts/person.ts'
import { openDesk } from '../../desk/open-desk.ts'
import { makePages } from '../../desk/pages.ts'
import { findKept } from '../../desk/review/find-kept.ts'
import { refusedPage } from '../../desk/views/accounts.ts'
import { makeServer } from '../make-server.ts'
import { listRoutes } from '../routes.ts'
import { THREAD_PATHS } from './is-for-threads.ts'

/** What a thread is begun with. */
export interface ThreadTerms {
  readonly dir: string
  readonly url: string | null // of the database
  readonly host: string
  readonly key: string // what the tokens of forms are bound with
  readonly publicAddress?: string
  readonly proxies?: readonly string[]
}

/** One request for a page, as it came in. */
export interface ThreadAsked {
  readonly url: string // path and query
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly remoteAddress: string
  /** What the listening thread knows of the desk, for the frame of an editor's page. */
  readonly known?: { readonly leaning: number | undefined; readonly alarms: number | undefined }
}

/** The whole answer to it. */
export interface ThreadAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: Uint8Array
}

/** What a thread says. A question it could not even try is refused, and answered elsewhere. */
export type ThreadSays =
  | 'ready'
  | { readonly fault: string; readonly asked: string }
  | ({ readonly id: number } & ({ readonly answer: ThreadAnswer } | { readonly refused: string }))

const { dir, url, host, key, publicAddress, proxies } = workerData as ThreadTerms
const UNCOUNTED = Number.MAX_SAFE_INTEGER // they were counted where they came in
const UNSENT = new Set(['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'])

let told: ThreadAsked['known'] // the same for all who ask at one time
const desk = await openDesk(dir, { make: false, url })
const accounts = { ...(await openAccounts(desk, nameOfPerson())), key }
const paths = new Set(THREAD_PATHS)
const routes = listRoutes(makePages(desk), desk).filter(({ method, path }) => method === 'GET' && paths.has(path))
const server = await makeServer(routes, {
  host,
  accounts,
  refused: refusedPage,
  notice: (address, shell) => findKept(desk, shell, address),
  leaning: () => told?.leaning,
  alarms: () => told?.alarms,
  limits: { requests: UNCOUNTED },
  onFault: (fault, asked) =>
    say({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : `${fault}`, asked }),
  ...(publicAddress !== undefined && { publicAddress }),
  ...(proxies && { proxies }),
})
await server.ready()

parentPort?.on('message', async ({ id, ...asked }: ThreadAsked & { readonly id: number }) => {
  try {
    const answer = await answerTo(asked)
    say({ id, answer }, [answer.body.buffer as ArrayBuffer])
  } catch (error) {
    say({ id, refused: error instanceof Error ? error.message : String(error) })
  }
})
say('ready')

async function answerTo({ url, headers, remoteAddress, known }: ThreadAsked): Promise<ThreadAnswer> {
  told = known ?? told
  const given = await server.inject({ method: 'GET', url, headers: definedOf(headers), remoteAddress })
  const kept = Object.entries(given.headers).flatMap(([name, value]) =>
    value === undefined || UNSENT.has(name) ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  return { status: given.statusCode, headers: Object.fromEntries(kept), body: new Uint8Array(given.rawPayload) }
}

function definedOf(headers: ThreadAsked['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function say(said: ThreadSays, given: ArrayBuffer[] = []): void {
  parentPort?.postMessage(said, given)
}
