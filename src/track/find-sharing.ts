// The stories that a report is held against: those whose reports share most with its heaviest words. Of a word that thousands have,
// only the latest reports are looked at, so that the search costs the same however much is held.
import type { Weighed } from './compare-reports.ts'
import { type Held, leastPosted } from './held.ts'
import type { Window } from './window.ts'

/** The slot of a stem that no held report has. */
export const NOWHERE = -1

const TRIED = 6 // stories
const FOUND = 100 // reports that are looked at for one word

/** Stories by what their reports share on average, the most first. `slots` are of the report's stems. */
export function findSharing(
  window: Window,
  slots: Int32Array,
  { stems, weights }: Pick<Weighed, 'stems' | 'weights'>,
): string[] {
  const touched: Held[] = []
  const least = leastPosted(weights)
  for (const [at, slot] of slots.entries()) {
    const weight = weights[at] ?? 0
    if (slot === NOWHERE || weight < least) continue
    window.stems.eachPosted(slot, stems[at] ?? 0, FOUND, (one, own) => {
      if (one.shared === 0) touched.push(one)
      one.shared += weight * own
    })
  }
  const shared = new Map<string, number>()
  for (const one of touched) {
    shared.set(one.story, (shared.get(one.story) ?? 0) + one.shared)
    one.shared = 0
  }
  return [...shared]
    .map(([story, sum]) => [story, sum / window.reportsOf(story).length] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, TRIED)
    .map(([story]) => story)
}
