// The matters of a week, the one that reached furthest first. A report that belongs to no story is a matter by itself.
import type { Id } from '../model/id.ts'
import type { Story } from '../model/story.ts'
import type { Saying } from './find-sayings.ts'
import { rankSayings } from './rank-sayings.ts'
import type { WeekView } from './week-view.ts'

/** One matter with its sayings of the week, the ones to print first before the others. */
export interface Matter {
  readonly story?: Story
  readonly sayings: readonly Saying[]
}

/** The matters of the week in the order of their reach; each has at least one saying. */
export function rankStories(view: WeekView): Matter[] {
  const byMatter = Map.groupBy(view.sayings, ({ matter }) => matter)
  return [...byMatter.values()]
    .map((sayings): Matter & { reach: number } => {
      const story = sayings[0]?.story && view.storyById.get(sayings[0].story)
      const ranked = rankSayings(sayings, view)
      return { ...(story && { story }), sayings: ranked, reach: reachOf(sayings, view) }
    })
    .toSorted((a, b) => b.reach - a.reach || firstKey(a) - firstKey(b))

  function firstKey({ sayings }: Matter): number {
    return sayings[0] ? view.sayings.indexOf(sayings[0]) : 0
  }
}

/** Outlets weigh more than their reports; a claim that is answered or has moved weighs more than one that rests. */
function reachOf(sayings: readonly Saying[], view: WeekView): number {
  const docs = new Map(sayings.map(({ doc }) => [doc.id, doc]))
  const outlets = new Set([...docs.values()].map(({ id, outlet }) => outlet ?? id))
  const claims = new Set<Id<'claim'>>(sayings.flatMap((saying) => saying.claims))
  const moved = [...claims].filter((claim) => {
    const standing = view.standings.get(claim)
    return standing?.before !== undefined && standing.before !== standing.now
  })
  const answered = [...claims].filter((claim) => {
    const row = view.rowByClaim.get(claim)
    return row && row.deniedBy.length + row.declinedToComment.length > 0
  })
  return 2 * outlets.size + docs.size + 2 * moved.length + Math.min(3, answered.length)
}
