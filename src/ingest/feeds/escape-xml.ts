// Words as they stand in XML. Signs that XML has no place for are left out.

const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** The words between two tags. */
export function escapeText(words: string): string {
  return words.replace(UNWRITABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The words between two quotation marks; line feeds and tabs, which parsers would make blanks, by their numbers. */
export function escapeAttribute(words: string): string {
  return escapeText(words)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
