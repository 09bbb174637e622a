// From bytes to text. The charset is taken in the order of the WHATWG encoding sniffing algorithm: byte order mark, what
// the transport said, what the first 1024 bytes declare; then UTF-8 if the bytes are valid UTF-8, then a guess.
import { detect } from 'chardet'
import { ReadoutError } from '../model/errors.ts'

const DECLARED_WITHIN = 1024 // bytes, as the HTML standard has it

/**
 * The text of the bytes, its byte order mark kept, so that offsets into it are those of anyone who reads the file as it
 * stands. `isMarkup`: look for a declared charset too. Unknown labels are passed over. Throws FILE_BINARY.
 */
export function decode(bytes: Uint8Array, charset?: string, isMarkup = false): string {
  const marked = markedCharset(bytes)
  if (!marked) refuseBinary(bytes)
  const labels = [marked, charset, isMarkup ? declaredCharset(bytes) : undefined]
  for (const label of labels) {
    const decoder = label === undefined ? undefined : decoderFor(label)
    if (decoder) return refuseControls(decoder.decode(bytes))
  }
  return refuseControls(decodeUtf8(bytes) ?? (decoderFor(guessCharset(bytes)) ?? new TextDecoder()).decode(bytes))
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return undefined
}

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">` and `<?xml encoding="…"?>`; UTF-16 there means UTF-8. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN))
  const label =
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label.trim(), { ignoreBOM: true })
  } catch {
    return undefined // a label that nobody knows says nothing; the next in line decides
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined // not UTF-8: the guess decides
  }
}

/** Western single-byte guesses become windows-1252, as browsers read them: bytes 0x93 and 0x94 are quotation marks. */
function guessCharset(bytes: Uint8Array): string {
  const guess = detect(bytes.subarray(0, 65_536)) ?? 'windows-1252' // 64 KiB: chardet's time grows with its sample
  return /^(?:iso-8859-(?:1|2|9|15)|windows-125[0249]|ascii|utf-8)$/i.test(guess) ? 'windows-1252' : guess
}

const MAGIC: readonly (readonly [name: string, signature: string])[] = [
  ['a PDF', '%PDF-'],
  ['a ZIP archive (or an Office document)', 'PK\x03\x04'],
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a gzip archive', '\x1f\x8b'],
  ['an old Office document', '\xd0\xcf\x11\xe0'],
  ['a SQLite database', 'SQLite format 3\0'],
  ['a program', '\x7fELF'],
]

function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const kind = MAGIC.find(([, signature]) => head.startsWith(signature))?.[0]
  if (kind) throw binary(`it is ${kind}`)
  if (bytes.includes(0)) throw binary('it holds NUL bytes and no UTF-16 mark')
}

const CONTROLS = '\0-\x08\x0E-\x1A\x1C-\x1F' // all but white space and escape
const CONTROL_SHARE = 0.02 // prose holds none; a stray one in a scanned text is let pass

function refuseControls(text: string): string {
  const controls = text.match(new RegExp(`[${CONTROLS}]`, 'g'))?.length ?? 0
  if (controls > text.length * CONTROL_SHARE)
    throw binary(`${controls} of its ${text.length} characters are control characters`)
  return text
}

function binary(why: string): ReadoutError {
  return new ReadoutError('FILE_BINARY', `this is not text: ${why}. Hand in text, Markdown or HTML`)
}
