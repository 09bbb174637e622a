// What has not changed is not made again: an answer carries a tag that is known before it is made, RFC 9110 13.1.2.
import type { FastifyReply, FastifyRequest } from 'fastify'

interface Asked {
  readonly request: Pick<FastifyRequest, 'headers'>
  readonly reply: FastifyReply
}

/**
 * The answer, or undefined where the asker has it already and was told so with 304. No tag: the desk is about to change, so
 * the answer is good for this once.
 */
export async function unlessKnown<T>(
  { request, reply }: Asked,
  tag: string | undefined,
  make: () => Promise<T>,
): Promise<T | undefined> {
  if (tag === undefined) return await make()
  const etag = `W/"${tag}"`
  // kept by the asker alone, and asked for again each time: who may see it can change
  reply.headers({ etag, 'cache-control': 'private, no-cache' })
  if (isKnown(request.headers['if-none-match'], etag)) {
    await reply.code(304).send()
    return undefined
  }
  return await make()
}

/** True where the header names the tag, or anything. Weak and strong compare alike. */
export function isKnown(header: string | undefined, etag: string): boolean {
  const bare = (one: string): string => one.trim().replace(/^W\//, '')
  return (header ?? '').split(',').some((one) => one.trim() === '*' || (one.trim() !== '' && bare(one) === bare(etag)))
}
