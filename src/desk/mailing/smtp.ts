// door: network, process, timers
// The one way out for mail: the server that the settings name, over TLS that is verified. What is known of a message follows from how
// far the protocol came: until the server asks for it, it has nothing; from then on only its answer counts.
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import SMTPConnection, { type SMTPError } from 'nodemailer/lib/smtp-connection'
import { ReadoutError } from '../../model/errors.ts'
import type { MailServer } from './mail-setup.ts'
import type { Post, PostOutcome } from './post.ts'

const CONNECT_MS = 30_000
const SILENCE_MS = 120_000 // between two answers; RFC 5321 would have minutes more, but the lease on the mailing is no longer
const LATEST_MS = 180_000 // for one message in all

export interface PostOptions {
  readonly silenceMs?: number
  readonly latestMs?: number
}

/** A way to the server; it connects with the first message. Throws MAIL_NOT_SET where the password is not in the environment. */
export function openPost(server: MailServer, { silenceMs = SILENCE_MS, latestMs = LATEST_MS }: PostOptions = {}): Post {
  const login = server.login && { user: server.login.user, pass: findPassword(server.login.passwordFrom) }
  let open: SMTPConnection | undefined
  const drop = (): void => {
    open?.close()
    open = undefined
  }
  const connect = async (): Promise<SMTPConnection> => {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: silenceMs,
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    })
    connection.on('error', () => {}) // told to whoever waits for an answer
    connection.on('end', () => {
      if (open === connection) open = undefined
    })
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject)
        connection.connect((error) => (error ? reject(error) : resolve()))
      })
      if (login) await asked((done) => connection.login(login, done))
    } catch (error) {
      connection.close()
      throw error
    }
    return connection
  }
  return {
    async send({ from, to, bytes }) {
      try {
        open ??= await connect()
      } catch (error) {
        return judgeConnecting(asSmtpError(error))
      }
      const connection = open
      let isHandedOver = false
      const message = new Readable({
        read() {
          isHandedOver = true // the server has asked for it
          this.push(bytes)
          this.push(null)
        },
      })
      let late: NodeJS.Timeout | undefined
      try {
        const sent = new Promise<string>((resolve, reject) => {
          late = setTimeout(() => {
            connection.close()
            reject(new Error('no answer in time'))
          }, latestMs)
          connection.send({ from, to, size: bytes.length }, message, (error, info) =>
            error ? reject(error) : resolve(info?.response ?? ''),
          )
        })
        return { kind: 'taken', reply: await sent }
      } catch (error) {
        const outcome = judgeSending(asSmtpError(error), isHandedOver)
        drop() // what state the connection is in is not worth finding out
        return outcome
      } finally {
        clearTimeout(late) // or it would close the connection under a later message
      }
    },
    pause: (ms, signal) => pause(ms, undefined, signal && { signal }).catch(() => {}),
    close() {
      open?.quit()
      open = undefined
    },
  }
}

function judgeConnecting(error: SMTPError): PostOutcome {
  const reply = replyOf(error)
  const isTls = error.code === 'ETLS' || /certificate|self.signed|altnames|SSL|TLS/i.test(error.message)
  const isWrong = error.code === 'EAUTH' && (error.responseCode ?? 500) >= 500
  if (isTls) return { kind: 'hopeless', reply: `TLS cannot be begun: ${reply}` }
  if (isWrong) return { kind: 'hopeless', reply }
  return { kind: 'put off', reply, isTried: false, isDown: true }
}

function judgeSending(error: SMTPError, isHandedOver: boolean): PostOutcome {
  const reply = replyOf(error)
  const { responseCode: code, command = '' } = error
  if (code === undefined) {
    return isHandedOver ? { kind: 'unknown', reply } : { kind: 'put off', reply, isTried: true, isDown: true }
  }
  if (code < 500) return { kind: 'put off', reply, isTried: true, isDown: code === 421 }
  if (command === 'MAIL FROM') return { kind: 'hopeless', reply }
  return {
    kind: 'refused',
    reply,
    isAddress: command === 'RCPT TO' && /^5\d\d[ -]5\.1\.(?:1|2|3|6|10)\b/.test(error.response ?? ''),
  }
}

// What the server said, or else what happened, in one line.
function replyOf({ response, message }: SMTPError): string {
  return (response ?? message).replace(/\s+/g, ' ').trim().slice(0, 300)
}

function asSmtpError(error: unknown): SMTPError {
  return error instanceof Error ? (error as SMTPError) : (new Error(String(error)) as SMTPError)
}

function asked(ask: (done: (error?: SMTPError | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => ask((error) => (error ? reject(error) : resolve())))
}

function findPassword(name: string): string {
  const password = process.env[name]
  if (password !== undefined && password !== '') return password
  throw new ReadoutError(
    'MAIL_NOT_SET',
    `the variable ${name} of the environment holds no password for the mail server; set it where Readout is run`,
  )
}
