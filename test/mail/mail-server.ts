// A mail server of this machine's own, with the faults that the world has. What it accepts it writes to a file at once, a line a
// message, as a real one has its log: what is in there was delivered, whatever the sender came to know.
import { appendFileSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What happens to one recipient, by their address; undefined: the message is taken. */
export type Fault =
  | { readonly at: 'mail' | 'rcpt' | 'data'; readonly code: number; readonly words: string }
  | { readonly at: 'rcpt' | 'data' | 'body' | 'after'; readonly cut: true } // the connection ends: before it, as it begins, within, or after
  | { readonly at: 'after'; readonly silent: true } // it was taken, and no answer comes
  | { readonly at: 'data'; readonly slowMs: number }

export interface MailServer {
  readonly port: number
  readonly messages: { readonly to: string; readonly raw: string }[]
  readonly cutAfter: number[] // bytes that had come of each message within which a connection was cut
  /** All addresses that a message was accepted for, from the file. */
  accepted(): string[]
  close(): Promise<void>
}

/** Opens the server. `fault`: what happens to whom, at which try. */
export async function openMailServer(
  log: string,
  fault: (address: string, attempt: number) => Fault | undefined = () => undefined,
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const messages: { to: string; raw: string }[] = []
  const cutAfter: number[] = []
  const tries = new Map<string, number>()
  const found = new WeakMap<object, Fault | undefined>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    disableReverseLookup: true,
    onMailFrom(address, _session, done) {
      const own = fault(`from ${address.address}`, 1)
      done(own && 'code' in own ? refusal(own) : null)
    },
    onRcptTo({ address }, session, done) {
      const attempt = (tries.get(address) ?? 0) + 1
      tries.set(address, attempt)
      const own = fault(address, attempt)
      found.set(session, own)
      if (own?.at === 'rcpt' && 'cut' in own) return cut(session)
      done(own?.at === 'rcpt' && 'code' in own ? refusal(own) : null)
    },
    onData(stream, session, done) {
      const own = found.get(session)
      const to = session.envelope.rcptTo[0]?.address ?? ''
      if (own?.at === 'data' && 'cut' in own) return cut(session)
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      if (own?.at === 'body') {
        return void stream.once('data', (piece: Buffer) => {
          cutAfter.push(piece.length)
          cut(session)
        })
      }
      stream.on('end', () => {
        if (own?.at === 'data' && 'code' in own) return done(refusal(own))
        const take = () => {
          appendFileSync(log, `${to}\n`)
          messages.push({ to, raw: Buffer.concat(pieces).toString('latin1') })
          if (own?.at === 'after' && 'cut' in own) cut(session)
          else if (own?.at !== 'after') done(null)
        }
        if (own?.at === 'data' && 'slowMs' in own) setTimeout(take, own.slowMs)
        else take()
      })
    },
    ...options,
  })
  server.on('error', () => {}) // connections that are cut are what this is for
  const connections = server as unknown as { connections: Set<{ session: object; _socket: { destroy(): void } }> }
  const cut = (session: object): void => {
    for (const one of connections.connections) if (one.session === session) one._socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    messages,
    cutAfter,
    accepted: () => readLines(log),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The lines of a server's log; none where it has accepted nothing. */
export function readLines(log: string): string[] {
  try {
    return readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  } catch {
    return []
  }
}

function refusal({ code, words }: { readonly code: number; readonly words: string }): Error {
  return Object.assign(new Error(words), { responseCode: code })
}
