// door: child process, clock
// A process that does one kind of work for the one that began it. It is begun again where it died, after a rest, and ended where it
// gives no sign: nothing is lost with it, since nothing is remembered but in the desk.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { LEAN, LEAN_ENV } from '../worker.ts'

export interface Helper {
  /** Begins it, unless it is there, or died a moment ago. */
  begin(...args: readonly string[]): void
  isThere(): boolean
  /** Tells it something; nothing where it is not there. */
  send(message: object): void
  /** Ends it politely, and at last by force. */
  end(): Promise<void>
}

export interface HelperTerms {
  /** The file beside this one, without its ending. */
  readonly name: string
  readonly patienceMs: number // for what is under way when it is to end
  readonly silentMs: number // without a sign for so long, it is wedged
  onMessage(message: unknown): void
  /** It died by itself, with these words. */
  onFault(message: string): void
}

const AGAIN_MS = 15_000 // after a death
/** How often a helper gives a sign. */
export const SIGN_MS = 5000

/** A helper that is not begun yet. */
export function makeHelper({ name, patienceMs, silentMs, onMessage, onFault }: HelperTerms): Helper {
  let child: ChildProcess | undefined
  let restUntil = 0
  let isWanted = false
  let ending: Promise<void> | undefined
  return {
    begin(...args) {
      isWanted = true
      if (child || restUntil > performance.now()) return
      const file = new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
      const env = { ...LEAN_ENV, ...process.env }
      const own = fork(file, args, { execArgv: [...LEAN], env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
      child = own
      let lastWords = ''
      let signAt = performance.now()
      const watch = setInterval(() => {
        if (performance.now() - signAt < silentMs) return
        lastWords = `Error: it gave no sign for ${Math.round(silentMs / 1000)} s`
        own.kill('SIGKILL')
      }, SIGN_MS)
      watch.unref()
      own.stderr?.setEncoding('utf8').on('data', (text: string) => {
        lastWords = (lastWords + text).slice(-2000)
      })
      own.on('message', (message) => {
        signAt = performance.now()
        if (message !== 'sign') onMessage(message)
      })
      own.on('error', (error) => onFault(`${name}: ${error.message}`))
      own.on('close', (status, signal) => {
        clearInterval(watch)
        if (child === own) child = undefined
        if (status === 0 || !isWanted) return
        restUntil = performance.now() + AGAIN_MS
        onFault(`${name} ended (${lastLineOf(lastWords) || (signal ?? status)}); it is begun again`)
      })
    },
    isThere: () => child !== undefined,
    send(message) {
      if (child?.connected) child.send(message, () => {}) // one that ends meanwhile is begun again
    },
    end() {
      isWanted = false
      ending ??= endChild(child, patienceMs).finally(() => {
        ending = undefined
      })
      return ending
    },
  }
}

async function endChild(child: ChildProcess | undefined, patienceMs: number): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const killer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await once(child, 'close')
  clearTimeout(killer)
}

// Node prints a stack below the error and its version last.
function lastLineOf(words: string): string | undefined {
  return /^\s*(\w*Error: .*)$/m.exec(words)?.[1] ?? words.trim().split('\n').at(-1)
}
