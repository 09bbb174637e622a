// The page within an MHTML file (RFC 2557): of the parts between the boundaries the one that its start parameter names,
// else the first page; pictures, styles and frames are left where they are. Its transfer coding is undone by postal-mime.
import PostalMime from 'postal-mime'
import { ReadoutError } from '../model/errors.ts'

/** The page, and what the headers say of it. */
export interface Unwrapped {
  readonly bytes: Uint8Array
  readonly isPage: boolean // false: plain text
  readonly charset?: string
  readonly url?: string // its Content-Location
}

/** Unwraps the page of an MHTML file. Throws ReadoutError NO_TEXT where none is in it. */
export async function unwrapMhtml(bytes: Uint8Array, name: string): Promise<Unwrapped> {
  const whole = makePart(Buffer.from(bytes).toString('latin1'))
  const root = findRoot(whole, 0)
  if (!root) throw new ReadoutError('NO_TEXT', `${name}: no page in this MHTML file; save the page again, or as HTML`)
  const charset = parameterOf(root.type, 'charset')
  const location = [root.headers.get('content-location'), whole.headers.get('snapshot-content-location')]
  const url = location.find((address) => /^https?:\/\//i.test(address ?? ''))
  return {
    bytes: await decodeTransfer(root),
    isPage: !/^text\/plain\b/i.test(root.type),
    ...(charset && { charset }),
    ...(url && { url }),
  }
}

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly body: string // one character a byte
}

function makePart(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text)
  const head = gap ? text.slice(0, gap.index) : text
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, key, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (key && value !== undefined && !headers.has(key.toLowerCase())) headers.set(key.toLowerCase(), value.trim())
  }
  const type = headers.get('content-type') ?? 'text/plain'
  return { headers, type, body: gap ? text.slice(gap.index + gap[0].length) : '' }
}

const DEEPEST = 4 // parts within parts; browsers write one level, mail programs two

function findRoot(part: Part, depth: number): Part | undefined {
  if (!/^multipart\//i.test(part.type)) return isReadable(part) ? part : undefined
  const boundary = parameterOf(part.type, 'boundary')
  if (boundary === undefined || depth === DEEPEST) return undefined
  const parts = splitParts(part.body, boundary)
  const start = parameterOf(part.type, 'start')
  const named = parts.filter(({ headers }) => start !== undefined && headers.get('content-id') === start)
  const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml|multipart\/)/i.test(type))
  return [...named, ...pages, ...parts].map((one) => findRoot(one, depth + 1)).find((one) => one !== undefined)
}

function splitParts(body: string, boundary: string): Part[] {
  const parts: Part[] = []
  const mark = `--${boundary}`
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length
    if (body.startsWith('--', start)) break
    const next = body.indexOf(`\n${mark}`, start)
    const end = next < 0 ? body.length : next // a file that breaks off ends its last part
    parts.push(makePart(body.slice(start, end).replace(/^[ \t]*\r?\n/, '')))
    at = next < 0 ? -1 : next + 1
  }
  return parts
}

function isReadable({ type }: Part): boolean {
  return /^(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i.test(type)
}

function parameterOf(type: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(type)
  return found?.[1] ?? found?.[2]
}

/** As an attachment, the bytes come back as they were: their charset is judged as that of any page. */
async function decodeTransfer({ headers, body }: Part): Promise<Uint8Array> {
  const coding = headers.get('content-transfer-encoding') ?? 'binary'
  const head = `Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n`
  const { attachments } = await PostalMime.parse(Buffer.from(head + body, 'latin1'))
  const content = attachments[0]?.content
  return content === undefined || typeof content === 'string' ? new Uint8Array() : new Uint8Array(content)
}
