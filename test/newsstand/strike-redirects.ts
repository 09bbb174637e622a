// Vices of redirects: in a circle, without end, to nowhere, to what is no HTTP, to inner addresses in every spelling.
import { innerAddress } from './inner-addresses.ts'
import { send } from './send.ts'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'

function redirect({ response, access }: Struck, to: string | undefined, status = 302): void {
  access.status = status
  // raw, since an HTTP server would not let each of these through
  const location = to === undefined ? '' : `Location: ${to}\r\n`
  const head = `HTTP/1.1 ${status} Found\r\n${location}Content-Length: 0\r\nConnection: close\r\n\r\n`
  response.socket?.end(Buffer.from(head, 'utf8'))
}

const NOWHERE = [undefined, '', 'http://', 'http://[karsk', '%', 'http:// karsk.example/', '//']
const SCHEMES = [
  'ftp://karsk.example/',
  'file:///etc/passwd',
  'data:text/html,karsk',
  'javascript:alert(1)',
  'gopher://karsk/',
]

export const REDIRECT_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  loop(struck) {
    const { path } = struck.access
    redirect(struck, path.startsWith('/hop') ? `${struck.origin}${path.slice(4)}` : `/hop${path}`)
  },
  chain(struck) {
    const [, hop = '0', rest = struck.access.path] = /^\/hop\/(\d+)(\/.*)$/.exec(struck.access.path) ?? []
    if (Number(hop) >= 10) send(struck.response, struck.access, { ...struck.answer, status: 200 })
    else redirect(struck, `/hop/${Number(hop) + 1}${rest}`, [301, 302, 303, 307, 308][Number(hop) % 5])
  },
  'to-nowhere': (struck) => redirect(struck, NOWHERE[((struck.answer.page?.number ?? 0) / 3) % NOWHERE.length]),
  'to-scheme': (struck) => redirect(struck, SCHEMES[((struck.answer.page?.number ?? 0) / 3) % SCHEMES.length]),
  'to-inner': (struck) => redirect(struck, innerAddress(struck.answer.page?.number ?? 0, struck.port)),
}
