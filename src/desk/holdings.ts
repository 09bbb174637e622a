// All that a desk knows, loaded at once: what editions and pages are made of. Kept until a later walk makes it anew.
import { findWalk, listAllLinked, type Walk } from '../archive/linked.ts'
import { digestOfEntry, listLog } from '../archive/log.ts'
import type { Store } from '../archive/store.ts'
import type { Doc } from '../model/doc.ts'
import type { Edition } from '../model/edition.ts'
import type { Id, Instant } from '../model/id.ts'
import type { Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { listRuledDocs } from './list-rulings.ts'

/** The docs in log order, what was linked and tracked of them, and how far in the log that reaches. */
export interface Holdings {
  readonly docs: readonly HeldDoc[]
  readonly linked: Linked
  readonly tracked: Tracked
  readonly partOnly?: ReadonlySet<Id<'claim'>> // claims of which only some of what the desk knows is held; absent: none
  readonly asOf: Edition['asOf']
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
  /** When and under which headline a report of a story was printed, also where `docs` has it not. */
  readonly printOf: (id: Id<'doc'>) => Print | undefined
}

/** What of a report tells where it stands in a story. */
export type Print = Pick<Doc, 'published' | 'title'>

/** A doc with its reading, and where in the log its report was first seen. */
export interface HeldDoc extends ReadDoc {
  readonly first: number
  readonly firstAt: Instant
}

/** The holdings as of the last walk; an empty desk gives empty lists. */
export async function loadHoldings({ store }: Pick<Desk, 'store'>): Promise<Holdings> {
  const walk = findWalk(store)
  const key = JSON.stringify(walk ?? null)
  const known = loaded.get(store)
  if (known?.key === key) return known.holdings
  const holdings = load(store, walk)
  loaded.set(store, { key, holdings })
  holdings.catch(() => loaded.delete(store)) // whoever awaits it hears of the fault; the next one tries again
  return holdings
}

const loaded = new WeakMap<Store, { key: string; holdings: Promise<Holdings> }>()
const PAGE = 200
const NOTHING: Linked & Tracked = {
  entities: [],
  claims: [],
  bearings: [],
  appearances: [],
  independences: [],
  quoteMatches: [],
  copyGroups: [],
  stances: [],
  stories: [],
  rows: [],
}

async function load(store: Store, walk: Walk | undefined): Promise<Holdings> {
  const docs: HeldDoc[] = []
  for (let after = 0; walk; ) {
    const page = await listRuledDocs(store, { after, limit: PAGE })
    for (const { first, firstAt, readDoc } of page) docs.push({ ...readDoc, first, firstAt })
    if (page.length < PAGE) break
    after = page.at(-1)?.first ?? after
  }
  const made = listAllLinked(store) ?? NOTHING
  const docById = new Map(docs.map(({ doc }) => [doc.id, doc]))
  const findDoc = (id: Id<'doc'>): Doc | undefined => docById.get(id)
  return { docs, linked: made, tracked: made, asOf: await endOf(store, walk), findDoc, printOf: findDoc }
}

/** How far in the log a walk came: what an edition says that it knew. */
export async function endOf(store: Store, walk: Walk | undefined): Promise<Edition['asOf']> {
  const [entry] = walk ? await listLog(store, walk.linkedTo - 1, 1) : []
  return entry ? { number: entry.number, before: digestOfEntry(entry) } : { number: 0, before: '0'.repeat(64) }
}
