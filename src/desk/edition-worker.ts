// door: worker thread, clock
// Composes editions beside the thread that answers requests: a week of thousands of reports takes a while.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../archive/open-store.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition } from '../model/edition.ts'
import type { EditionName } from '../model/edition-key.ts'
import { ReadoutError } from '../model/errors.ts'
import { composeEdition } from './edition.ts'
import { type DraftKept, draftEdition } from './editions/draft-edition.ts'
import type { Word } from './editions/keep-version.ts'
import { giveBack } from './give-back.ts'

/** What is sent back: an edition with the docs that it cites, or the version that was kept as a draft, or why there is none. */
export type Composing =
  | { readonly id: number; readonly edition: Edition; readonly docs: readonly Doc[] }
  | { readonly id: number; readonly drafted: DraftKept }
  | {
      readonly id: number
      readonly code?: ReadoutError['code']
      readonly message: string
      readonly details?: object
    }

export interface Order {
  readonly id: number
  readonly of: Partial<EditionName>
  readonly draft?: Word // then it is kept as a draft
}

const { dir, url } = workerData as { readonly dir: string; readonly url: string | null }
const store = openStore(dir, { url })
const now = (): string => new Date().toISOString()

parentPort?.on('message', async (order: Order) => {
  parentPort?.postMessage(await compose(order))
  giveBack()
})

async function compose({ id, of, draft }: Order): Promise<Composing> {
  try {
    const desk = { store: await store, now, dir }
    if (draft) {
      const { week, watch } = of
      const asked = { ...(week !== undefined && { week }), ...(watch !== undefined && { watch }) }
      const { ref, left } = await draftEdition(desk, { ...asked, ...draft })
      return { id, drafted: { number: ref.number, left } }
    }
    const { edition, holdings } = await composeEdition(desk, of)
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
    if (!(error instanceof ReadoutError)) return { id, message }
    return { id, message, code: error.code, ...(error.details && { details: error.details }) }
  }
}
