// Vices of content codings and charsets: false, unknown, nested, cut, bombs.
import { gzipSync } from 'node:zlib'
import { makeBomb } from './make-bomb.ts'
import { send } from './send.ts'
import type { Struck } from './strike-of.ts'
import type { Vice } from './vices.ts'

function sendCoded(
  { response, access, stand, host, answer }: Struck,
  coding: string,
  code: (body: Buffer) => Buffer,
): void {
  const text = Buffer.from(
    `<!doctype html><title>${host.outlet}</title><p>The talks in Karsk, ${stand.seed}, ${answer.page?.number}.`,
  )
  send(response, access, { status: 200, headers: [...HTML, ['content-encoding', coding]], body: code(text) })
}

function sendBomb({ response, access }: Struck, coding: 'gzip' | 'br' | 'zstd'): void {
  void makeBomb(coding).then((body) =>
    send(response, access, { status: 200, headers: [...HTML, ['content-encoding', coding]], body }),
  )
}

const HTML = [['content-type', 'text/html; charset=utf-8']] as const

export const CODING_STRIKES: Readonly<Partial<Record<Vice, (struck: Struck) => void>>> = {
  'false-gzip': (struck) => sendCoded(struck, 'gzip', (body) => body),
  'unknown-coding': (struck) => sendCoded(struck, 'x-karsk', (body) => body),
  'nested-coding': (struck) => sendCoded(struck, 'gzip, gzip', (body) => gzipSync(gzipSync(body))),
  'cut-gzip': (struck) => sendCoded(struck, 'gzip', (body) => gzipSync(body).subarray(0, 60)),
  'gzip-bomb': (struck) => sendBomb(struck, 'gzip'),
  'br-bomb': (struck) => sendBomb(struck, 'br'),
  'zstd-bomb': (struck) => sendBomb(struck, 'zstd'),
  'false-charset'({ response, access, host, answer }) {
    const charset = ['utf-8', 'utf-16', 'x-karsk'][(answer.page?.number ?? 0) % 3]
    const text = `<!doctype html><meta charset="koi8-r"><title>${host.outlet}</title><p>“The café is shut,” said Hale, ${answer.page?.number}.`
    const headers = [['content-type', `text/html; charset=${charset}`]] as const
    send(response, access, { status: 200, headers, body: Buffer.from(text, 'latin1') })
  },
}
