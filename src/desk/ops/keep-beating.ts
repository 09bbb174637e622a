// door: clock, process
// A process of a desk says every few seconds that it is there, and how much it holds, for all who look from elsewhere.
import { hostname } from 'node:os'
import { dropProcess, keepProcess, listProcesses } from '../../archive/processes.ts'
import type { ProcessKind } from '../../model/at-work.ts'
import { later } from '../../model/instant.ts'
import type { Desk } from '../desk.ts'
import { isGone } from '../web/holder.ts'

export interface Beating {
  /** Says why it takes in nothing, from the next beat on; undefined: it does. */
  tell(stopped: string | undefined): void
  end(): Promise<void>
}

const EVERY_MS = 5000
const FORGET_MS = 3600 * 1000 // one of another machine that was killed is shown as quiet for an hour

/** Begins at once. A desk that is busy or may not be written is left alone: it is said again in a moment. */
export function keepBeating(desk: Pick<Desk, 'store' | 'now'>, kind: ProcessKind, version: string): Beating {
  const [machine, begun] = [hostname(), desk.now()]
  const own = { id: `${machine} ${process.pid} ${begun}`, kind, machine, pid: process.pid, version, begun }
  let stopped: string | undefined
  let last: Promise<void> = Promise.resolve()
  let isEnded = false
  const beat = async (): Promise<void> => {
    const [at, memory] = [desk.now(), process.memoryUsage.rss()]
    const row = { ...own, at, memory, ...(stopped !== undefined && { stopped }) }
    await keepProcess(await desk.store.diary(), row, later(at, -FORGET_MS))
  }
  const begin = (): void => {
    last = last.then(() => (isEnded ? undefined : beat())).catch(() => {})
  }
  if (!desk.store.isReadOnly) {
    last = dropGone(desk).catch(() => {})
    begin()
  }
  const timer = desk.store.isReadOnly ? undefined : setInterval(begin, EVERY_MS).unref()
  return {
    tell(reason) {
      if (reason === stopped) return
      stopped = reason
      if (!desk.store.isReadOnly) begin()
    },
    async end() {
      isEnded = true
      clearInterval(timer)
      await last
      if (!desk.store.isReadOnly) await dropGone(desk, own.id).catch(() => {})
    },
  }
}

// Itself, and those of this machine that were killed.
async function dropGone(desk: Pick<Desk, 'store'>, own?: string): Promise<void> {
  const state = await desk.store.diary()
  for (const { id } of await listProcesses(state)) {
    if (id === own || isGone(id)) await dropProcess(state, id)
  }
}
