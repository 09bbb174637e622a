// What a route answers, checked against its schema and written out.
import type { FastifySerializerCompiler } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { onceOf } from '../model/once-of.ts'

const LONG = 100_000 // characters

/** An answer that is given again as the same object is checked and written out once, a long one as the bytes to send. */
export const writesOnce: FastifySerializerCompiler<unknown> = (route) => {
  const write = serializerCompiler(route as Parameters<typeof serializerCompiler>[0]) as (answer: unknown) => string
  const once = onceOf((answer: object) => {
    const text = write(answer)
    return text.length > LONG ? Buffer.from(text) : text
  })
  return ((answer) => (typeof answer === 'object' && answer !== null ? once(answer) : write(answer))) as typeof write
}
