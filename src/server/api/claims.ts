// Claims, and what hangs on each.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { findOrigins, listAppearances, listReasons, listStances, listSteps } from '../../desk/views/api-claim-lists.ts'
import { listToldClaims, tellClaim } from '../../desk/views/api-lists.ts'
import type { Route } from '../route.ts'
import {
  appearanceListSchema,
  appearanceSchema,
  claimLineSchema,
  claimListSchema,
  claimSchema,
  originsSchema,
  reasonListSchema,
  stanceListSchema,
  stanceSchema,
  standingSchema,
  stepListSchema,
  stepSchema,
  toldReasonSchema,
} from '../schemas/claim.ts'
import { daySchema, idSchema } from '../schemas/common.ts'
import { defineApi } from './define-api.ts'
import { defineList } from './define-list.ts'
import { formQuery, inForm, mediaOf } from './negotiate.ts'
import { unlessKnown } from './unless-known.ts'

const params = { id: idSchema.meta({ description: 'Of a claim, or one that it had before' }) }
const tags = ['claims'] as const

/** The routes of claims. */
export function claimRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Route[] {
  const tag = () => tagOfDesk(desk)
  return [
    defineList({
      path: '/api/claims',
      filters: {
        order: z.enum(['printed', 'changed', 'reach', 'latest']).default('printed').meta({
          description:
            'By first printing, by the last change of standing, by how many reports, by last printing; newest or most first',
        }),
        standing: standingSchema.optional(),
        story: idSchema.optional(),
        entity: idSchema.optional().meta({ description: 'Somebody whom it is about, or who spoke on it' }),
        from: daySchema.optional(),
        until: daySchema.optional().meta({ description: 'The last day' }),
      },
      item: claimLineSchema,
      page: claimListSchema,
      schema: { summary: 'All claims', operationId: 'listClaims', tags },
      tag,
      list: ({ filters, page }) => listToldClaims(desk, { ...filters, ...page }),
    }),
    defineApi({
      path: '/api/claims/:id',
      gives: claimSchema,
      schema: {
        params: z.object(params),
        querystring: formQuery('claim'),
        summary: 'One claim',
        operationId: 'getClaim',
        tags,
        also: mediaOf('claim'),
      },
      answer: (asked) => {
        const { id } = asked.params
        return inForm(desk, { noun: 'claim', id, tag: tag(), make: () => tellClaim(desk, id) }, asked)
      },
    }),
    defineApi({
      path: '/api/claims/:id/origins',
      gives: originsSchema,
      schema: {
        params: z.object(params),
        summary: 'Its origins, and how many there are as an interval',
        operationId: 'getOrigins',
        tags,
      },
      answer: (asked) => unlessKnown(asked, tag(), () => findOrigins(desk, asked.params.id)),
    }),
    defineList({
      path: '/api/claims/:id/reasons',
      params,
      item: toldReasonSchema,
      page: reasonListSchema,
      schema: {
        summary: 'Why reports go back to an origin, which origins may be one, what people ruled, and what shows it',
        operationId: 'listReasons',
        tags,
      },
      tag,
      list: async ({ params: { id }, page }) => listReasons(desk, id, page),
    }),
    defineList({
      path: '/api/claims/:id/timeline',
      params,
      item: stepSchema,
      page: stepListSchema,
      schema: { summary: 'Its timeline, as it was printed', operationId: 'listSteps', tags },
      tag,
      list: async ({ params: { id }, page }) => listSteps(desk, id, page),
    }),
    defineList({
      path: '/api/claims/:id/appearances',
      params,
      item: appearanceSchema,
      page: appearanceListSchema,
      schema: { summary: 'Where it was put forward, and how it came there', operationId: 'listAppearances', tags },
      tag,
      list: async ({ params: { id }, page }) => listAppearances(desk, id, page),
    }),
    defineList({
      path: '/api/claims/:id/stances',
      params,
      item: stanceSchema,
      page: stanceListSchema,
      schema: { summary: 'Who asserted, denied, declined, confirmed it, and when', operationId: 'listStances', tags },
      tag,
      list: async ({ params: { id }, page }) => listStances(desk, id, page),
    }),
  ]
}
