// The addresses of a capture: its facts, its replay in a frame, its bytes where nothing runs, and the web at a time of the past.
import { z } from 'zod'
import type { CapturePages } from '../../desk/capture-pages.ts'
import type { Policy } from '../guard/policy.ts'
import { defineRoute, type Route } from '../route.ts'
import { answerPage } from './answer-page.ts'
import { lookingAt } from './looking-at.ts'

const params = z.object({ id: z.string().min(1).max(200) })

/**
 * Of foreign bytes: an origin of their own, without scripts, forms, frames or a way to load anything; also where somebody opens
 * them by themselves. Only pages of the desk may frame them.
 */
const FOREIGN_BYTES: Policy = {
  sandbox: [],
  defaultSrc: ["'none'"],
  scriptSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  imgSrc: ['data:'],
  connectSrc: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'self'"],
}

/** The routes. */
export function captureRoutes(pages: CapturePages): Route[] {
  const common = { method: 'GET', kind: 'page', needs: 'reader' } as const
  return [
    defineRoute({
      ...common,
      path: '/capture/:id',
      schema: { params },
      async answer(asked) {
        return answerPage(await pages.capture(asked.params.id, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      path: '/capture/:id/replay',
      schema: { params },
      policy: { frameSrc: ["'self'"] },
      async answer(asked) {
        return answerPage(await pages.replay(asked.params.id, lookingAt(asked)), asked.reply)
      },
    }),
    defineRoute({
      ...common,
      kind: 'file',
      path: '/capture/:id/raw',
      schema: { params },
      policy: FOREIGN_BYTES,
      async answer({ params: { id }, reply }) {
        const raw = await pages.rawCapture(id)
        if (!raw) {
          reply.code(404).type('text/plain; charset=utf-8')
          return 'The desk has no bytes of such a capture.\n'
        }
        const { bytes, type, fileName, at, url } = raw
        reply.header('content-type', type).header('referrer-policy', 'no-referrer')
        reply.header('memento-datetime', new Date(at).toUTCString())
        if (url !== undefined)
          reply.header(
            'link',
            `<${encodeURI(url.toWellFormed()).replace(/[<>]/g, encodeURIComponent)}>; rel="original"`,
          )
        if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`)
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      },
    }),
    defineRoute({
      ...common,
      path: '/web/:time/*',
      schema: { params: z.object({ time: z.string().max(40), '*': z.string().max(4000) }) },
      async answer({ params: { time }, request, reply }) {
        // as it was asked for, with its question mark: the router gives the path alone
        const url = /^\/web\/[^/]*\/(.*)$/.exec(request.url)?.[1] ?? ''
        return answerPage(await pages.memento(time, url), reply)
      },
    }),
  ]
}
