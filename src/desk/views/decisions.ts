// A page of what was decided, the last first, narrowed to a person, a kind, a thing or a state. What became of each is looked up
// for those that are shown, so that thousands are as quick as ten.
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import { RULED_NOUNS, type Target } from '../../model/decision.ts'
import type { DecisionFilters, DecisionsView } from '../../publish/pages/decisions.ts'
import type { DecidedItem } from '../../publish/review/render-decided.ts'
import type { Desk } from '../desk.ts'
import { openGrounds } from '../find-target.ts'
import { becameOf } from '../list-decided.ts'
import type { IndexedDecision } from '../review/decided-index.ts'
import { findThing } from '../review/find-thing.ts'
import { makeDecidedItem } from '../review/make-decided-item.ts'
import { openReviewing, type Reviewing } from '../review/make-target.ts'

export type WantedDecisions = DecisionFilters & { readonly after?: string }

const LIST = 'decisions by number'
const SHOWN = 50
const LOOKED_AT = 500 // for one page, where only the state tells which ones fit

/** The page. Throws CURSOR_UNKNOWN. */
export async function makeDecisionsView(desk: Pick<Desk, 'store'>, wanted: WantedDecisions): Promise<DecisionsView> {
  const reviewing = openReviewing(desk)
  const { decided, linkedTo } = reviewing
  const grounds = openGrounds(desk)
  const thing = await thingOf(desk, reviewing, wanted)
  const own = wanted.thing === undefined ? decided.all : decided.on(thing.noun, thing.ids)
  const before = readCursor(LIST, ['number'], wanted.after)?.[0] ?? Number.POSITIVE_INFINITY
  const fit = own.filter((one) => one.number < Number(before) && fits(one, wanted)).toReversed()
  const items: DecidedItem[] = []
  let last: IndexedDecision | undefined
  let looked = 0
  for (const one of fit) {
    if (items.length === SHOWN || looked === LOOKED_AT) break
    looked += 1
    last = one
    const item = makeDecidedItem(becameOf(one, grounds, linkedTo), decided)
    if (wanted.state === undefined || item.state === wanted.state) items.push(item)
  }
  const isCut = looked < fit.length
  return {
    items,
    ...(isCut && last && { next: writeCursor(LIST, [last.number]) }),
    asked: wanted,
    ...(thing.shown && { thing: thing.shown }),
    people: [...new Set(decided.all.map(({ decision }) => decision.by))].toSorted(),
    kinds: [...new Set(decided.all.map(({ decision }) => decision.ruling.kind))].toSorted(),
    total: decided.all.length,
    harmed: decided.harmed,
    isCut,
  }
}

function fits({ decision }: IndexedDecision, { by, kind }: WantedDecisions): boolean {
  return (by === undefined || decision.by === by) && (kind === undefined || decision.ruling.kind === kind)
}

interface WantedThing {
  readonly noun: Target['noun']
  readonly ids: readonly string[]
  readonly shown?: NonNullable<DecisionsView['thing']>
}

// By its former ids too; what is not there any more is still found by the id that it had.
async function thingOf(
  desk: Pick<Desk, 'store'>,
  reviewing: Reviewing,
  { noun, thing = '' }: WantedDecisions,
): Promise<WantedThing> {
  const own = RULED_NOUNS.find((one) => one === noun) ?? 'claim'
  const found = thing === '' ? undefined : await findThing(desk, reviewing, own, thing)
  if (!found) return { noun: own, ids: [thing], ...(thing !== '' && { shown: { called: thing, href: '/decisions' } }) }
  return { noun: own, ids: [found.id, ...(found.formerIds ?? [])], shown: { called: found.label, href: found.page } }
}
