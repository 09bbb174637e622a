// Who looks at a page and under which address, as its view takes it.
import type { FastifyRequest } from 'fastify'
import type { Looking } from '../../desk/page-answer.ts'
import type { Shell } from '../../desk/shell.ts'

/** The frame of the one who asks, and the desk's own address as they know it. */
export function lookingAt({ shell, request }: { readonly shell: Shell; readonly request: FastifyRequest }): Looking {
  const origin = `${request.protocol}://${request.host}`
  return { shell, ...(URL.canParse(origin) && { origin }) }
}
