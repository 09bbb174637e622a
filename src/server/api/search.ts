// Search over reports, what was said, and claims.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { listToldHits } from '../../desk/views/api-search.ts'
import { ACTS } from '../../model/act.ts'
import { SOURCE_KINDS } from '../../model/attribution.ts'
import type { Route } from '../route.ts'
import { standingSchema } from '../schemas/claim.ts'
import { daySchema, idSchema } from '../schemas/common.ts'
import { hitListSchema, hitSchema } from '../schemas/hit.ts'
import { defineList } from './define-list.ts'

/** What a search can be narrowed to. */
export const searchFilters = {
  in: z.enum(['reports', 'said', 'claims']).default('said'),
  who: idSchema.optional().meta({ description: 'The id of somebody who speaks in it' }),
  outlet: z.string().min(1).max(200).optional(),
  kind: z.enum(SOURCE_KINDS).optional(),
  act: z.enum(ACTS).optional(),
  story: idSchema.optional(),
  standing: standingSchema.optional().meta({ description: 'Of claims only' }),
  from: daySchema.optional(),
  until: daySchema.optional().meta({ description: 'The last day' }),
}

/** The route of search. */
export function searchRoutes(desk: Pick<Desk, 'store'>): Route[] {
  return [
    defineList({
      path: '/api/search',
      filters: {
        words: z
          .string()
          .max(1000)
          .default('')
          .meta({ description: 'Words, "phrases", begin*, -without; none: all that the filters leave, newest first' }),
        ...searchFilters,
      },
      item: hitSchema,
      page: hitListSchema,
      schema: { summary: 'What is found by words', operationId: 'search', tags: ['search'] },
      tag: () => tagOfDesk(desk),
      list: ({ filters, page }) => listToldHits(desk, { ...filters, ...page }),
    }),
  ]
}
