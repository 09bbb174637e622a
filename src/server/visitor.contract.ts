// A browser for tests of forms: it keeps its cookies, and sends what pages of the desk send.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** The password of every account in the tests. */
export const PASSWORD = 'a long stone wall'

/** A browser at a server without a port. */
export class Visitor {
  readonly #server: FastifyInstance
  readonly #host: string
  readonly cookies = new Map<string, string>()

  constructor(server: FastifyInstance, host = 'localhost') {
    this.#server = server
    this.#host = host
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#server.inject({ method: 'GET', url, headers: this.#headers() }))
  }

  /** Sends a form from the page that it stands on. */
  async send(page: string, url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
    const token = /name="_csrf" value="([^"]*)"/.exec((await this.get(page)).body)?.[1] ?? ''
    return this.post(url, { _csrf: token, ...fields })
  }

  async post(url: string, fields: Record<string, string>, headers = {}): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams(fields).toString()
    const own = { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded', ...headers }
    return this.#keep(await this.#server.inject({ method: 'POST', url, headers: own, payload }))
  }

  signIn(password = PASSWORD, to = '/account', name = 'Ada Orme'): Promise<LightMyRequestResponse> {
    return this.send('/sign-in', '/sign-in', { name, password, to })
  }

  #headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { host: this.#host, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  }

  #keep(reply: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value } of reply.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return reply
  }
}
