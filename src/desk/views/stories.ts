// The stories of a desk, a page of them at a time.
import { countOf } from '../../archive/catalogue/count-of.ts'
import { listStoryLines } from '../../archive/catalogue/story-lines.ts'
import type { StoriesView } from '../../publish/pages/stories.ts'
import type { Desk } from '../desk.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface StoriesQuery {
  readonly order?: 'reach' | undefined
  readonly after?: string | undefined
}

/** The page that was asked for. Throws CURSOR_UNKNOWN. */
export async function makeStories({ store }: Pick<Desk, 'store'>, query: StoriesQuery): Promise<StoriesView> {
  const { order = 'latest', after } = query
  const { items, next } = await listStoryLines(store, { order, limit: PAGE_LINES, ...(after && { after }) })
  const { stories: total } = await countOf(store)
  return { asked: { path: '/stories', query: queryOf(query) }, items, ...(next && { next }), total }
}
