// The feeds of a desk, each in three forms beside the page that it is the feed of: /editions/feed.rss, /story/ID/feed.atom,
// /claim/ID/feed.json. Whoever asks again is told whether anything has changed.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { FEED_FORMS, FEED_TYPES, type FeedForm, servedFeed } from '../../desk/formats/served-feeds.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { unlessKnown } from '../api/unless-known.ts'
import { makeRefusal } from '../problem.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { words } from './fields.ts'

type OfDesk = Pick<Desk, 'store' | 'now'>

/** The routes. */
export function feedRoutes(desk: OfDesk): Route[] {
  return FEED_FORMS.flatMap((form) => [
    defineRoute({
      method: 'GET',
      path: `/editions/feed.${form}`,
      kind: 'file',
      needs: 'reader',
      schema: { querystring: z.object({ watch: words }) },
      answer: (asked) => {
        const { watch } = asked.query
        return send(desk, form, { noun: 'editions', ...(watch !== undefined && { watch }) }, asked)
      },
    }),
    ...(['claim', 'story'] as const).map((noun) =>
      defineRoute({
        method: 'GET',
        path: `/${noun}/:id/feed.${form}`,
        kind: 'file',
        needs: 'reader',
        schema: { params: z.object({ id: z.string() }) },
        answer: (asked) => send(desk, form, { noun, id: asked.params.id }, asked),
      }),
    ),
  ])
}

async function send(
  desk: OfDesk,
  form: FeedForm,
  of: Parameters<typeof servedFeed>[1],
  { origin, ...asked }: Pick<Asked, 'request' | 'reply' | 'origin'>,
): Promise<unknown> {
  const tag = tagOfDesk(desk)
  return await unlessKnown(asked, tag && `${tag}-${form}`, async () => {
    const feed = await servedFeed(desk, of, { origin, form })
    if (feed === undefined) throw makeRefusal('NOTHING_THERE', { detail: 'this desk has nothing of that name' })
    asked.reply.type(`${FEED_TYPES[form]}; charset=utf-8`)
    return feed
  })
}
