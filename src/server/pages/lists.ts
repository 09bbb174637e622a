// The addresses of the lists: Today, stories, the ledger, reports, people and bodies.
import { z } from 'zod'
import type { ListPages } from '../../desk/list-pages.ts'
import type { Shell } from '../../desk/shell.ts'
import { defineRoute, type Route } from '../route.ts'
import { act, cursor, day, entityKind, field, standing, words } from './fields.ts'
import { HTML } from './html.ts'

const id = z.object({ id: z.string().min(1).max(200) })
const moment = field(z.union([z.iso.date(), z.iso.datetime()]))
/** The routes. `missing`: the page for what is not there. */
export function listRoutesOfLists(pages: ListPages, missing: (what: string, shell?: Shell) => string): Route[] {
  const page = <Q extends z.ZodType>(
    path: string,
    querystring: Q,
    answer: (query: z.output<Q>, shell: Shell) => Promise<string>,
  ): Route =>
    defineRoute({
      method: 'GET',
      path,
      kind: 'page',
      needs: 'reader',
      schema: { querystring },
      async answer(asked) {
        const html = await answer(asked.query as z.output<Q>, asked.shell)
        asked.reply.type(HTML)
        return html
      },
    })
  const thing = <Q extends z.ZodType>(
    path: string,
    { querystring, what }: { readonly querystring: Q; readonly what: (id: string) => string },
    answer: (id: string, query: z.output<Q>, shell: Shell) => Promise<string | undefined>,
  ): Route =>
    defineRoute({
      method: 'GET',
      path,
      kind: 'page',
      needs: 'reader',
      schema: { params: id, querystring },
      async answer(asked) {
        const { params, query, reply, shell } = asked
        const html = await answer(params.id, query as z.output<Q>, shell)
        reply.type(HTML)
        if (html !== undefined) return html
        reply.code(404)
        return missing(what(params.id), shell)
      },
    })
  return [
    page('/', z.object({ since: moment }), ({ since }, shell) => pages.today(since, shell)),
    page('/stories', z.object({ order: field(z.enum(['reach'])), after: cursor }), pages.stories),
    thing(
      '/story/:id',
      { querystring: z.object({}), what: (name) => `The desk has no story “${name}”.` },
      (name, _, shell) => pages.story(name, shell),
    ),
    page(
      '/ledger',
      z.object({
        standing,
        order: field(z.enum(['changed', 'reach'])),
        story: words,
        entity: words,
        since: day,
        until: day,
        after: cursor,
      }),
      pages.ledger,
    ),
    page(
      '/reports',
      z.object({ order: field(z.enum(['came'])), outlet: words, story: words, since: day, until: day, after: cursor }),
      pages.reports,
    ),
    page(
      '/people',
      z.object({ kind: entityKind, order: field(z.enum(['name'])), begins: words, after: cursor }),
      pages.people,
    ),
    thing(
      '/person/:id',
      { querystring: z.object({ act, after: cursor }), what: (name) => `Nobody on this desk goes by “${name}”.` },
      pages.person,
    ),
  ]
}
