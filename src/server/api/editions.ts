// Editions.
import { z } from 'zod'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { listToldWeeks, openEditionOf, tellEdition, type WithEditions } from '../../desk/views/api-edition.ts'
import type { Route } from '../route.ts'
import { editionListSchema, editionSchema } from '../schemas/edition.ts'
import { defineApi } from './define-api.ts'
import { formQuery, inForm, mediaOf } from './negotiate.ts'
import { unlessKnown } from './unless-known.ts'

const tags = ['editions'] as const

/** The routes of editions. */
export function editionRoutes(desk: WithEditions): Route[] {
  const tag = () => tagOfDesk(desk)
  return [
    defineApi({
      path: '/api/editions',
      gives: editionListSchema,
      schema: { summary: 'The weeks that there are editions of', operationId: 'listEditions', tags },
      answer: (asked) => unlessKnown(asked, tag(), async () => ({ items: await listToldWeeks(desk) })),
    }),
    defineApi({
      path: '/api/editions/:week',
      gives: editionSchema,
      schema: {
        params: z.object({
          week: z
            .string()
            .min(1)
            .max(80)
            .meta({
              description: 'An ISO week; of a watch its id before it',
              examples: ['2031-W10', 'dam-talks-2031-W10'],
            }),
        }),
        querystring: formQuery('edition'),
        summary: 'The edition of a week',
        operationId: 'getEdition',
        tags,
        also: mediaOf('edition'),
      },
      answer: (asked) => {
        const { week } = asked.params
        const make = async () => tellEdition(await openEditionOf(desk, week))
        return inForm(desk, { noun: 'edition', id: week, tag: tag(), make }, asked)
      },
    }),
  ]
}
