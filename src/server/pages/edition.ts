// The addresses of editions: as readers see them, the list of all, the page on which one is edited, its versions, the page before it is
// issued, and the forms of these.
import { z } from 'zod'
import type { EditAnswer, EditionPages, SentEdit } from '../../desk/edition-pages.ts'
import type { Shell } from '../../desk/shell.ts'
import type { Role } from '../../model/account.ts'
import { sendParts } from '../pack-parts.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { field, words } from './fields.ts'
import { HTML } from './html.ts'

const params = z.object({ week: z.string().min(1).max(200) })
const number = field(z.coerce.number().int().min(1).max(1_000_000))
const text = z.string().max(20_000)

/** What any form of the editing page sends. */
const sent = z.object({
  do: z.enum(['up', 'down', 'move', 'drop', 'reword', 'ruled', 'accept', 'own', 'add', 'title', 'put back', 'undo']),
  seen: z.coerce.number().int().min(1).max(1_000_000),
  line: z.string().max(200).optional(),
  what: z.enum(['item', 'line']).optional(),
  to: z.string().max(200).optional(),
  after: field(z.string().max(200)),
  said: z.string().max(200).optional(),
  text: text.optional(),
  why: z.string().max(4000).optional(),
  q: z.string().max(500).optional(),
})

/** The routes. `missing`: the page for what is not there. */
export function editionRoutes(pages: EditionPages, missing: (what: string, shell?: Shell) => string): Route[] {
  const page = <Q extends z.ZodType>(
    path: string,
    { needs, querystring }: { readonly needs: Role; readonly querystring: Q },
    answer: (asked: Asked<{ params: typeof params; querystring: Q }>) => Promise<string | Buffer | undefined>,
  ): Route =>
    defineRoute<{ params: typeof params; querystring: Q }>({
      method: 'GET',
      path,
      kind: 'page',
      needs,
      schema: { params, querystring },
      async answer(asked) {
        const html = await answer(asked)
        asked.reply.type(HTML)
        if (html !== undefined) return html
        asked.reply.code(404)
        return missing(
          `The desk has no such version of the edition of ${asked.params.week}. What was not drafted yet is drafted on the page of all editions.`,
          asked.shell,
        )
      },
    })
  return [
    defineRoute({
      method: 'GET',
      path: '/edition',
      kind: 'page',
      needs: 'reader',
      schema: {},
      async answer({ shell, request, reply }) {
        const read = await pages.read(undefined, {}, shell)
        reply.type(HTML)
        return read && sendParts(read, request, reply)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/editions',
      kind: 'page',
      needs: 'reader',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return pages.list(shell)
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/editions/leaning',
      kind: 'page',
      needs: 'editor',
      schema: {},
      async answer({ shell, reply }) {
        reply.type(HTML)
        return pages.leaning(shell)
      },
    }),
    page(
      '/edition/:week',
      { needs: 'reader', querystring: z.object({ version: number, kept: number }) },
      async ({ params: { week }, query, shell, request, reply }) => {
        const read = await pages.read(week, present(query), shell)
        return read && sendParts(read, request, reply)
      },
    ),
    page(
      '/edition/:week/edit',
      { needs: 'editor', querystring: z.object({ q: words, kept: number, left: number }) },
      ({ params: { week }, query, shell }) => pages.edit(week, present(query), shell),
    ),
    page(
      '/edition/:week/versions',
      { needs: 'reviewer', querystring: z.object({ version: number }) },
      ({ params: { week }, query, shell }) => pages.versions(week, query.version, shell),
    ),
    page('/edition/:week/issue', { needs: 'editor', querystring: z.object({}) }, ({ params: { week }, shell }) =>
      pages.issue(week, shell),
    ),
    form('/edition/:week/draft', z.object({}), ({ params: { week }, shell }) => pages.draft(week, shell)),
    form('/edition/:week/edit', sent, ({ params: { week }, body, shell }) =>
      pages.change(week, present(body) as SentEdit, shell),
    ),
    form(
      '/edition/:week/issue',
      z.object({ seen: sent.shape.seen, why: z.string().max(4000).default('') }),
      ({ params: { week }, body, shell }) => pages.keepIssued(week, body, shell),
    ),
  ]
}

/** A form for editors: it leads on to a page, or comes back with the reason why it was not kept. */
function form<B extends z.ZodType>(
  path: string,
  body: B,
  answer: (asked: Asked<{ params: typeof params; body: B }>) => Promise<EditAnswer>,
): Route {
  return defineRoute<{ params: typeof params; body: B }>({
    method: 'POST',
    path,
    kind: 'form',
    needs: 'editor',
    schema: { params, body },
    async answer(asked) {
      const answered = await answer(asked)
      if (answered.kind === 'kept') return asked.reply.redirect(answered.to, 303)
      asked.reply.code(answered.status).type(HTML)
      return answered.html
    },
  })
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the fields that are not there. */
function present<T extends object>(fields: T): Partial<Present<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Present<T>>
}
