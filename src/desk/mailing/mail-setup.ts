// What mail is sent by, from the settings: or which of them is missing.
import { digestUpTo } from '../../archive/log.ts'
import { ReadoutError } from '../../model/errors.ts'
import { type Mailbox, parseMailbox } from '../../model/mail-address.ts'
import type { Desk } from '../desk.ts'
import type { MAIL_SECURITY, Settings } from '../settings.ts'

/** Where letters come from and lead to. */
export interface Sender {
  readonly from: Mailbox
  readonly replyTo?: Mailbox
  readonly origin: string // of the desk, as its readers find it: https://desk.example
  readonly mark: string // of the desk, by which its messages differ from those of another desk of the same house
}

const MARK = 12 // characters of the digest of the log's first entry, which no two desks have alike

/** The server that they are handed to. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly security: (typeof MAIL_SECURITY)[number]
  readonly login?: { readonly user: string; readonly passwordFrom: string }
  readonly perMinute: number
}

/** The sender. Throws MAIL_NOT_SET, naming what is missing. */
export function senderOf({ mailFrom, mailReplyTo, publicAddress }: Settings, { store }: Pick<Desk, 'store'>): Sender {
  const from = mailFrom === '' ? undefined : boxOf(mailFrom)
  if (!from) throw missing('mailFrom', 'whom mail is from, such as news@desk.example')
  if (publicAddress === undefined) {
    throw missing('publicAddress', 'where readers find the desk: footnotes and the way out of the list lead there')
  }
  const replyTo = mailReplyTo === '' ? undefined : boxOf(mailReplyTo)
  const mark = digestUpTo(store, 1)?.slice(0, MARK) ?? 'empty'
  return { from, origin: publicAddress, mark, ...(replyTo && { replyTo }) }
}

/** The server. Throws MAIL_NOT_SET. */
export function mailServerOf(settings: Settings): MailServer {
  const {
    mailHost: host,
    mailPort: port,
    mailSecurity: security,
    mailUser: user,
    mailPasswordFrom,
    mailPerMinute,
  } = settings
  if (host === '') throw missing('mailHost', 'the server that mail is handed to, such as smtp.desk.example')
  if (security === 'none' && user !== '') {
    throw new ReadoutError(
      'MAIL_NOT_SET',
      'mailSecurity is "none" and mailUser is set: the password would travel in the open; set mailSecurity to "starttls" or "tls"',
    )
  }
  const login = user === '' ? undefined : { user, passwordFrom: mailPasswordFrom }
  return { host, port, security, perMinute: mailPerMinute, ...(login && { login }) }
}

function boxOf(text: string): Mailbox | undefined {
  const found = parseMailbox(text)
  return typeof found === 'string' ? undefined : found
}

function missing(name: keyof Settings, what: string): ReadoutError {
  return new ReadoutError(
    'MAIL_NOT_SET',
    `${name} is not set: ${what}; put it into settings.json or set it on the page of the settings`,
  )
}
