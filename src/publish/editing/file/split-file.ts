// A Markdown file cut into what it is made of, each piece with the number of its line. Whatever line ends, tabs, bullets and wrapping
// an editor's program leaves.

export interface Piece {
  readonly line: number // 1 for the first of the file
  readonly kind: 'title' | 'section' | 'heading' | 'dash' | 'quote' | 'paragraph' | 'fault'
  readonly text: string // of a fault: why
}

export interface SplitFile {
  readonly head?: { readonly key: string; readonly number: number } // which version of which edition
  readonly pieces: readonly Piece[]
  readonly endsAt?: number // the line of the mark that ends the edition; absent: it is gone
  readonly lines: number
}

const HEAD = /^<!--\s*readout edition (\S+), version (\d{1,9})\s*-->$/i
const ENDS = /^<!--\s*end of the edition\b/i

/** Cuts the file. */
export function splitFile(file: string): SplitFile {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const pieces: Piece[] = []
  let head: SplitFile['head']
  let open: { line: number; kind: Piece['kind']; parts: string[] } | undefined
  let isComment = false
  const close = (): void => {
    if (open) pieces.push({ line: open.line, kind: open.kind, text: open.parts.join(' ') })
    open = undefined
  }
  for (const [i, raw] of lines.entries()) {
    const text = raw.replace(/[\t\u00A0]/g, '    ').trimEnd()
    const words = text.trim()
    if (isComment) {
      isComment = !words.includes('-->')
      if (!isComment) keepRest(words, i + 1, pieces)
      continue
    }
    const found = HEAD.exec(words)
    if (found) {
      const [, key = '', number = ''] = found
      head ??= { key, number: Number(number) }
    }
    if (ENDS.test(words)) {
      close()
      return { ...(head && { head }), pieces, endsAt: i + 1, lines: lines.length }
    }
    if (words.startsWith('<!--')) {
      close()
      isComment = !words.includes('-->')
      if (!isComment) keepRest(words, i + 1, pieces)
      continue
    }
    if (words === '' || /^(?:-\s*){3,}$|^(?:\*\s*){3,}$|^(?:_\s*){3,}$/.test(words)) {
      close()
      continue
    }
    const { kind, rest, begins } = classify(text)
    const goesOn = !begins && (kind === 'paragraph' || (kind === 'quote' && open?.kind === 'quote'))
    if (open && goesOn && MAY_WRAP.has(open.kind) && !/(?<!\\)\}$/.test(open.parts.at(-1) ?? '')) open.parts.push(rest)
    else {
      close()
      open = { line: i + 1, kind, parts: [rest] }
      if (!MAY_WRAP.has(kind)) close()
    }
  }
  close()
  return { ...(head && { head }), pieces, lines: lines.length }
}

// What somebody wrote behind a comment is not lost with it.
function keepRest(words: string, line: number, pieces: Piece[]): void {
  const rest = words.slice(words.indexOf('-->') + 3).trim()
  if (rest !== '')
    pieces.push({ line, kind: 'fault', text: `“${rest}” stands behind a comment; put it on a line of its own` })
}

const MAY_WRAP: ReadonlySet<Piece['kind']> = new Set(['dash', 'quote', 'paragraph'])

function classify(text: string): { kind: Piece['kind']; rest: string; begins?: true } {
  const words = text.trim().replace(/(?<!\\)(?:\\\\)*\\$/, (end) => end.slice(0, -1)) // a hard break
  const hashes = /^(#{1,6})(?:\s+(.*?))?(?:\s+#+)?$/.exec(words)
  if (hashes) {
    const kind = (['title', 'section', 'heading'] as const)[(hashes[1]?.length ?? 0) - 1]
    return kind
      ? { kind, rest: hashes[2] ?? '' }
      : { kind: 'fault', rest: `a heading of ${hashes[1]?.length} hashes means nothing here; ### heads an item` }
  }
  if (/^=+$/.test(words))
    return { kind: 'fault', rest: 'a line of = means nothing here; # begins the title, ## a section' }
  const quote = /^(?:>\s?)+(.*)$/.exec(words)
  if (quote) return { kind: 'quote', rest: quote[1]?.trim() ?? '' }
  const dash = /^(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(words)
  if (dash) {
    // set in under a dash, it is a line of that item
    const isInner = /^\s{2,}/.test(text)
    const inner = /^(?:>\s?)+(.*)$/.exec(dash[1] ?? '')
    if (inner) return { kind: 'quote', rest: inner[1] ?? '', begins: true }
    return { kind: isInner ? 'paragraph' : 'dash', rest: dash[1] ?? '', begins: true }
  }
  return { kind: 'paragraph', rest: words }
}
