// Vices of the connection and its bytes: cut, stalled, dripped, endless, of a false length, no HTTP at all.
import type { Socket } from 'node:net'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'

/** The connection below, for what no HTTP server would write. */
function socketOf({ response, access }: Struck): Socket {
  access.isWhole = false
  return response.socket as Socket
}

/** A status line and headers for a body of the given length, and its first half. */
function beginBody({ response, access, answer }: Struck, headers: Readonly<Record<string, string | number>>): void {
  access.status = 200
  access.isWhole = false
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
  response.write(answer.body.subarray(0, answer.body.length >> 1))
}

/** Writes one piece after the other, until the connection ends. */
function keepWriting({ response, access }: Struck, ms: number, next: () => string | Buffer): void {
  access.isWhole = false
  const socket = response.socket as Socket
  const timer = setInterval(() => socket.write(next()), ms)
  socket.once('close', () => clearInterval(timer))
  socket.on('error', () => {}) // the other side has hung up
}

const HTML_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'

export const BYTE_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  'hang-up': (struck) => socketOf(struck).destroy(),
  reset(struck) {
    beginBody(struck, { 'content-length': struck.answer.body.length })
    setTimeout(() => struck.response.socket?.resetAndDestroy(), 20)
  },
  stall: (struck) => void socketOf(struck),
  'stall-body': (struck) => beginBody(struck, { 'content-length': struck.answer.body.length }),
  drip(struck) {
    beginBody(struck, { 'content-length': 10_000_000 })
    keepWriting(struck, struck.dripMs, () => 'a')
  },
  'drip-head'(struck) {
    struck.access.status = 200
    socketOf(struck).write('HTTP/1.1 200 OK\r\nX-Slow: ')
    keepWriting(struck, struck.dripMs, () => 'a')
  },
  endless(struck) {
    const { response, access } = struck
    access.status = 200
    access.isWhole = false
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    const piece = Buffer.alloc(256 * 1024, '<p>And so it goes on.</p>\n')
    const pour = (): void => {
      while (!response.destroyed && response.write(piece));
    }
    response.on('drain', pour)
    pour()
  },
  'long-length'(struck) {
    beginBody(struck, { 'content-length': struck.answer.body.length * 2 })
    setTimeout(() => struck.response.socket?.end(), 20)
  },
  'short-length'(struck) {
    const { answer } = struck
    const socket = socketOf(struck)
    struck.access.status = 200
    socket.write(`${HTML_HEAD}Content-Length: ${answer.body.length >> 1}\r\n\r\n`)
    socket.end(answer.body)
  },
  'two-lengths'(struck) {
    struck.access.status = 200
    socketOf(struck).end(`${HTML_HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`)
  },
  'no-http': (struck) => socketOf(struck).end('SSH-2.0-OpenSSH_9.9\r\nkarsk\r\n'),
  'huge-header'(struck) {
    const socket = socketOf(struck)
    socket.on('error', () => {})
    struck.access.status = 200
    socket.write('HTTP/1.1 200 OK\r\nX-Long: ')
    socket.end(Buffer.alloc(10_000_000, 'x'))
  },
  'many-headers'(struck) {
    const socket = socketOf(struck)
    socket.on('error', () => {})
    struck.access.status = 200
    const lines = Array.from({ length: 50_000 }, (_, i) => `X-Many-${i}: ${i}\r\n`).join('')
    socket.end(`HTTP/1.1 200 OK\r\n${lines}\r\n`)
  },
}
