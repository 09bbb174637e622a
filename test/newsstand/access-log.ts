// What was asked of the newsstand, when, and what it answered: in memory for a judge, and line by line in a file.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asked } from './stand.ts'

/** One request. All instants are virtual milliseconds. */
export interface Access {
  readonly host: string
  readonly path: string
  readonly asked: Asked
  readonly method: string
  readonly headers: NodeJS.Dict<string | string[]>
  readonly began: number
  ended?: number // the answer was written, or the connection ended
  status?: number // none where what was sent is no HTTP
  version?: number // of a page, where an honest answer went out
  retryAfter?: string
  isGiven?: boolean // a validator went out with it
  digest?: string // of the body, where it was sent whole and as it should be
  isWhole?: boolean
}

export interface AccessLog {
  readonly all: readonly Access[]
  begin(request: IncomingMessage, response: ServerResponse, what: Pick<Access, 'host' | 'path' | 'asked'>): Access
  close(): Promise<void>
}

/** Opens a log that is timed by `now`. Without a file it is in memory only. */
export function openAccessLog(now: () => number, file?: string): AccessLog {
  const all: Access[] = []
  const out = file === undefined ? undefined : createWriteStream(file, { flags: 'a' })
  return {
    all,
    begin(request, response, what) {
      const { method = '', headers } = request
      const access: Access = { ...what, method, headers, began: now() }
      all.push(access)
      response.once('close', () => {
        access.ended = now()
        access.isWhole ??= response.writableFinished
        out?.write(`${JSON.stringify(access)}\n`)
      })
      return access
    },
    close: () => new Promise((resolve) => (out ? out.end(resolve) : resolve())),
  }
}

export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}
