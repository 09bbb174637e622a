// door: worker thread, clock
// Composes editions beside the thread that answers requests: a week of thousands of reports takes a while.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../archive/open-store.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionName } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import { composeEdition } from './edition.ts'

/** What is sent back: an edition with the docs that it cites, or why there is none. */
export type Composing =
  | { readonly id: number; readonly edition: Edition; readonly docs: readonly Doc[] }
  | { readonly id: number; readonly code?: ReadoutError['code']; readonly message: string }

export interface Order {
  readonly id: number
  readonly of: Partial<EditionName>
}

const dir = String(workerData)
const store = openStore(dir)
const now = (): string => new Date().toISOString()

parentPort?.on('message', async ({ id, of }: Order) => {
  parentPort?.postMessage(await compose(id, of))
})

async function compose(id: number, of: Partial<EditionName>): Promise<Composing> {
  try {
    const { edition, holdings } = await composeEdition({ store: await store, now, dir }, of)
    const cited = new Set(
      edition.sections.flatMap(({ items }) =>
        items.flatMap(({ heading, lines }) =>
          [...(heading ? [heading] : []), ...lines].flatMap((line) => line.evidence.map(({ doc }) => doc)),
        ),
      ),
    )
    return { id, edition, docs: holdings.docs.flatMap(({ doc }) => (cited.has(doc.id) ? [doc] : [])) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id, message, ...(error instanceof ReadoutError && { code: error.code }) }
  }
}
