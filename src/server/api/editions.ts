// Editions: as readers have them, their versions, and for editors drafting, editing and issuing, by the same rules as on the pages.
import { z } from 'zod'
import type { Deciding } from '../../desk/decide.ts'
import { tagOfEditions } from '../../desk/tag-of-desk.ts'
import { draftOverApi, editOverApi, issueOverApi, listVersionsToTell } from '../../desk/views/api-editing.ts'
import {
  listToldWeeks,
  openEditionOf,
  openVersionOf,
  tellEdition,
  type WithEditions,
} from '../../desk/views/api-edition.ts'
import { mayDo } from '../../model/account.ts'
import { makeRefusal } from '../problem.ts'
import type { Route } from '../route.ts'
import {
  draftedSchema,
  draftSchema,
  editionListSchema,
  editionSchema,
  editsSchema,
  issueSchema,
  versionListSchema,
  versionSchema,
} from '../schemas/edition.ts'
import { defineApi } from './define-api.ts'
import { formQuery, inForm, mediaOf } from './negotiate.ts'
import { unlessKnown } from './unless-known.ts'

const tags = ['editions'] as const
const params = z.object({
  week: z
    .string()
    .min(1)
    .max(80)
    .meta({ description: 'An ISO week; of a watch its id before it', examples: ['2031-W10', 'dam-talks-2031-W10'] }),
})
const stale = 'Refused with 409 where another version came meanwhile; then nothing is kept.'

/** The routes of editions. */
export function editionRoutes(desk: Deciding & WithEditions): Route[] {
  const tag = () => tagOfEditions(desk)
  return [
    defineApi({
      path: '/api/editions',
      gives: editionListSchema,
      schema: { summary: 'The weeks that there are editions of', operationId: 'listEditions', tags },
      answer: async (asked) => {
        const maySeeDrafts = mayDo(asked.viewer.role, 'reviewer')
        const own = await tag()
        return await unlessKnown(asked, own && `${own}-${maySeeDrafts}`, async () => ({
          items: await listToldWeeks(desk, { maySeeDrafts }),
        }))
      },
    }),
    defineApi({
      path: '/api/editions/:week',
      gives: editionSchema,
      schema: {
        params,
        querystring: formQuery('edition').extend({
          version: z.coerce
            .number()
            .int()
            .min(1)
            .optional()
            .meta({ description: 'One of its versions, as JSON; a draft for reviewers only' }),
        }),
        summary: 'The edition of a week, as issued, or else as composed',
        operationId: 'getEdition',
        tags,
        also: mediaOf('edition'),
      },
      answer: async (asked) => {
        const {
          params: { week },
          query,
          viewer,
        } = asked
        const { version: number } = query
        const maySeeDrafts = mayDo(viewer.role, 'reviewer')
        const make = async () =>
          tellEdition(
            number === undefined
              ? await openEditionOf(desk, week)
              : openVersionOf(desk, week, { number, maySeeDrafts }),
          )
        if (number !== undefined) {
          if (query.as === undefined) return await make()
          const detail = `“as” gives what readers have and “version” comes as JSON only; leave one of them out`
          throw makeRefusal('REQUEST_INVALID', { detail })
        }
        return await inForm(desk, { noun: 'edition', id: week, tag: await tag(), make }, asked)
      },
    }),
    defineApi({
      path: '/api/editions/:week/versions',
      needs: 'reviewer',
      gives: versionListSchema,
      schema: { params, summary: 'The versions of an edition, drafts too', operationId: 'listEditionVersions', tags },
      answer: async ({ params: { week } }) => ({ items: listVersionsToTell(desk, week) }),
    }),
    defineApi({
      method: 'POST',
      path: '/api/editions/:week/drafts',
      needs: 'editor',
      gives: draftedSchema,
      schema: {
        params,
        body: draftSchema,
        summary: 'Draft an edition',
        description: 'Composed as the desk stands, with all that editors changed of the draft before.',
        operationId: 'draftEdition',
        tags,
      },
      answer: ({ params: { week }, body, viewer }) => draftOverApi(desk, week, { ...body, by: viewer.name }),
    }),
    defineApi({
      method: 'POST',
      path: '/api/editions/:week/edits',
      needs: 'editor',
      gives: versionSchema,
      schema: {
        params,
        body: editsSchema,
        summary: 'Edit an edition',
        description: stale,
        operationId: 'editEdition',
        tags,
      },
      answer: ({ params: { week }, body, viewer }) => editOverApi(desk, week, { ...body, by: viewer.name }),
    }),
    defineApi({
      method: 'POST',
      path: '/api/editions/:week/issues',
      needs: 'editor',
      gives: versionSchema,
      schema: {
        params,
        body: issueSchema,
        summary: 'Issue an edition, or issue a correction of one',
        description: `Refused with 409 where a line does not hold, or says what its evidence does not. ${stale}`,
        operationId: 'issueEdition',
        tags,
      },
      answer: ({ params: { week }, body, viewer }) => issueOverApi(desk, week, { ...body, by: viewer.name }),
    }),
  ]
}
