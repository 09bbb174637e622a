// What is followed.
import type { Desk } from '../../desk/desk.ts'
import { listToldSources } from '../../desk/views/api-sources.ts'
import type { Route } from '../route.ts'
import { sourceListSchema } from '../schemas/source.ts'
import { defineApi } from './define-api.ts'

/** The route of sources. How it goes with them changes from minute to minute, so the answer has no tag. */
export function sourceRoutes(desk: Pick<Desk, 'store' | 'now'>): Route[] {
  return [
    defineApi({
      path: '/api/sources',
      gives: sourceListSchema,
      schema: { summary: 'Everything that is followed', operationId: 'listSources', tags: ['sources'] },
      async answer() {
        return { items: await listToldSources(desk) }
      },
    }),
  ]
}
