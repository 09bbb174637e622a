// A letter as a message: MIME by nodemailer, headers ours. It may open no file and no address, whatever a letter holds. Its id is
// the delivery's and the desk's, so that the same message tried again is known as the same, and another desk's as another.
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Instant } from '../../model/id.ts'
import type { Mailbox } from '../../model/mail-address.ts'
import type { Letter } from '../../publish/mail/letter.ts'
import type { Sender } from './mail-setup.ts'

export interface Envelope {
  readonly to: string
  readonly id: string // of the delivery
  readonly at: Instant
  readonly list?: MailingList // absent: a letter to one person, such as the question for a confirmation
  readonly answers?: string // the delivery whose message this one follows up
}

/** What mail programs offer to leave. */
export interface MailingList {
  readonly id: string // of the watch; '' for all that the desk holds
  readonly name: string
  readonly leave: string // address that a POST alone leaves by (RFC 8058)
}

/** The bytes of the message. */
export async function buildMessage(
  letter: Letter,
  envelope: Envelope,
  { from, replyTo, mark }: Sender,
): Promise<Buffer> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const { to, id, at, list, answers } = envelope
  const idOf = (delivery: string): string => `<${delivery}.${mark}.readout@${domain}>`
  const composer = new MailComposer({
    from: boxOf(from),
    to: { name: '', address: to },
    ...(replyTo && { replyTo: boxOf(replyTo) }),
    subject: letter.subject,
    messageId: idOf(id),
    ...(answers !== undefined && { inReplyTo: idOf(answers), references: idOf(answers) }),
    date: new Date(at),
    headers: headersOf(list, domain),
    text: { content: letter.text, contentType: 'text/plain; charset=utf-8; format=flowed' },
    html: { content: letter.html, contentType: 'text/html; charset=utf-8' },
    attachments: letter.pictures.map(({ cid, png }) => ({
      cid,
      content: Buffer.from(png),
      contentType: 'image/png',
      contentDisposition: 'inline',
      filename: `${cid.replace(/[^\w-]/g, '-')}.png`,
    })),
    textEncoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

// A name in a header is encoded by nodemailer; an address was parsed strictly, so nothing in it can begin another.
function boxOf({ name = '', address }: Mailbox): { name: string; address: string } {
  return { name, address }
}

// `prepared`: to be written as it stands, since nodemailer would take the marks around a name for letters to encode
interface Prepared {
  readonly prepared: true
  readonly value: string
}

function headersOf(list: MailingList | undefined, domain: string): Record<string, string | Prepared> {
  if (!list) return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
  const label = list.id === '' ? 'all' : list.id.replace(/[^A-Za-z0-9-]/g, '-')
  const name = list.name.replace(/[^\x20-\x7e]|["\\<>]/g, '').trim()
  const isSecure = list.leave.startsWith('https:') // one click is for https alone
  return {
    'List-Id': prepare(`${name === '' ? '' : `"${name}" `}<${label}.readout.${domain}>`),
    'List-Unsubscribe': prepare(`<${list.leave}>`),
    ...(isSecure && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    Precedence: 'bulk',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
  }
}

function prepare(value: string): Prepared {
  return { prepared: true, value: value.replace(/[^\x20-\x7e]/g, '') }
}
