// What people reviewed of what was read, with the confidence that it was read with: out of a random draw, or otherwise.
import { findSaid } from '../../archive/catalogue/said-lines.ts'
import { findWalk } from '../../archive/linked.ts'
import type { Store } from '../../archive/store.ts'
import type { Ruling } from '../../model/decision.ts'
import type { PrecisionView } from '../../publish/review/render-precision.ts'
import type { Desk } from '../desk.ts'
import { type DecidedIndex, type IndexedDecision, isInForce } from './decided-index.ts'
import { dayDrawn } from './draw.ts'
import { measurePrecision, type ReviewedSaid } from './precision.ts'

/** The kinds of ruling by which something that was read is reviewed. */
export const REVIEWING: ReadonlySet<Ruling['kind']> = new Set([
  'confirm',
  'reject',
  'correct',
  're-attribute',
  'set kind',
])

/** How often the reader was right, counted once for each state of the decisions and of what is linked. */
export async function precisionOf(desk: Pick<Desk, 'store'>, decided: DecidedIndex): Promise<PrecisionView> {
  const state = `${decided.all.at(-1)?.number ?? 0} ${findWalk(desk.store)?.version ?? 0}`
  const known = counted.get(desk.store)
  if (known?.state === state) return known.view
  const byThing = Map.groupBy(decided.all.filter(isReviewing), ({ about }) => about[0]?.id ?? '')
  const drawn: ReviewedSaid[] = []
  const reviewed: ReviewedSaid[] = []
  for (const [thing, own] of byThing) {
    const confidence = (await findSaid(desk.store, thing))?.confidence
    const kinds = new Set(own.map(({ decision }) => decision.ruling.kind))
    const isDrawn = own.some(({ decision }) => dayDrawn(decision.why) !== undefined)
    ;(isDrawn ? drawn : reviewed).push({ kinds, ...(confidence !== undefined && { confidence }) })
  }
  const view = { drawn: measurePrecision(drawn), reviewed: measurePrecision(reviewed) }
  counted.set(desk.store, { state, view })
  return view
}

const counted = new WeakMap<Store, { readonly state: string; readonly view: PrecisionView }>()

function isReviewing(one: IndexedDecision): boolean {
  return isInForce(one) && REVIEWING.has(one.decision.ruling.kind) && one.about[0]?.noun === 'attribution'
}
