// From bytes to text. The charset is taken in the order of the WHATWG encoding sniffing algorithm: byte order mark, what
// the transport said, what the first bytes declare; then a guess. Unlike a browser, it does not believe a charset that the
// bytes belie: a text that is sound UTF-8 is UTF-8, and one whose high bytes stand in rows is in no Western charset.
import { analyse } from 'chardet'
import { ReadoutError } from '../model/errors.ts'
import { findBinary, findUtf16, markOf } from './judge-bytes.ts'

const DECLARED_WITHIN = 4096 // bytes; the HTML standard has 1024, and many pages their scripts first

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
  const labels = [...(charset ? [charset] : []), ...(isMarkup ? declaredCharsets(bytes) : [])]
  const utf8 = decodeUtf8(bytes, labels)
  if (utf8 !== undefined) return utf8
  const isWestern = !hasRows(bytes)
  for (const label of labels) {
    const text = isWestern || !isWesternLabel(label) ? decodeAs(label, bytes) : undefined
    if (text !== undefined) return text
  }
  return decodeAs('utf-8', bytes) ?? decodeGuessed(bytes, isWestern)
}

const DAMAGED = 0.05 // of the signs that are not ASCII: a page cut and joined by bytes has a few
const ENOUGH = 3 // such signs in a row of bytes that is GBK or Shift_JIS by its label; two may be sound by chance

/** The text where the bytes show that it is UTF-8, whatever is said of them: no other text is sound as UTF-8 by chance. */
function decodeUtf8(bytes: Uint8Array, labels: readonly string[]): string | undefined {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const damaged = text.match(/\uFFFD/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  if (whole === 0) return undefined
  if (damaged > 0) return whole >= ENOUGH && damaged <= whole * DAMAGED ? text : undefined
  const isDoubtful =
    whole < ENOUGH && labels.some((label) => isTwoByteLabel(label) && decodeAs(label, bytes) !== undefined)
  return isDoubtful ? undefined : text
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined // a label that nobody knows
  }
}

function isWesternLabel(label: string): boolean {
  return /^(?:windows-125[024]|iso-8859-(?:2|3|15|10|13|14|16))$/.test(encodingOf(label) ?? '')
}

function isTwoByteLabel(label: string): boolean {
  return /^(?:gbk|gb18030|big5|shift_jis|euc-jp|euc-kr)$/.test(encodingOf(label) ?? '')
}

const ROW = 3 // bytes: in a Western text accents and marks stand alone or in twos

/** True where most bytes above ASCII stand in rows: Cyrillic, Greek, Chinese or Korean, in whatever charset. */
function hasRows(bytes: Uint8Array): boolean {
  let [high, inRows, row] = [0, 0, 0]
  for (let at = 0; at <= bytes.length; at++) {
    if ((bytes[at] ?? 0) > 0xa0) row += 1
    else {
      high += row
      if (row >= ROW) inRows += row
      row = 0
    }
  }
  return high >= 2 * ROW && inRows > high / 2
}

/** `<meta charset="…">`, `<meta … content="text/html; charset=…">` and `<?xml encoding="…"?>`; UTF-16 there means UTF-8. */
function declaredCharsets(bytes: Uint8Array): string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN))
  const labels = [
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1],
    /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i.exec(head)?.[1],
  ]
  return labels.flatMap((label) => (label ? [/^utf-?16/i.test(label) ? 'utf-8' : label] : []))
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
function decodeGuessed(bytes: Uint8Array, isWestern: boolean): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const damaged = text.match(/\uFFFD/g)?.length ?? 0
  const whole = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  return whole > damaged ? text : new TextDecoder(guessCharset(bytes, isWestern), { ignoreBOM: true }).decode(bytes)
}

const SAMPLE = 65_536 // bytes: chardet's time grows with its sample

/** Western single-byte guesses become windows-1252, as browsers read them: bytes 0x93 and 0x94 are quotation marks. */
function guessCharset(bytes: Uint8Array, isWestern: boolean): string {
  const first = bytes.findIndex((byte) => byte > 0x7f) // before it all is markup, and says nothing
  const guesses = analyse(bytes.subarray(Math.max(0, first), Math.max(0, first) + SAMPLE)).map(({ name }) => name)
  const known = guesses.filter((name) => encodingOf(name) !== undefined)
  const guess = isWestern ? known[0] : known.find((name) => !isWesternGuess(name))
  return guess === undefined || isWesternGuess(guess) ? 'windows-1252' : guess
}

function isWesternGuess(name: string): boolean {
  return /^(?:iso-8859-(?:1|2|9|15)|windows-125[0249]|ascii|utf-8)$/i.test(name)
}
