// What came in, and its bytes: as a file to keep, never as a page.
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { tagOfDesk } from '../../desk/tag-of-desk.ts'
import { findBytes, tellCapture } from '../../desk/views/api-capture.ts'
import type { Route } from '../route.ts'
import { captureSchema } from '../schemas/capture.ts'
import { idSchema } from '../schemas/common.ts'
import { defineApi } from './define-api.ts'
import { formQuery, inForm, mediaOf } from './negotiate.ts'
import { unlessKnown } from './unless-known.ts'

const params = z.object({ id: idSchema })
const tags = ['captures'] as const

/** The routes of captures. */
export function captureRoutes(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Route[] {
  return [
    defineApi({
      path: '/api/captures/:id',
      gives: captureSchema,
      schema: {
        params,
        querystring: formQuery('capture'),
        summary: 'One capture',
        operationId: 'getCapture',
        tags,
        also: mediaOf('capture'),
      },
      async answer(asked) {
        const capture = tellCapture(desk, asked.params.id)
        // a removal is all that changes it; the other forms tell of the report that was made of it
        const jsonTag = `${capture.id}${capture.removed ? '-removed' : ''}`
        const thing = {
          noun: 'capture',
          id: capture.id,
          tag: tagOfDesk(desk),
          jsonTag,
          make: async () => capture,
        } as const
        return await inForm(desk, thing, asked)
      },
    }),
    defineApi({
      path: '/api/captures/:id/bytes',
      gives: z.string(),
      schema: {
        params,
        summary: 'Its bytes as received',
        description: 'A file to keep: never shown as a page, whatever it holds.',
        operationId: 'getBytes',
        tags,
        also: ['application/octet-stream'],
      },
      async answer(asked) {
        const { bytes, digest } = await findBytes(desk, asked.params.id)
        return await unlessKnown(asked, digest, async () => {
          await asked.reply
            .type('application/octet-stream')
            .headers({
              'content-disposition': `attachment; filename="${digest.slice(0, 20)}.bin"`,
              'content-security-policy': "default-src 'none'; sandbox",
              'x-content-type-options': 'nosniff',
              digest: `sha-256=${Buffer.from(digest, 'hex').toString('base64')}`,
            })
            .send(Buffer.from(bytes))
          return undefined
        })
      },
    }),
  ]
}
