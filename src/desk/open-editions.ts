// door: worker thread, timers
// Editions for those who read pages: composed in a thread of their own, once for each state of the desk. While a newer one is in the
// making the one before is shown, which says up to where it goes.
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { findWalk } from '../archive/linked.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionName } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import type { Desk } from './desk.ts'
import type { Composing, Order } from './edition-worker.ts'
import { findWatch } from './watches.ts'

/** An edition with the docs that its lines cite. */
export interface OpenEdition {
  readonly edition: Edition
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
}

export interface Editions {
  /** The edition of the week and the watch, either left out as for `composeEdition`, which it throws like. */
  find(of?: Partial<EditionName>): Promise<OpenEdition>
  close(): Promise<void>
}

const KEPT = 12 // editions
const PATIENCE_MS = 300 // that a reader waits for the newest where an older one is at hand

interface Kept {
  readonly state: string // of the desk and the watch
  readonly made: Promise<OpenEdition>
  readonly latest?: OpenEdition // that was ready, of this state or one before
}

/** The editions of a desk. The thread begins with the first question. */
export function openEditions({ store, dir }: Pick<Desk, 'store' | 'dir'>): Editions {
  const known = new Map<string, Kept>()
  const waiting = new Map<number, PromiseWithResolvers<OpenEdition>>()
  let worker: Worker | undefined
  let orders = 0

  const end = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = (): Worker => {
    const file = new URL(`./edition-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const thread = new Worker(file, { workerData: dir })
    thread.on('message', (composed: Composing) => {
      const asked = waiting.get(composed.id)
      waiting.delete(composed.id)
      if ('edition' in composed) asked?.resolve(asOpen(composed))
      else
        asked?.reject(composed.code ? new ReadoutError(composed.code, composed.message) : new Error(composed.message))
      if (waiting.size === 0) thread.unref() // nobody waits: it keeps no process alive
    })
    thread.on('error', end)
    thread.on('exit', () => end(new Error('the thread that composes editions ended')))
    return thread
  }
  const compose = (of: Partial<EditionName>): Promise<OpenEdition> => {
    worker ??= begin()
    worker.ref()
    const id = orders++
    const asked = Promise.withResolvers<OpenEdition>()
    waiting.set(id, asked)
    worker.postMessage({ id, of } satisfies Order)
    return asked.promise
  }

  return {
    async find(of = {}) {
      const key = `${of.watch ?? ''} ${of.week ?? ''}`
      const watch = await findWatch({ dir }, of.watch)
      const state = `${findWalk(store)?.version} ${JSON.stringify(watch)}`
      let found = known.get(key)
      if (found?.state !== state) {
        const before = found?.latest
        const made = compose(of)
        const next: Kept = { state, made, ...(before && { latest: before }) }
        made.then(
          (edition) => Object.assign(next, { latest: edition }),
          () => known.delete(key), // whoever awaits it hears of it; the next one tries again
        )
        found = next
      }
      known.delete(key) // last to go again
      known.set(key, found)
      const [oldest] = known.keys()
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
      const { made, latest } = found
      return latest ? await Promise.race([made, pause(PATIENCE_MS, latest, { ref: false })]) : await made
    },
    async close() {
      await worker?.terminate()
    },
  }
}

function asOpen({ edition, docs }: { readonly edition: Edition; readonly docs: readonly Doc[] }): OpenEdition {
  const docById = new Map(docs.map((doc) => [doc.id, doc]))
  return { edition, findDoc: (id) => docById.get(id) }
}
