// Stories, and people and bodies.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { listToldPeople, listToldStories, tellPerson, tellStory } from '../../desk/views/api-lists.ts'
import { ENTITY_KINDS } from '../../model/reading.ts'
import type { Route } from '../route.ts'
import { daySchema, idSchema } from '../schemas/common.ts'
import { personLineSchema, personListSchema, personSchema } from '../schemas/person.ts'
import { storyLineSchema, storyListSchema, storySchema } from '../schemas/story.ts'
import { defineApi } from './define-api.ts'
import { defineList } from './define-list.ts'
import { unlessKnown } from './unless-known.ts'

const params = z.object({ id: idSchema })

/** The routes of stories, people and bodies. */
export function peopleRoutes(desk: Pick<Desk, 'store'>): Route[] {
  const tag = () => tagOfDesk(desk)
  return [
    defineList({
      path: '/api/stories',
      filters: {
        order: z.enum(['latest', 'reach']).default('latest'),
        from: daySchema.optional(),
        until: daySchema.optional().meta({ description: 'The last day' }),
      },
      item: storyLineSchema,
      page: storyListSchema,
      schema: { summary: 'All stories', operationId: 'listStories', tags: ['stories'] },
      tag,
      list: ({ filters, page }) => listToldStories(desk, { ...filters, ...page }),
    }),
    defineApi({
      path: '/api/stories/:id',
      gives: storySchema,
      schema: { params, summary: 'One story', operationId: 'getStory', tags: ['stories'] },
      answer: (asked) => unlessKnown(asked, tag(), () => tellStory(desk, asked.params.id)),
    }),
    defineList({
      path: '/api/people',
      filters: {
        order: z.enum(['said', 'name']).default('said'),
        kind: z.enum(ENTITY_KINDS).optional(),
        begins: z.string().min(1).max(100).optional().meta({ description: 'Words of the name begin so' }),
      },
      item: personLineSchema,
      page: personListSchema,
      schema: { summary: 'People and bodies who say something', operationId: 'listPeople', tags: ['people'] },
      tag,
      list: ({ filters, page }) => listToldPeople(desk, { ...filters, ...page }),
    }),
    defineApi({
      path: '/api/people/:id',
      gives: personSchema,
      schema: { params, summary: 'One person or body', operationId: 'getPerson', tags: ['people'] },
      answer: (asked) => unlessKnown(asked, tag(), () => tellPerson(desk, asked.params.id)),
    }),
  ]
}
