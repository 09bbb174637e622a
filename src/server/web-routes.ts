// The client scripts at /web/NAME.js: for good under the digest of all of them, else only as long as they are the same.
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { loadScripts } from './load-scripts.ts'
import { defineRoute, type Route } from './route.ts'

const YEAR = 31_536_000 // seconds

/** One route for all of them. */
export function webRoutes(): Route[] {
  const { digest, texts } = loadScripts()
  const packed = new Map([...texts].map(([name, text]) => [name, gzipSync(text)]))
  const tag = `"${digest}"`
  return [
    defineRoute({
      method: 'GET',
      path: '/web/:name',
      kind: 'file',
      needs: 'nothing',
      schema: { params: z.object({ name: z.string() }), querystring: z.object({ v: z.string().optional() }) },
      async answer({ params, query, request, reply }) {
        const body = packed.get(params.name)
        if (body === undefined) {
          reply.code(404).type('text/plain; charset=utf-8')
          return 'There is no such script.\n'
        }
        const kept = query.v === digest ? `public, max-age=${YEAR}, immutable` : 'no-cache'
        reply.headers({ 'cache-control': kept, etag: tag, vary: 'accept-encoding' })
        if (request.headers['if-none-match'] === tag) {
          reply.code(304)
          return ''
        }
        reply.type('text/javascript; charset=utf-8')
        if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return texts.get(params.name)
        reply.header('content-encoding', 'gzip')
        return body
      },
    }),
  ]
}
