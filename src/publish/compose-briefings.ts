// Official briefings: what officials and governments said at briefings and in statements, and was not told above.
import type { Item } from '../model/edition.ts'
import type { Saying } from './find-sayings.ts'
import { isClear } from './is-clear.ts'
import { isOfficialStatement, leaveOutTold, rankSayings } from './rank-sayings.ts'
import { tellSayingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'

const MOST_ITEMS = 12

/** A dash item a statement; denials and refusals to comment have a section of their own. */
export function composeBriefings(view: WeekView, used: readonly Saying[]): Told<readonly Item[]> & { note?: string } {
  const official = rankSayings(
    view.sayings.filter((saying) => isOfficialStatement(saying) && isClear(saying)),
    view,
  )
  const fresh = leaveOutTold(official, used)
  const told = fresh.flatMap((saying) => {
    const line = tellSayingOf(saying, view)
    return line ? [{ saying, item: { ...(saying.story && { story: saying.story }), lines: [line] as const } }] : []
  })
  const printed = told.slice(0, MOST_ITEMS)
  const left = told.length - printed.length
  return {
    items: printed.map(({ item }) => item),
    used: printed.map(({ saying }) => saying),
    ...(left > 0 && { note: `${left} more stand in the ledger.` }),
    ...(printed.length === 0 && { note: whyNone(official.length) }),
  }
}

function whyNone(found: number): string {
  return found > 0
    ? 'What was said at briefings and in statements this week is told above.'
    : 'No report of the week quotes an official at a briefing or from a statement.'
}
