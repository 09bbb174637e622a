// The addresses of the sources: the page, its forms for editors, and the list for other readers.
import { z } from 'zod'
import { bringList, changeState, followAddress, giveList } from '../../desk/change-sources.ts'
import type { Desk } from '../../desk/desk.ts'
import type { ListPages } from '../../desk/list-pages.ts'
import { ReadoutError } from '../../model/errors.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { cursor, field } from './fields.ts'
import { HTML } from './html.ts'

const LIST_BYTES = 16 * 1024 * 1024 // of a list of feeds; some 80,000

/** The routes. */
export function sourceRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>, pages: ListPages): Route[] {
  const form = <const S extends { readonly body: z.ZodType; readonly params?: z.ZodType }>(
    path: string,
    { schema, bodyLimit }: { readonly schema: S; readonly bodyLimit?: number },
    work: (asked: Asked<S>) => Promise<readonly string[]>,
  ): Route =>
    defineRoute<S>({
      method: 'POST',
      path,
      kind: 'form',
      needs: 'editor',
      schema,
      ...(bodyLimit !== undefined && { bodyLimit }),
      async answer(asked) {
        const { reply, shell } = asked
        reply.type(HTML)
        try {
          return await pages.sources({}, shell, await work(asked))
        } catch (error) {
          if (!(error instanceof ReadoutError)) throw error
          reply.code(400)
          return pages.sources({}, shell, [error.message])
        }
      },
    })
  return [
    defineRoute({
      method: 'GET',
      path: '/sources',
      kind: 'page',
      needs: 'reader',
      schema: {
        querystring: z.object({ state: field(z.enum(['followed', 'paused', 'silent', 'failing'])), after: cursor }),
      },
      async answer({ query, shell, reply }) {
        reply.type(HTML)
        return pages.sources(query, shell)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/sources/export.opml',
      kind: 'file',
      needs: 'reader',
      schema: {},
      async answer({ reply }) {
        reply.type('text/x-opml; charset=utf-8')
        reply.header('content-disposition', 'attachment; filename="sources.opml"')
        return giveList(desk)
      },
    }),
    form(
      '/sources',
      {
        schema: {
          body: z.object({
            address: z.string().min(1).max(4000),
            what: z.enum(['feed', 'page']),
            outlet: field(z.string().max(200)),
          }),
        },
      },
      ({ body, viewer }) => followAddress(desk, body, viewer),
    ),
    form(
      '/sources/import',
      { schema: { body: z.object({ opml: z.string().min(1) }) }, bodyLimit: LIST_BYTES },
      ({ body, viewer }) => bringList(desk, body.opml, viewer),
    ),
    form(
      '/sources/:id',
      {
        schema: {
          params: z.object({ id: z.string().min(1).max(200) }),
          body: z.object({ state: z.enum(['followed', 'paused', 'removed']) }),
        },
      },
      ({ params, body, viewer }) => changeState(desk, params.id, body.state, viewer),
    ),
  ]
}
