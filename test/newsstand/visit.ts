// One request with Node's own client, for the tests of the newsstand itself: what came, or how it ended.
import { request } from 'node:http'

export interface Visit {
  readonly status?: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
  readonly fault?: string // the error's code, or "late"
}

export interface VisitOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly ms?: number // given up after so many
  readonly most?: number // given up after so many bytes
}

/** Asks the server at the address for a path of the named host. Never throws. */
export function visit(at: { address: string; port: number }, host: string, path: string, options: VisitOptions = {}) {
  const { headers = {}, ms = 2000, most = 200_000_000 } = options
  return new Promise<Visit>((resolve) => {
    const parts: Buffer[] = []
    let head: Pick<Visit, 'status' | 'headers'> = { headers: {} }
    const end = (fault?: string): void => {
      clearTimeout(timer)
      resolve({ ...head, body: Buffer.concat(parts), ...(fault !== undefined && { fault }) })
      sent.destroy()
    }
    const sent = request({
      host: at.address,
      port: at.port,
      path,
      headers: { host: `${host}:${at.port}`, ...headers },
      agent: false,
    })
    const timer = setTimeout(() => end('late'), ms)
    sent.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
    sent.on('response', (response) => {
      head = { status: response.statusCode ?? 0, headers: response.headers }
      let size = 0
      response.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size > most) end('too much')
      })
      response.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
      response.on('end', () => end())
    })
    sent.end()
  })
}
