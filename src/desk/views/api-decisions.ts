// Decisions for other programs: what was ruled, on what, by whom, and whether it still counts.
import { findWalk } from '../../archive/linked.ts'
import { isOnLinking, type Ruling, targetsOf } from '../../model/decision.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { type DecidedIndex, type IndexedDecision, openDecided } from '../review/decided-index.ts'
import { pageOf } from './page-of.ts'

type OfDesk = Pick<Desk, 'store'>

/** Which decisions are wanted. */
export interface DecisionFilters {
  readonly on?: string | undefined // the id of what was ruled on
  readonly by?: string | undefined
  readonly kind?: Ruling['kind'] | undefined
  readonly isInForce?: boolean | undefined
}

export type ToldDecision = ReturnType<typeof tellDecision>

/** A page of the decisions, the latest first. */
export function listToldDecisions(desk: OfDesk, filters: DecisionFilters, page: WantedPage): Listed<ToldDecision> {
  const told = tellAll(desk).filter((one) => isWanted(one, filters))
  const keyOf = ({ number }: ToldDecision): string => String(LARGEST - number).padStart(16, '0')
  return pageOf(told.toReversed(), page, { list: `decisions ${JSON.stringify(filters)}`, keyOf })
}

const LARGEST = Number.MAX_SAFE_INTEGER

/** The decisions after a log number, in the order of the log. */
export function listDecisionsAfter(desk: OfDesk, after: number): ToldDecision[] {
  const index = openDecided(desk)
  const first = index.all.findLastIndex(({ number }) => number <= after) + 1
  return index.all.slice(first).map((one) => tellDecision(one, index, linkedTo(desk)))
}

/** The decision of a log number; undefined where there is none. */
export function findToldDecision(desk: OfDesk, number: number): ToldDecision | undefined {
  const index = openDecided(desk)
  const found = index.find(number)
  return found && tellDecision(found, index, linkedTo(desk))
}

function isWanted({ on, by, kind, undoneBy: undone }: ToldDecision, filters: DecisionFilters): boolean {
  if (filters.on !== undefined && !on.some(({ id }) => id === filters.on)) return false
  if (filters.by !== undefined && by !== filters.by) return false
  if (filters.kind !== undefined && kind !== filters.kind) return false
  return filters.isInForce === undefined || filters.isInForce === (undone === undefined && kind !== 'undo')
}

function tellAll(desk: OfDesk): ToldDecision[] {
  const index = openDecided(desk)
  const upTo = linkedTo(desk)
  return index.all.map((one) => tellDecision(one, index, upTo))
}

function linkedTo({ store }: OfDesk): number {
  return findWalk(store)?.linkedTo ?? 0
}

function tellDecision({ number, decision, undoes, undoneBy }: IndexedDecision, index: DecidedIndex, upTo: number) {
  const { id, by, at, ruling, why } = decision
  const undone = undoes === undefined ? undefined : index.find(undoes)
  const on = targetsOf(undone?.decision.ruling ?? ruling).map(({ noun, id: of, words }) => ({
    noun,
    id: of as string,
    words: words.map(({ quote }) => quote).join(' '),
    report: words[0].name,
  }))
  return {
    number,
    id: id as string,
    by: by as string,
    at,
    kind: ruling.kind,
    why,
    on,
    ...(undoes !== undefined && { undoes }),
    ...(undoneBy !== undefined && { undoneBy }),
    isPending: number > upTo && isOnLinking(ruling),
    ...(ruling.kind === 'note' && { text: ruling.text }),
    ...(ruling.kind === 'tag' && { tag: ruling.tag }),
    ...toldTo(ruling),
  }
}

function toldTo(ruling: Ruling): { to?: string } {
  if (ruling.kind === 'set kind') return { to: ruling.to }
  if (ruling.kind === 're-attribute') return { to: ruling.to === 'unstated' ? ruling.to : ruling.to.name }
  return {}
}
