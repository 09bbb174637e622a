// Decisions for other programs: what was ruled, on what, by whom, and whether it still counts.
import { type LoggedDecision, listSound } from '../../archive/keep-decision.ts'
import { findWalk } from '../../archive/linked.ts'
import { isOnLinking, type Ruling, targetsOf, undoneBy } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
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
  return tellAll(desk).filter(({ number }) => number > after)
}

/** The decision of a log number; undefined where there is none. */
export function findToldDecision(desk: OfDesk, number: number): ToldDecision | undefined {
  return tellAll(desk).find((one) => one.number === number)
}

/** The log number of the last decision on a thing, as text; "0": there is none. What was looked at, for whoever decides on it. */
export function versionOf(desk: OfDesk, ids: readonly string[]): string {
  const own = tellAll(desk).filter(({ on }) => on.some(({ id }) => ids.includes(id)))
  return String(own.at(-1)?.number ?? 0)
}

function isWanted({ on, by, kind, undoneBy: undone }: ToldDecision, filters: DecisionFilters): boolean {
  if (filters.on !== undefined && !on.some(({ id }) => id === filters.on)) return false
  if (filters.by !== undefined && by !== filters.by) return false
  if (filters.kind !== undefined && kind !== filters.kind) return false
  return filters.isInForce === undefined || filters.isInForce === (undone === undefined && kind !== 'undo')
}

function tellAll({ store }: OfDesk): ToldDecision[] {
  const { sound } = listSound(store)
  const undone = undoneBy(sound.map(({ decision }) => decision))
  const byId = new Map(sound.map((one) => [one.decision.id, one]))
  const linkedTo = findWalk(store)?.linkedTo ?? 0
  return sound.map((one) => tellDecision(one, { byId, undone, linkedTo }))
}

interface Around {
  readonly byId: ReadonlyMap<Id<'decision'>, LoggedDecision>
  readonly undone: ReadonlyMap<Id<'decision'>, Id<'decision'>>
  readonly linkedTo: number
}

function tellDecision({ number, decision }: LoggedDecision, { byId, undone, linkedTo }: Around) {
  const { id, by, at, ruling, why } = decision
  const undoer = byId.get(undone.get(id) ?? id)?.number
  const undoes = ruling.kind === 'undo' ? byId.get(ruling.decision) : undefined
  const on = targetsOf(undoes?.decision.ruling ?? ruling).map(({ noun, id: of, words }) => ({
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
    ...(undoes && { undoes: undoes.number }),
    ...(undoer !== undefined && undoer !== number && { undoneBy: undoer }),
    isPending: number > linkedTo && isOnLinking(ruling),
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
