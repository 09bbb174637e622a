// One route of the desk as the framework takes it: what it asks for, how it may be packed and framed, and who sees what of the shell.
import type { FastifyInstance } from 'fastify'
import { mayDo } from '../model/account.ts'
import type { Guard } from './guard/guard.ts'
import { packingOf } from './guard/packing.ts'
import { isFramed, policyOf } from './guard/policy.ts'
import type { ServerOptions } from './make-server.ts'
import type { Asked, Route } from './route.ts'

/** Adds the route; whoever asks for it is known to the guard. */
export function addRoute(
  server: FastifyInstance,
  route: Route,
  {
    guard,
    notice,
    leaning,
    alarms,
    publicAddress,
  }: { readonly guard: Guard } & Pick<ServerOptions, 'notice' | 'leaning' | 'alarms' | 'publicAddress'>,
): void {
  const { params, querystring, body, response } = route.schema
  server.route({
    method: route.method,
    url: route.path,
    config: { route },
    ...packingOf(route.kind),
    ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    ...(route.policy !== undefined && {
      helmet: {
        contentSecurityPolicy: { useDefaults: false, directives: policyOf(route.policy) },
        xFrameOptions: { action: isFramed(route.policy) ? 'sameorigin' : 'deny' },
      },
    }),
    schema: {
      ...(params && { params }),
      ...(querystring && { querystring }),
      ...(body && { body }),
      ...(response && { response }),
    },
    async handler(request, reply) {
      const { params, query, body } = request
      const answer = await route.answer({
        params,
        query,
        body,
        request,
        reply,
        viewer: guard.known(request)?.viewer ?? { name: '', role: 'reader' },
        get shell() {
          const shell = guard.shell(request, reply)
          const told = notice?.(request.url, shell)
          const mayEdit = mayDo(shell.viewer.role, 'editor')
          const [count, amiss] = mayEdit ? [leaning?.(), alarms?.()] : []
          return {
            ...shell,
            ...(told !== undefined && { notice: told }),
            ...(count && { leaning: count }),
            ...(amiss && { alarms: amiss }),
          }
        },
        sitting: guard.sitting(request, reply),
        origin: publicAddress ?? originOf(request.headers.host),
      } as Asked<never>)
      return answer === undefined ? reply : answer
    },
  })
}

// The name was let in; what a proxy says of another is no word of ours.
function originOf(host: string | undefined): string {
  const origin = `http://${host}`
  return URL.canParse(origin) ? origin : 'http://localhost'
}
