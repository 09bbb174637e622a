// door: child process, clock
// What a served desk does by itself: it follows its sources in one process, and makes in another what follows from what
// came in and from what people decide; that one is kept at hand. Either is begun again where it dies; what it was at is not
// lost, since nothing is remembered but in the desk.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'
import type { Asked } from './web/following.ts'
import { listSources } from './web/list-sources.ts'

export interface Background {
  /** Has what follows from a decision made at once. */
  nudge(): void
  /** Ends both processes, politely at first. */
  end(): Promise<void>
}

export interface Told {
  /** False: sources are left alone, and only what is on the desk is made out. */
  readonly isFollowing?: boolean
  readonly onAsked?: (asked: Asked) => void
  /** Intake stopped, and why; undefined: it goes on. */
  readonly onIntake?: (why: string | undefined) => void
  /** A report of which nothing could be made, or a process that died. */
  readonly onFault: (message: string) => void
}

/** What the process that follows sources says. */
export type FollowWords = { readonly asked: Asked } | { readonly stopped: string | undefined }

const LOOK_MS = 5000 // how soon a first source is noticed, and what came in is read
const AGAIN_MS = 15_000 // after a death
const PATIENCE_MS = 5000 // for what is under way when it ends

/** Begins as soon as a source is followed. */
export function workInBackground(
  desk: Pick<Desk, 'store' | 'dir' | 'makers'>,
  version: string,
  told: Told,
): Background {
  const children = new Map<string, ChildProcess>()
  const restAt = new Map<string, number>()
  let isEnded = false

  const begin = (name: 'follow-worker' | 'derive-worker', onMessage: (message: unknown) => void): void => {
    if (isEnded || children.has(name) || (restAt.get(name) ?? 0) > performance.now()) return
    const file = new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const child = fork(file, [desk.dir, version], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    children.set(name, child)
    let lastWords = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2000)
    })
    child.on('message', onMessage)
    child.on('error', (error) => told.onFault(`${name}: ${error.message}`))
    child.on('close', (status) => {
      children.delete(name)
      if (isEnded) return
      if (status === 0) {
        if (name === 'derive-worker') beginDeriving() // another, without what the one before it held
        return
      }
      restAt.set(name, performance.now() + AGAIN_MS)
      told.onFault(`${name} ended (${lastLineOf(lastWords) || status}); it is begun again`)
    })
  }
  const look = (): void => {
    try {
      if (told.isFollowing !== false && listSources(desk).some(({ state }) => state === 'followed')) {
        begin('follow-worker', (message) => {
          const said = message as FollowWords
          if ('asked' in said) told.onAsked?.(said.asked)
          else told.onIntake?.(said.stopped)
        })
      }
      derive()
    } catch (error) {
      told.onFault(error instanceof Error ? error.message : String(error)) // looked again in a moment
    }
  }
  const beginDeriving = (): void => begin('derive-worker', (message) => told.onFault(String(message)))
  const derive = (): void => {
    const known = children.get('derive-worker')
    if (!known) beginDeriving()
    else if (known.connected && isPending(desk)) known.send('derive')
  }
  look()
  const timer = setInterval(look, LOOK_MS)

  return {
    nudge: look,
    async end() {
      isEnded = true
      clearInterval(timer)
      const running = [...children.values()]
      for (const child of running) child.kill('SIGTERM')
      const killer = setTimeout(() => {
        for (const child of running) child.kill('SIGKILL')
      }, PATIENCE_MS)
      await Promise.all(running.map((child) => (child.exitCode === null ? once(child, 'close') : undefined)))
      clearTimeout(killer)
    },
  }
}

// Node prints a stack below the error and its version last.
function lastLineOf(words: string): string | undefined {
  return /^\s*(\w*Error: .*)$/m.exec(words)?.[1] ?? words.trim().split('\n').at(-1)
}
