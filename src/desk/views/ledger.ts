// The claims of a desk, a page of them at a time.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { countOf } from '../../archive/catalogue/count-of.ts'
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import type { Standing } from '../../model/timeline.ts'
import type { LedgerView } from '../../publish/pages/ledger.ts'
import type { Desk } from '../desk.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface LedgerQuery {
  readonly order?: 'changed' | 'reach' | undefined
  readonly standing?: Standing | undefined
  readonly story?: string | undefined
  readonly entity?: string | undefined
  readonly since?: string | undefined // the first day
  readonly until?: string | undefined // the last day
  readonly after?: string | undefined
}

/** The page that was asked for; by change, those that have changed. Throws CURSOR_UNKNOWN. */
export async function makeLedgerView({ store }: Pick<Desk, 'store'>, query: LedgerQuery): Promise<LedgerView> {
  const { order = 'printed', standing, since: from, until, after } = query
  const story = query.story === undefined ? undefined : await findStoryLine(store, query.story)
  const entity = query.entity === undefined ? undefined : await findPersonLine(store, query.entity)
  const { items, next } = await listClaimLines(store, {
    order,
    standing,
    story: story?.story ?? query.story,
    entity: entity?.entity ?? query.entity,
    isTurned: order === 'changed',
    from,
    until,
    limit: PAGE_LINES,
    ...(after && { after }),
  })
  const { claims: total } = await countOf(store)
  return {
    asked: { path: '/ledger', query: queryOf(query) },
    items,
    ...(next && { next }),
    total,
    ...(story && { storyTitle: story.title }),
    ...(entity && { entityName: entity.name }),
  }
}
