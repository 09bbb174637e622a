// Addresses that mail may go to. One plain form is taken and all else is refused: quoted parts, comments, lists and routes have
// sent mail to others than was meant (CVE-2025-13033), and a line break would begin a header of its own.

/** An address in the form that it is sent to, and the one that it is compared in. */
export interface MailAddress {
  readonly address: string // anna@reader.example
  readonly sign: string
}

/** A name beside an address: "Readout <news@desk.example>". */
export interface Mailbox extends MailAddress {
  readonly name?: string
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** The address in a text, or why it is none, in words that go after its name. */
export function parseMailAddress(text: string): MailAddress | string {
  const trimmed = text.trim()
  if (/\p{Cc}|\s/u.test(trimmed)) return 'it holds a space or a line break'
  const at = trimmed.lastIndexOf('@')
  const local = trimmed.slice(0, at)
  if (at < 1 || at === trimmed.length - 1) return 'it is not written as in anna@reader.example'
  if (local.length > 64 || !LOCAL.test(local))
    return 'what stands before the @ is more than plain letters, digits and signs'
  const domain = domainOf(trimmed.slice(at + 1))
  if (domain === undefined) return 'what stands behind the @ is no name of a domain'
  const address = `${local}@${domain}`
  return address.length > 254 ? 'it is longer than 254 characters' : { address, sign: address.toLowerCase() }
}

/** An address alone, or with a name before it in angle brackets; or why it is neither. */
export function parseMailbox(text: string): Mailbox | string {
  const [, name, inner] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? []
  if (inner === undefined) return parseMailAddress(text)
  const found = parseMailAddress(inner)
  if (typeof found === 'string') return found
  const plain = (name ?? '').trim().replace(/^"(.*)"$/, '$1')
  if (/[\p{Cc}"\\]/u.test(plain) || plain.length > 100)
    return 'the name holds quotation marks or line breaks, or is too long'
  return plain === '' ? found : { ...found, name: plain }
}

// A name of several parts, in the form that the domain name system knows: bücher.example is xn--bcher-kva.example.
function domainOf(text: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(text)) return undefined
  const domain = URL.parse(`http://${text}/`)?.hostname
  const labels = domain?.split('.') ?? []
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1) ?? '')
  return isName ? domain : undefined
}
