// door: local socket, files, process, clock
// One serving process a desk. It listens on a local socket in the folder: a socket that answers is held, whoever has its process id
// meanwhile; one that refuses was left by a process that is gone. Age says nothing. Two never take it at once: each looks and takes with
// the write lock of the truth in hand.
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { storeUrl } from '../../archive/postgres/store-url.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'

/** Who serves a desk, as it says of itself. */
export interface Holder {
  readonly pid: number
  readonly machine: string
  readonly since: string // instant
  readonly url?: string // where it serves
}

/** The desk as held by this process. */
export interface Hold {
  /** Tells whoever asks where the desk is served. */
  tell(url: string): void
  release(): Promise<void>
}

const SOCKET = 'serve.sock'
const PATIENCE_MS = 1000 // for a holder to say who it is; one that is frozen still holds
const LONGEST = 100 // bytes of a path to a socket; systems take 104 to 108, and cut off the rest in silence

/** Refuses where another process serves the desk in this folder, before anything of it is opened. Throws DESK_HELD. */
export async function wantUnheld(dir: string): Promise<void> {
  const found = storeUrl() === undefined ? await findHolder(dir) : undefined
  if (found) throw held(dir, found)
}

/** Holds the desk of a folder until released or until the process ends, however it ends. Throws DESK_HELD. */
export async function holdDesk({ dir, store }: Pick<Desk, 'dir' | 'store'>): Promise<Hold> {
  // one that may not be written is only shown; one in a database is served by as many as want to
  if (store.isReadOnly || store.url !== undefined) return { tell() {}, release: () => Promise.resolve() }
  const { truth } = await store.kysely()
  return await truth.transaction().execute(async () => {
    const found = await findHolder(dir)
    if (found) throw held(dir, found)
    return await take(dir)
  })
}

/** Who serves the desk in this folder; undefined: nobody. `unknown`: a process that does not say who it is. */
export async function findHolder(dir: string): Promise<Holder | 'unknown' | undefined> {
  return await atSocket(dir, (path) => ask(path, dir))
}

function held(dir: string, holder: Holder | 'unknown'): ReadoutError {
  const who =
    holder === 'unknown'
      ? 'a process that does not answer'
      : `process ${holder.pid} on ${holder.machine}, since ${holder.since}${holder.url ? `, at ${holder.url}` : ''}`
  const cure = 'end that one first, or look at the desk there; other commands work beside it'
  return new ReadoutError('DESK_HELD', `${dir}: is served already, by ${who}; ${cure}`)
}

async function ask(path: string, dir: string): Promise<Holder | 'unknown' | undefined> {
  return await new Promise((done, fail) => {
    const socket = createConnection(path)
    let text = ''
    socket.setEncoding('utf8').setTimeout(PATIENCE_MS, () => {
      socket.destroy()
      done('unknown')
    })
    socket.on('data', (piece: string) => {
      text += piece
    })
    socket.on('end', () => done(parseHolder(text)))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (GONE.has(error.code ?? '')) return done(undefined)
      if (BUSY.has(error.code ?? '')) return done('unknown')
      const cure = `see who serves the desk; where nobody does, delete ${join(dir, SOCKET)}`
      fail(new ReadoutError('DESK_HELD', `${dir}: whether it is served cannot be told (${error.message}); ${cure}`))
    })
  })
}

const GONE = new Set(['ENOENT', 'ENOTDIR', 'ECONNREFUSED']) // nobody listens there
const BUSY = new Set(['EAGAIN', 'ECONNRESET', 'EPIPE']) // somebody does, and does not come to it

function parseHolder(text: string): Holder | 'unknown' {
  try {
    const { pid, machine, since, url } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>
    if (typeof pid !== 'number' || typeof machine !== 'string' || typeof since !== 'string') return 'unknown'
    return { pid, machine, since, ...(typeof url === 'string' && { url }) }
  } catch {
    return 'unknown' // it was cut off in the middle of its words
  }
}

async function take(dir: string): Promise<Hold> {
  let holder: Holder = { pid: process.pid, machine: hostname(), since: new Date().toISOString() }
  const server = createServer((socket) => {
    socket.on('error', () => {}) // whoever asked is gone
    socket.end(JSON.stringify(holder))
  })
  const { path, drop } = await reach(dir)
  await rm(path, { force: true }) // of a process that is gone
  try {
    await listen(server, path)
  } catch (error) {
    await drop()
    const said = error instanceof Error ? error.message : String(error)
    const cure = 'keep the desk on a local disk that can hold sockets'
    throw new ReadoutError('STORE_FAILED', `${join(dir, SOCKET)}: cannot be listened on (${said}); ${cure}`)
  }
  server.unref()
  return {
    tell(url) {
      holder = { ...holder, url }
    },
    async release() {
      await new Promise((done) => server.close(done)) // takes the socket away before it stops listening
      await drop()
    },
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail).listen(path, () => done())
  })
}

async function atSocket<T>(dir: string, work: (path: string) => Promise<T>): Promise<T> {
  const { path, drop } = await reach(dir)
  try {
    return await work(path)
  } finally {
    await drop()
  }
}

// A folder far down is reached through a short link to it.
async function reach(dir: string): Promise<{ path: string; drop(): Promise<void> }> {
  const path = join(resolve(dir), SOCKET)
  if (Buffer.byteLength(path) <= LONGEST) return { path, drop: () => Promise.resolve() }
  const short = await mkdtemp(join(tmpdir(), 'readout-'))
  await symlink(resolve(dir), join(short, 'd'))
  return { path: join(short, 'd', SOCKET), drop: () => rm(short, { recursive: true }) }
}
