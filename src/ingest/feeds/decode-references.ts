// References in the text of XML: numbers, and the names that HTML knows, each with its semicolon. What a document
// declares by itself (`<!ENTITY …>`) is never looked up, so nothing can grow or be fetched.
import { decodeHTMLStrict } from 'entities'

const REFERENCE = /&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});/g

/** How many references may still be replaced. */
export interface Allowance {
  left: number
}

/** The text with its references replaced; what is no reference, such as `?a=1&b=2`, stays. */
export function decodeReferences(text: string, allowance: Allowance): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (reference) => {
    if (allowance.left <= 0) return reference
    allowance.left -= 1
    return FREQUENT.get(reference) ?? decodeNumber(reference) ?? decodeHTMLStrict(reference)
  })
}

const FREQUENT: ReadonlyMap<string, string> = new Map(
  Object.entries({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&nbsp;': '\u00A0' }),
)

/** `&#146;` as the number that it is: `mendText` sees from its neighbours what was meant. */
function decodeNumber(reference: string): string | undefined {
  if (reference.charCodeAt(1) !== 35) return undefined // #
  const isHex = (reference.charCodeAt(2) | 32) === 120 // x
  const code = Number.parseInt(reference.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10)
  const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
  return isSign ? String.fromCodePoint(code) : '\uFFFD'
}

// What windows-1252 has at 0x80 to 0x9F, where Unicode has control characters that no one means to write.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * The text with two common slips of publishing systems mended: UTF-8 that was read as Latin-1 and written again
 * (`â\u0080¦` for `…`), and control characters that stand for windows-1252 (`don\u0092t`).
 */
export function mendText(text: string): string {
  if (!/[\u0080-\u009F]/.test(text)) return text
  const mended = readAgain(text) ?? text
  return mended.replace(/[\u0080-\u009F]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80))
}

/** The text whose Latin-1 bytes are UTF-8; undefined where they are not. */
function readAgain(text: string): string | undefined {
  if (/[^\0-\u00FF]/.test(text)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))
  } catch {
    return undefined
  }
}
