// The document of the API, and the list of its problem codes: anybody may read how to ask.
import { z } from 'zod'
import { DESK_ERRORS, REFUSALS } from '../problem.ts'
import type { Route } from '../route.ts'
import { problemListSchema } from '../schemas/problem.ts'
import { defineApi } from './define-api.ts'
import { makeDocument } from './make-document.ts'

/** The routes that tell of the API itself. `listAll`: every route of the desk, these included. */
export function documentRoutes(listAll: () => readonly Route[]): Route[] {
  let made: ReturnType<typeof makeDocument> | undefined
  return [
    defineApi({
      path: '/api/openapi.json',
      needs: 'nothing',
      gives: z.looseObject({ openapi: z.string() }),
      schema: { summary: 'This document', operationId: 'getDocument', tags: ['about'] },
      async answer({ reply }) {
        made ??= makeDocument(listAll())
        reply.header('cache-control', 'private, max-age=300')
        return { ...(await made), openapi: '3.1.1' }
      },
    }),
    defineApi({
      path: '/api/problems',
      needs: 'nothing',
      gives: problemListSchema,
      schema: { summary: 'Every code that a refusal can have', operationId: 'listProblems', tags: ['about'] },
      async answer() {
        const all = Object.entries({ ...REFUSALS, ...DESK_ERRORS })
        return { items: all.map(([code, [status, title]]) => ({ code, status, title })) }
      },
    }),
  ]
}
