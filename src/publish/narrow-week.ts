// A week's view cut down to what belongs to its watch, with how much was left out.
import type { Id } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import { makeBelonging } from './belongs.ts'
import type { WeekView } from './week-view.ts'

/** How much of what the desk holds of these days does not belong to the watch. */
export interface LeftOut {
  readonly matters: number
  readonly reports: number
}

/** The view with the matters, reports and changes of the watch alone; as it is where everything belongs. */
export function narrowWeek(view: WeekView, { entities }: Pick<Linked, 'entities'>): WeekView {
  const belonging = makeBelonging(view.watch, entities)
  if (!belonging) return view
  const byMatter = [...Map.groupBy(view.sayings, ({ matter }) => matter).values()]
  const own = byMatter.filter((sayings) => {
    const story = sayings[0]?.story
    return belonging.matter(sayings, story && view.storyById.get(story))
  })
  const kept = new Set(own.flat())
  const sayings = view.sayings.filter((saying) => kept.has(saying))
  const claims = new Set<Id<'claim'>>(sayings.flatMap((saying) => saying.claims))
  const told = new Set(sayings.map(({ doc }) => doc.id))
  const isOwn = (read: ReadDoc): boolean => told.has(read.doc.id) || belonging.report(read)
  const docs = view.docs.filter(isOwn)
  return {
    ...view,
    sayings,
    sayingsByDoc: Map.groupBy(sayings, ({ doc }) => doc.id),
    docs,
    undated: view.undated.filter(isOwn),
    standings: new Map([...view.standings].filter(([claim]) => claims.has(claim))),
    leftOut: { matters: byMatter.length - own.length, reports: view.docs.length - docs.length },
  }
}
