// door: worker thread, timers
// Editions for those who read pages: composed in a thread of their own, once for each state of the desk. While a newer one is in the
// making the one before is shown, which says up to where it goes.
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { findWalk } from '../archive/linked.ts'
import { lastRemoval } from '../archive/removals.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionName } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Id } from '../model/id.ts'
import { keepLast } from '../model/keep-last.ts'
import type { Desk } from './desk.ts'
import type { Composing, Order } from './edition-worker.ts'
import type { DraftKept } from './editions/draft-edition.ts'
import type { Word } from './editions/keep-version.ts'
import { findWatch } from './watches.ts'

/** An edition with the docs that its lines cite. */
export interface OpenEdition {
  readonly edition: Edition
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
}

export interface Editions {
  /**
   * The edition of the week and the watch, either left out as for `composeEdition`, which it throws like. `isNewest`: it is waited for,
   * and none from before is shown; for answers that are kept under a tag of the desk's state.
   */
  find(of?: Partial<EditionName>, wanted?: { readonly isNewest?: true }): Promise<OpenEdition>
  /** Keeps a draft. Throws as `draftEdition` does. */
  draft(of: EditionName, word: Word): Promise<DraftKept>
  close(): Promise<void>
}

const KEPT = 12 // editions
const PATIENCE_MS = 300 // that a reader waits for the newest where an older one is at hand

interface Kept {
  readonly state: string // of the desk and the watch
  readonly removal: number // the last one by then
  readonly made: Promise<OpenEdition>
  readonly latest?: OpenEdition // that was ready, of this state or one before
}

/** The editions of a desk. The thread begins with the first question. */
export function openEditions({ store, dir }: Pick<Desk, 'store' | 'dir'>): Editions {
  const known = new Map<string, Kept>()
  const waiting = new Map<number, PromiseWithResolvers<Done>>()
  let worker: Worker | undefined
  let orders = 0

  const end = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = (): Worker => {
    const file = new URL(`./edition-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const thread = new Worker(file, { workerData: { dir, url: store.url ?? null } })
    thread.on('message', (composed: Composing) => {
      const asked = waiting.get(composed.id)
      waiting.delete(composed.id)
      if (!('message' in composed)) asked?.resolve(composed)
      else asked?.reject(errorOf(composed))
      if (waiting.size === 0) thread.unref() // nobody waits: it keeps no process alive
    })
    thread.on('error', end)
    thread.on('exit', () => end(new Error('the thread that composes editions ended')))
    return thread
  }
  const order = (wanted: Omit<Order, 'id'>): Promise<Done> => {
    worker ??= begin()
    worker.ref()
    const id = orders++
    const asked = Promise.withResolvers<Done>()
    waiting.set(id, asked)
    worker.postMessage({ id, ...wanted } satisfies Order)
    return asked.promise
  }
  const compose = async (of: Partial<EditionName>): Promise<OpenEdition> => {
    const done = await order({ of })
    if ('edition' in done) return asOpen(done)
    throw new Error('the thread drafted an edition that was to be composed')
  }

  return {
    async find(of = {}, { isNewest } = {}) {
      const key = `${of.watch ?? ''} ${of.week ?? ''}`
      const watch = await findWatch({ dir }, of.watch)
      const removal = lastRemoval(store)
      const state = `${findWalk(store)?.version} ${JSON.stringify(watch)} ${removal}`
      let found = known.get(key)
      if (found?.state !== state) {
        const before = found?.removal === removal ? found.latest : undefined // what was removed is not shown meanwhile
        const made = compose(of)
        const next: Kept = { state, removal, made, ...(before && { latest: before }) }
        made.then(
          (edition) => Object.assign(next, { latest: edition }),
          () => known.delete(key), // whoever awaits it hears of it; the next one tries again
        )
        found = next
      }
      const { made, latest } = keepLast(known, { key, value: found, most: KEPT })
      return latest && !isNewest ? await Promise.race([made, pause(PATIENCE_MS, latest, { ref: false })]) : await made
    },
    async draft(of, word) {
      const done = await order({ of, draft: word })
      if ('drafted' in done) return done.drafted
      throw new Error('the thread composed an edition that was to be drafted')
    },
    async close() {
      await worker?.terminate()
    },
  }
}

type Done = Exclude<Composing, { readonly message: string }>

function errorOf({ code, message, details }: Extract<Composing, { readonly message: string }>): Error {
  return code ? new ReadoutError(code, message, details && { details }) : new Error(message)
}

function asOpen({ edition, docs }: { readonly edition: Edition; readonly docs: readonly Doc[] }): OpenEdition {
  const docById = new Map(docs.map((doc) => [doc.id, doc]))
  return { edition, findDoc: (id) => docById.get(id) }
}
