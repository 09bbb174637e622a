// A list of the API as a route: a page of it with the cursor of the next, or all of it streamed as CSV or JSON Lines.
import { z } from 'zod'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Asked, Route, RouteSchema } from '../route.ts'
import { formatQuery, pageQuery } from '../schemas/common.ts'
import { defineApi } from './define-api.ts'
import { unlessKnown } from './unless-known.ts'
import { jsonLines, makeCsv, type RowWriter } from './write-rows.ts'

/** What a list is made of. `tag`: what changes when anything in it may have. */
export interface ListParts<F extends z.ZodRawShape, P extends z.ZodRawShape, I extends z.ZodObject> {
  readonly path: string
  readonly params?: P
  readonly filters?: F
  readonly item: I
  readonly page: z.ZodType<{ items: z.output<I>[]; next?: string | undefined }>
  readonly schema: {
    readonly summary: string
    readonly description?: string
    readonly operationId: string
    readonly tags: readonly [string]
  }
  tag(): string | undefined
  list(asked: ListAsked<F, P>): Promise<Listed<z.input<I>>>
}

/** One page that is wanted, with the filters. */
export interface ListAsked<F extends z.ZodRawShape, P extends z.ZodRawShape> {
  readonly params: z.output<z.ZodObject<P>>
  readonly filters: z.output<z.ZodObject<F>>
  readonly page: WantedPage
}

/** The route of the list. */
export function defineList<F extends z.ZodRawShape, P extends z.ZodRawShape, I extends z.ZodObject>(
  parts: ListParts<F, P, I>,
): Route {
  const { path, item, page: gives, schema, tag } = parts
  const params = z.object(parts.params ?? ({} as P))
  const filters = z.object(parts.filters ?? ({} as F))
  const csv = makeCsv(item)
  const whole = {
    ...schema,
    ...(parts.params && { params }),
    querystring: z.strictObject({ ...filters.shape, ...pageQuery, ...formatQuery }),
    also: ['text/csv', 'application/jsonl'],
  } satisfies RouteSchema
  return defineApi({
    path,
    gives,
    schema: whole,
    async answer(asked) {
      const { request, reply } = asked
      const query = asked.query as z.output<z.ZodObject<typeof pageQuery & typeof formatQuery>>
      const { after, limit, format, ...own } = query
      const wanted = { params: paramsOf(asked, params), filters: own as z.output<z.ZodObject<F>> }
      const page = { limit, ...(after !== undefined && { after }) }
      const form = format ?? formOf(request.headers.accept)
      reply.header('vary', 'Accept')
      const version = tag()
      return await unlessKnown(asked, version && `${version}-${form}`, async () => {
        if (form !== 'json') {
          await sendRows(asked, form === 'csv' ? csv : jsonLines, {
            parts,
            wanted,
            ...(after !== undefined && { after }),
          })
          return undefined
        }
        const listed = await parts.list({ ...wanted, page })
        if (listed.next !== undefined) reply.header('link', `<${nextOf(request.url, listed.next)}>; rel="next"`)
        return listed as z.input<typeof gives>
      })
    },
  })
}

function paramsOf<P extends z.ZodRawShape>(asked: Asked, _: z.ZodObject<P>): z.output<z.ZodObject<P>> {
  return (asked.params ?? {}) as z.output<z.ZodObject<P>>
}

// Only what asks for rows by name gets them; whoever takes anything gets JSON.
function formOf(accept = ''): 'json' | 'csv' | 'jsonl' {
  const first = accept.split(',')[0]?.split(';')[0]?.trim().toLowerCase()
  if (first === 'text/csv') return 'csv'
  return first === 'application/jsonl' || first === 'application/x-ndjson' ? 'jsonl' : 'json'
}

function nextOf(url: string, next: string): string {
  const [path = '', search = ''] = url.split('?')
  const query = new URLSearchParams(search)
  query.set('after', next)
  return `${path}?${query}`
}

interface Rows<F extends z.ZodRawShape, P extends z.ZodRawShape, I extends z.ZodObject> {
  readonly parts: ListParts<F, P, I>
  readonly wanted: Omit<ListAsked<F, P>, 'page'>
  readonly after?: string
}

const ROWS_AT_ONCE = 500

async function sendRows<F extends z.ZodRawShape, P extends z.ZodRawShape, I extends z.ZodObject>(
  { reply }: Pick<Asked, 'reply'>,
  writer: RowWriter,
  { parts, wanted, after: from }: Rows<F, P, I>,
): Promise<void> {
  const first = await parts.list({
    ...wanted,
    page: { limit: ROWS_AT_ONCE, ...(from !== undefined && { after: from }) },
  })
  async function* write(): AsyncGenerator<Uint8Array> {
    yield BYTES.encode(writer.head)
    for (let page: Listed<z.input<I>> | undefined = first; page; ) {
      yield BYTES.encode(page.items.map((thing) => writer.line(thing as Record<string, unknown>)).join(''))
      page =
        page.next === undefined
          ? undefined
          : await parts.list({ ...wanted, page: { after: page.next, limit: ROWS_AT_ONCE } })
    }
  }
  await reply
    .type(writer.type)
    .header('content-disposition', `attachment; filename="${parts.schema.operationId}.${writer.ending}"`)
    .send(ReadableStream.from(write()))
}

const BYTES = new TextEncoder()
