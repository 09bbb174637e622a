// What changed, for programs that keep a copy.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { listChanges } from '../../desk/views/api-changes.ts'
import type { Route } from '../route.ts'
import { changesSchema } from '../schemas/change.ts'
import { pageQuery } from '../schemas/common.ts'
import { defineApi } from './define-api.ts'

/** The route of changes. */
export function changeRoutes(desk: Pick<Desk, 'store'>): Route[] {
  return [
    defineApi({
      path: '/api/changes',
      gives: changesSchema,
      schema: {
        querystring: z.strictObject({
          since: z
            .string()
            .min(1)
            .max(2000)
            .optional()
            .meta({ description: 'The `next` of the last time; absent: from the beginning; `now`: only a cursor' }),
          limit: pageQuery.limit,
        }),
        summary: 'What came in, what was decided, and which claims changed since',
        operationId: 'listChanges',
        tags: ['changes'],
      },
      answer: ({ query: { since, limit } }) => listChanges(desk, since, limit),
    }),
  ]
}
