// Official briefings: what officials and governments said at briefings and in statements, and was not told above.
import type { Item, Line } from '../model/edition.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { isClear } from './is-clear.ts'
import { leaveOutTold } from './leave-out-told.ts'
import { capital, counted, numberWords } from './origin-words.ts'
import { isOfficialStatement, rankSayings } from './rank-sayings.ts'
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
  const told = fresh.flatMap((saying) => tellStatement(saying, view, used))
  const printed = told.slice(0, MOST_ITEMS)
  const left = told.length - printed.length
  return {
    items: printed.map(({ items }) => items),
    used: printed.flatMap((each) => each.used),
    ...(left > 0 && { note: `${capital(numberWords(left))} more ${left === 1 ? 'stands' : 'stand'} in the ledger.` }),
    ...(printed.length === 0 && { note: whyNone(official.length, fresh.length) }),
  }
}

// What was announced at a briefing in the report's words, and then the speaker's own.
function tellStatement(saying: Saying, view: WeekView, before: readonly Saying[]): Told<Item>[] {
  const line = tellSayingOf(saying, view)
  if (!line) return []
  const { doc, attribution, matter } = saying
  const { source } = attribution
  const [who] = source.kind === 'person' ? source.who : []
  const remark = view.sayingsByDoc
    .get(doc.id)
    ?.find(
      (other) =>
        other.matter === matter &&
        other.attribution.form === 'direct' &&
        attribution.form !== 'direct' &&
        other.attribution.source.kind === 'person' &&
        other.attribution.source.who[0] === who &&
        other.attribution.cue[0].start > attribution.cue[0].start &&
        leaveOutTold([other], before).length > 0,
    )
  const quoted = remark && who && tellSayingOf(remark, view, [{ doc: doc.id, chain: who }])
  const lines: NonEmpty<Line> = quoted ? [line, quoted] : [line]
  return [
    { items: { ...(saying.story && { story: saying.story }), lines }, used: quoted ? [saying, remark] : [saying] },
  ]
}

function whyNone(found: number, fresh: number): string {
  if (found === 0) return 'No report of the week quotes an official at a briefing or from a statement.'
  if (fresh === 0) return 'What was said at briefings and in statements this week is told above.'
  return `Of ${counted(fresh, 'statement')} at briefings and in writing no line could be made; ${fresh === 1 ? 'it stands' : 'they stand'} in the ledger.`
}
