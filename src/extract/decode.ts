// From bytes to text. The charset is taken in the order of the WHATWG encoding sniffing algorithm: byte order mark, what
// the transport said, what the first 1024 bytes declare; then UTF-8 if the bytes are valid UTF-8, then a guess.
// Unlike a browser, it does not believe a charset that the bytes belie.
import { detect } from 'chardet'
import { ReadoutError } from '../model/errors.ts'
import { findBinary, findUtf16, markOf } from './judge-bytes.ts'

const DECLARED_WITHIN = 1024 // bytes, as the HTML standard has it

/**
 * The text of the bytes, its byte order mark kept, so that offsets into it are those of anyone who reads the file as it
 * stands. `isMarkup`: look for a declared charset too. Labels that nobody knows, and labels that the bytes belie, are
 * passed over. Throws FILE_BINARY.
 */
export function decode(bytes: Uint8Array, charset?: string, isMarkup = false): string {
  const why = findBinary(bytes)
  if (why) throw new ReadoutError('FILE_BINARY', `this is not text: ${why}. Hand in text, Markdown or HTML`)
  const certain = markOf(bytes) ?? findUtf16(bytes)
  if (certain) return new TextDecoder(certain, { ignoreBOM: true }).decode(bytes)
  const labels = [charset, isMarkup ? declaredCharset(bytes) : undefined].filter((label) => label !== undefined)
  for (const label of labels) {
    const text = decodeAs(label, bytes)
    if (text !== undefined) return text
  }
  return decodeAs('utf-8', bytes) ?? decodeGuessed(bytes)
}

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">` and `<?xml encoding="…"?>`; UTF-16 there means UTF-8. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN))
  const label =
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1]
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label
}

/** The text, or undefined where the label is unknown or a lie: no such charset has these bytes. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label.trim(), { ignoreBOM: true, fatal: true })
    if (decoder.encoding.startsWith('utf-16') && isByByte(bytes)) return undefined // any two bytes make a sign there
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** True for UTF-8, and for bytes that are nearly all ASCII: Chinese or Korean in UTF-16 has many that are not. */
function isByByte(bytes: Uint8Array): boolean {
  const above = bytes.reduce((count, byte) => count + (byte > 0x7e ? 1 : 0), 0)
  return above < bytes.length / 5 || decodeAs('utf-8', bytes) !== undefined
}

/** UTF-8 with a few bytes damaged stays UTF-8: read otherwise, each of its other signs would become two or three. */
function decodeGuessed(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const damaged = text.match(/\uFFFD/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  return whole > damaged ? text : new TextDecoder(guessCharset(bytes), { ignoreBOM: true }).decode(bytes)
}

/** Western single-byte guesses become windows-1252, as browsers read them: bytes 0x93 and 0x94 are quotation marks. */
function guessCharset(bytes: Uint8Array): string {
  const guess = detect(bytes.subarray(0, 65_536)) ?? 'windows-1252' // 64 KiB: chardet's time grows with its sample
  return /^(?:iso-8859-(?:1|2|9|15)|windows-125[0249]|ascii|utf-8)$/i.test(guess) ? 'windows-1252' : guess
}
