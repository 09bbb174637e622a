// The addresses of reviewing: the queue and the draw, the form for one ruling, where forms are sent, what was decided, tags, and
// what is followed. Who decides is who is signed in; where a form leads back to is an address of this desk.
import { z } from 'zod'
import type { ReviewPages, SentForm } from '../../desk/review-pages.ts'
import { RULED_NOUNS } from '../../model/decision.ts'
import { addressHere } from '../guard/return-address.ts'
import { makeRefusal } from '../problem.ts'
import { type Asked, defineRoute, type Route } from '../route.ts'
import { cursor, field, words } from './fields.ts'
import { HTML } from './html.ts'

const noun = z.enum(RULED_NOUNS)
const action = z.enum([
  'confirm',
  'reject',
  'correct',
  're-attribute',
  'merge',
  'split',
  'set kind',
  'note',
  'tag',
  'watch',
  'undo',
])
const ruling = z.enum([...action.options, 'same', 'different'])
const id = z.string().min(1).max(300)
const text = z.string().max(25_000) // the longest note, and some more, so that it is said how long one may be
const several = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(300)).max(200),
)

/** What any form of reviewing sends. */
const sent = z.object({
  kind: ruling,
  noun: noun.optional(),
  id: id.optional(),
  seen: z.string().max(200).optional(),
  at: z.string().max(2000).default('/review'),
  why: z.string().max(4000).default(''),
  decision: z.string().max(80).optional(),
  to: z.string().max(300).optional(),
  with: several,
  move: several,
  source: text.optional(),
  cue: text.optional(),
  content: text.optional(),
  text: text.optional(),
  tag: text.optional(),
})

/** The routes. */
export function reviewRoutes(pages: ReviewPages): Route[] {
  const page = <Q extends z.ZodType>(
    path: string,
    { needs, querystring }: { readonly needs: 'reader' | 'reviewer'; readonly querystring: Q },
    answer: (asked: Asked<{ querystring: Q }>) => Promise<string>,
  ): Route =>
    defineRoute<{ querystring: Q }>({
      method: 'GET',
      path,
      kind: 'page',
      needs,
      schema: { querystring },
      async answer(asked) {
        const html = await answer(asked)
        asked.reply.type(HTML)
        return html
      },
    })
  const size = field(z.coerce.number().int().min(1).max(500))
  const queue = { kind: field(z.enum(['said', 'claims', 'contested'])), story: words, after: cursor }
  return [
    page(
      '/review',
      { needs: 'reviewer', querystring: z.object({ ...queue, draw: size, day: field(z.iso.date()) }) },
      ({ query: { draw, day, ...wanted }, shell }) =>
        draw === undefined ? pages.queue(present(wanted), shell) : pages.draw(draw, day, shell),
    ),
    defineRoute({
      method: 'GET',
      path: '/review/:noun/:id',
      kind: 'page',
      needs: 'reviewer',
      schema: { params: z.object({ noun, id }), querystring: z.object({ do: action, at: words, q: words }) },
      async answer({ params, query, shell, reply }) {
        const at = addressHere(query.at)
        const wanted = { ...params, action: query.do, ...present({ at, search: query.q }) }
        const html = await pages.form(wanted, shell)
        if (html === undefined) throw makeRefusal('NOTHING_THERE', { detail: missing(params) })
        reply.type(HTML)
        return html
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/decide',
      kind: 'form',
      needs: 'reviewer',
      schema: { body: sent },
      async answer({ body, shell, reply }) {
        const form = { ...present(body), at: addressHere(body.at) ?? '/review' } as SentForm
        const answered = await pages.decide(form, shell)
        if (answered.kind === 'kept') return reply.redirect(answered.to, 303)
        reply.code(answered.status).type(HTML)
        return answered.html
      },
    }),
    page(
      '/decisions',
      {
        needs: 'reader',
        querystring: z.object({
          by: words,
          kind: field(z.enum([...ruling.options, 'draft', 'issue', 'follow', 'withdraw'])),
          state: field(z.enum(['applied', 'not yet applied', 'undone', 'orphan'])),
          noun: field(noun),
          thing: words,
          after: cursor,
        }),
      },
      ({ query, shell }) => pages.decisions(present(query), shell),
    ),
    page('/tags', { needs: 'reader', querystring: z.object({}) }, ({ shell }) => pages.tag(undefined, shell)),
    defineRoute({
      method: 'GET',
      path: '/tag/:tag',
      kind: 'page',
      needs: 'reader',
      schema: { params: z.object({ tag: z.string().min(1).max(500) }) },
      async answer({ params, shell, reply }) {
        reply.type(HTML)
        return pages.tag(params.tag, shell)
      },
    }),
    page(
      '/watching',
      { needs: 'reader', querystring: z.object({ whose: field(z.enum(['all'])) }) },
      ({ query, shell }) => pages.watching(query.whose === undefined, shell),
    ),
  ]
}

function missing({ noun: what, id: which }: { readonly noun: string; readonly id: string }): string {
  return `the desk has no ${what} “${which}” that could be ruled on so`
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the fields that are not there. */
function present<T extends object>(fields: T): Partial<Present<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Present<T>>
}
