// The people and bodies of a desk, a page of them at a time.
import { countOf } from '../../archive/catalogue/count-of.ts'
import { listPersonLines } from '../../archive/catalogue/person-lines.ts'
import type { Kind } from '../../model/reading.ts'
import type { PeopleView } from '../../publish/pages/people.ts'
import type { Desk } from '../desk.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface PeopleQuery {
  readonly order?: 'name' | undefined
  readonly kind?: Kind | undefined
  readonly begins?: string | undefined
  readonly after?: string | undefined
}

/** The page that was asked for. Throws CURSOR_UNKNOWN. */
export async function makePeople({ store }: Pick<Desk, 'store'>, query: PeopleQuery): Promise<PeopleView> {
  const { order = 'said', kind, begins, after } = query
  const wanted = { order, kind, begins, limit: PAGE_LINES, ...(after && { after }) } as const
  const { items, next } = await listPersonLines(store, wanted)
  const { people: total } = await countOf(store)
  return { asked: { path: '/people', query: queryOf(query) }, items, ...(next && { next }), total }
}
