// The report of the week under whose headline a matter stands: the one that gave its story the title.
import type { Doc } from '../model/doc.ts'
import type { Matter } from './rank-stories.ts'
import type { WeekView } from './week-view.ts'

/** Undefined where that report is of another week, or where the matter is no story. */
export function findTitled({ story }: Pick<Matter, 'story'>, view: Pick<WeekView, 'docs'>): Doc | undefined {
  if (!story) return undefined
  const own = new Set(story.docs)
  return view.docs.find(({ doc: { id, title } }) => title !== undefined && title === story.title && own.has(id))?.doc
}
