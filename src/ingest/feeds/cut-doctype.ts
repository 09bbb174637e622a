// Document type declarations are taken out of XML before it is parsed: nothing of them is ever looked up.

/**
 * The text without its document type declaration, and that declaration: the parser would end it at the first `>`, within
 * the declarations that may stand in it. One that never ends is left to the parser.
 */
export function cutDoctype(text: string): { rest: string; doctype: string } {
  const start = skipProlog(text)
  if (!/^<!doctype/i.test(text.slice(start, start + 9))) return { rest: text, doctype: '' }
  const inside = text.indexOf('[', start)
  const plainEnd = text.indexOf('>', start)
  const end = inside >= 0 && inside < plainEnd ? text.indexOf(']', inside) : start
  const close = end < 0 ? -1 : text.indexOf('>', end)
  if (close < 0) return { rest: text, doctype: '' }
  return { rest: text.slice(0, start) + text.slice(close + 1), doctype: text.slice(start, close + 1) }
}

/** Where blanks, comments and processing instructions end. */
function skipProlog(text: string): number {
  const next = /\S/g
  for (let at = 0; ; ) {
    next.lastIndex = at
    at = next.exec(text)?.index ?? text.length
    const ending = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : undefined
    const end = ending === undefined ? -1 : text.indexOf(ending, at)
    if (ending === undefined || end < 0) return at
    at = end + ending.length
  }
}
