// Text of other hands on a terminal: what would move the cursor, recolour, ring, or turn the direction of reading is
// shown by its number. Unicode Technical Report 36, section 2.3, has the bidirectional controls among its dangers.
const UNSAFE = '\\0-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069'
const IN_TEXT = new RegExp(`[${UNSAFE}]`, 'g')
const IN_LINE = new RegExp(`[\\t\\n${UNSAFE}]`, 'g')

/** The text with such signs written out, as in `\u{1b}`; its tabs and line feeds stand. */
export function safeText(text: string): string {
  return text.replace(IN_TEXT, named)
}

/** The same for what has to stay one line, such as a name: its tabs and line feeds are written out as well. */
export function safeLine(text: string): string {
  return text.replace(IN_LINE, named)
}

/** JSON with such signs escaped as JSON does, so that it reads back as the same value. */
export function safeJson(json: string): string {
  return json.replace(IN_TEXT, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function named(sign: string): string {
  return `\\u{${sign.charCodeAt(0).toString(16)}}`
}
