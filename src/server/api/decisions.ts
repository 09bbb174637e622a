// What people decided, and deciding.
import { z } from 'zod'
import type { Deciding } from '../../desk/decide.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { findToldDecision, listToldDecisions } from '../../desk/views/api-decisions.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Route } from '../route.ts'
import { idSchema } from '../schemas/common.ts'
import { decisionListSchema, decisionSchema, RULINGS } from '../schemas/decision.ts'
import { decideRoute } from './decide.ts'
import { defineApi } from './define-api.ts'
import { defineList } from './define-list.ts'
import { unlessKnown } from './unless-known.ts'

const tags = ['decisions'] as const

/** The routes of decisions. */
export function decisionRoutes(desk: Deciding): Route[] {
  const tag = () => tagOfDesk(desk)
  return [
    decideRoute(desk),
    defineList({
      path: '/api/decisions',
      filters: {
        on: idSchema.optional().meta({ description: 'The id of what was ruled on' }),
        by: z.string().min(1).max(200).optional(),
        kind: z.enum(RULINGS).optional(),
        isInForce: z.stringbool().optional().meta({ description: 'Neither undone nor an undoing' }),
      },
      item: decisionSchema,
      page: decisionListSchema,
      schema: {
        summary: 'What people decided, the latest first',
        description: 'Notes, tags and what is followed by whom are decisions of the kinds `note`, `tag` and `watch`.',
        operationId: 'listDecisions',
        tags,
      },
      tag,
      list: async ({ filters, page }) => listToldDecisions(desk, filters, page),
    }),
    defineApi({
      path: '/api/decisions/:number',
      gives: decisionSchema,
      schema: {
        params: z.object({ number: z.coerce.number().int().min(1).meta({ description: 'Its place in the log' }) }),
        summary: 'One decision',
        operationId: 'getDecision',
        tags,
      },
      answer: (asked) =>
        unlessKnown(asked, tag(), async () => {
          const found = findToldDecision(desk, asked.params.number)
          if (found) return found
          throw new ReadoutError('DECISION_UNKNOWN', `no decision ${asked.params.number}; /api/decisions lists them`)
        }),
    }),
  ]
}
