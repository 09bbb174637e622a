// A route of the API as a value: what it gives is checked by the compiler here and by its schema when it is sent.
import type { z } from 'zod'
import type { Role } from '../../model/account.ts'
import { type Asked, defineRoute, type Route, type RouteSchema } from '../route.ts'

/**
 * What a route of the API is made of. `gives`: the body of its answer. An answer that is given again as the same object is written out
 * once: nobody may change it after.
 */
export interface ApiParts<S extends RouteSchema, T extends z.ZodType> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly needs?: Role | 'nothing' // a reader, unless told
  readonly gives: T
  readonly schema: S & {
    readonly summary: string
    readonly operationId: string
    readonly tags: readonly [string]
  }
  answer(asked: Asked<S>): Promise<z.input<T> | undefined>
}

/** A route of the API. An answer that is undefined has sent its reply itself. */
export function defineApi<const S extends RouteSchema, T extends z.ZodType>(parts: ApiParts<S, T>): Route {
  const { method = 'GET', path, needs = 'reader', gives, schema, answer } = parts
  return defineRoute<S>({
    method,
    path,
    kind: 'api',
    needs,
    schema: { ...schema, response: { [method === 'POST' ? 201 : 200]: gives } },
    async answer(asked) {
      const given = await answer(asked)
      if (given !== undefined && method === 'POST') asked.reply.code(201)
      if (given !== undefined) asked.reply.type('application/json; charset=utf-8')
      return given
    },
  })
}
