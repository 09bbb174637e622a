// Changed since last edition: claims that stood otherwise when last week ended, with the words that moved them.

import type { Item, Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { rankSayings } from './rank-sayings.ts'
import { actOn } from './sides.ts'
import { moversOf } from './standing-words.ts'
import { wordingOf } from './tell-claim.ts'
import type { StandingChange, Told, WeekView } from './week-view.ts'
import { tellSaying } from './write-line.ts'

/** `Reported last week, now contested: “…”. Spokesman Oren Tal told reporters it was “not true” (…).` */
export function composeChanges(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const used: Saying[] = []
  const items = [...view.standings].flatMap(([claim, change]): Item[] => {
    if (change.before === undefined || change.before === change.now) return []
    const line = tellChange(claim, change, view, used)
    const story = view.rowByClaim.get(claim)?.story
    return line ? [{ ...(story && { story }), lines: [line] }] : []
  })
  return { items, used, ...(items.length === 0 && { note: whyNone(view) }) }
}

function tellChange(
  claim: Id<'claim'>,
  { before, now }: StandingChange,
  view: WeekView,
  used: Saying[],
): Line | undefined {
  const wording = wordingOf(claim, view)
  const acts = moversOf({ ...(before && { before }), now })
  const moving = view.sayings.filter((saying) => saying.claims.includes(claim) && acts.includes(actOn(saying, claim)))
  const order = (saying: Saying) => acts.indexOf(actOn(saying, claim))
  if (!wording) return undefined
  const moved: readonly Fragment[] = [{ text: `${before} until last week, now ${now}: ` }, ...wording, { text: '.' }]
  const ranked = rankSayings(moving, view).toSorted((a, b) => order(a) - order(b))
  for (const saying of ranked) {
    const told = tellSaying(saying)
    if (!told) continue
    used.push(saying)
    return makeLine([...moved, { text: ' ' }, ...startSentence(told), { text: '.' }], [claim])
  }
  return makeLine(moved, [claim])
}

function startSentence<T extends { readonly text: string }>(fragments: readonly T[]): T[] {
  return fragments.map((fragment, i) =>
    i > 0 ? fragment : { ...fragment, text: fragment.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) },
  )
}

function whyNone({ hadEarlier, standings }: WeekView): string {
  if (!hadEarlier) return 'The desk holds no report from before this week, so there is nothing to compare with.'
  return [...standings.values()].some(({ before }) => before !== undefined)
    ? 'Every claim that was known when last week ended stands where it stood.'
    : 'No claim was known when last week ended.'
}
