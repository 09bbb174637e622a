// Where what was left out of a report stood: after which of the blocks that were kept. The doc does not say, so the words are looked
// for in the page as it came. What is not found there in so many words has no place, and is told in the list of all that was left out.
import type { Doc, Removed } from '../model/doc.ts'

/** What was left out and where: the number of the block that it followed; -1: before the first. */
export interface PlacedRemoved {
  readonly removed: Removed
  readonly after: number
}

const SAMPLE = 80 // characters by which words are looked for

/** In the order of the page. `source`: the page as it came; `isMarkup`: it is HTML. */
export function placeRemoved(
  { removed, blocks, text }: Pick<Doc, 'removed' | 'blocks' | 'text'>,
  source: string,
  isMarkup: boolean,
): PlacedRemoved[] {
  const page = line(isMarkup ? textOf(source) : source)
  const starts = blocks.map(({ span }) => page.indexOf(line(text.slice(span.start, span.end)).slice(0, SAMPLE)))
  const placed = removed.flatMap((one) => {
    const at = page.indexOf(line(one.text).slice(0, SAMPLE))
    if (at < 0 || line(one.text) === '') return []
    return [{ removed: one, at, after: starts.findLastIndex((start) => start >= 0 && start <= at) }]
  })
  return placed.toSorted((a, b) => a.at - b.at).map(({ removed: one, after }) => ({ removed: one, after }))
}

const HIDDEN = /^<(script|style|template|noscript)\b/i

// One pass from tag to tag: whatever the page is, it takes as long as the page is long.
function textOf(html: string): string {
  const pieces: string[] = []
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      pieces.push(html.slice(at))
      break
    }
    pieces.push(html.slice(at, open), ' ')
    const hidden = HIDDEN.exec(html.slice(open, open + 12))?.[1]
    const end = html.startsWith('<!--', open)
      ? after(html, '-->', open)
      : hidden === undefined
        ? after(html, '>', open)
        : after(html, '>', after(html, `</${hidden}`, open) - 1)
    at = end
  }
  return pieces.join('').replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, ten, hex, name) => {
    const code = ten ? Number(ten) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return NAMED[String(name).toLowerCase()] ?? whole
  })
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  copy: '©',
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from)
  return at < 0 ? html.length : at + sign.length
}

// The text of a doc is normalised; an inline tag is no blank in it, and is one here: so blanks do not count at all.
function line(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, '')
}
