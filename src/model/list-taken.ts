// What each of those who take a stance on a claim did to it, and when.
import type { TakenAct } from './listing.ts'
import type { Stance } from './timeline.ts'

/** By holder: each act once a day, in the order of printing, what bears no date last. The stances are those on one claim. */
export function listTaken(stances: readonly Stance[]): ReadonlyMap<Stance['holder'], readonly TakenAct[]> {
  const taken = new Map<Stance['holder'], Map<string, TakenAct>>()
  for (const { holder, act, printed } of stances) {
    const own = taken.get(holder) ?? new Map<string, TakenAct>()
    taken.set(holder, own)
    own.set(`${act} ${printed?.slice(0, 10)}`, { act, ...(printed && { printed }) })
  }
  return new Map([...taken].map(([holder, own]) => [holder, [...own.values()].sort(compareDates)]))
}

function compareDates(a: TakenAct, b: TakenAct): number {
  const [of, other] = [a.printed ?? UNDATED, b.printed ?? UNDATED]
  return of < other ? -1 : of > other ? 1 : 0
}

const UNDATED = '~'
