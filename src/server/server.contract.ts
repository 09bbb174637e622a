// A server for tests of routes: no port, no desk behind the accounts. Who asks is the one person of a desk, with the role given.
import type { FastifyInstance } from 'fastify'
import type { Accounts } from '../desk/accounts/open-accounts.ts'
import { refusedPage } from '../desk/views/accounts.ts'
import type { Role } from '../model/account.ts'
import { makeServer, type ServerOptions } from './make-server.ts'
import type { Route } from './route.ts'

/** The accounts of a desk that has none. */
export function noAccounts(role: Role = 'admin'): Accounts {
  return {
    key: 'a key for tests',
    alone: { name: 'Ada Orme', role },
    isShared: async () => false,
    bySession: async () => undefined,
    byToken: async () => undefined,
    signIn: async () => undefined,
    signOut: async () => {},
  }
}

/** The server over the routes, for the one person of the desk. */
export function makeTestServer(
  routes: readonly Route[],
  { role, ...options }: Partial<ServerOptions> & { readonly role?: Role } = {},
): Promise<FastifyInstance> {
  return makeServer(routes, { host: '127.0.0.1', accounts: noAccounts(role), refused: refusedPage, ...options })
}
