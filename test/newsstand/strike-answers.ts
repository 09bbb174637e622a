// Vices of answers: an error that says 200, odd statuses, validators that lie, and hosts that say "too many requests".
import { plain } from './answer-at.ts'
import { send, withValidators } from './send.ts'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'

/** So many requests are refused, and all that come before the time that was named. */
const REFUSALS = 4

function refuse(struck: Struck, status: 429 | 503, retryAfter?: string): void {
  const { response, access, host, request, answer, count } = struck
  if (count >= REFUSALS) {
    send(response, access, withValidators(host, request, answer))
    return
  }
  const refusal = plain(status, 'Not now.')
  const headers = retryAfter === undefined ? [] : [['retry-after', retryAfter] as const]
  send(response, access, { ...refusal, headers: [...refusal.headers, ...headers] })
}

export const ANSWER_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  'error-page'({ response, access, host, answer }) {
    const text = `<!doctype html><title>Not found | ${host.outlet}</title><h1>Page ${answer.page?.number} was not found</h1>`
    send(response, access, { status: 200, headers: [['content-type', 'text/html']], body: Buffer.from(text) })
  },
  empty: ({ response, access }) =>
    send(response, access, { status: 200, headers: [['content-type', 'text/html']], body: Buffer.alloc(0) }),
  'odd-status'({ response, access, answer }) {
    const status = [204, 451, 599, 206, 700][((answer.page?.number ?? 0) / 3) % 5] ?? 204
    send(response, access, { ...answer, status })
  },
  'false-304'({ response, access, request, answer }) {
    const isAsked = request.headers['if-none-match'] ?? request.headers['if-modified-since']
    const headers = [
      ...answer.headers,
      ['etag', '"always"'],
      ['last-modified', 'Mon, 03 Feb 2031 00:00:00 GMT'],
    ] as const
    const { version, ...unchanged } = answer
    send(
      response,
      access,
      isAsked
        ? { ...unchanged, headers, status: 304 }
        : { ...unchanged, headers, ...(version !== undefined && { version }) },
    )
  },
  'bare-304'({ response, access, answer }) {
    const { version: _, ...bare } = answer
    send(response, access, { ...bare, status: 304 })
  },
  'future-date'({ response, access, request, answer }) {
    const headers = [...answer.headers, ['last-modified', 'Sat, 01 Jan 2101 00:00:00 GMT']] as const
    send(response, access, { ...answer, headers, ...(request.headers['if-modified-since'] && { status: 304 }) })
  },
  'new-etag': ({ response, access, answer, count }) =>
    send(response, access, { ...answer, headers: [...answer.headers, ['etag', `"visit-${count}"`]] }),
  cookies({ response, access, answer }) {
    const cookies = [
      ['set-cookie', 'reader=1; Path=/'],
      ['set-cookie', 'reader2=1; Domain=.example'],
    ] as const
    send(response, access, { ...answer, headers: [...answer.headers, ...cookies] })
  },
  'too-many': (struck) => refuse(struck, 429, '1200'),
  'too-many-date': (struck) => refuse(struck, 429, new Date(struck.access.began + 1_200_000).toUTCString()),
  'too-many-bare': (struck) => refuse(struck, 429),
  'too-many-years': ({ response, access }) =>
    send(response, access, { ...plain(429, 'Never.'), headers: [['retry-after', '315360000']] }),
  'too-many-odd': (struck) => refuse(struck, 429, 'soon'),
  busy: (struck) => refuse(struck, 503, '900'),
  'busy-bare': (struck) => refuse(struck, 503),
}
