// The part of Markdown that reports are written in (CommonMark 0.31: ATX and setext headings, block quotes, lists,
// emphasis, links, images, code), reduced to its words; and the front matter above it.
import type { Field } from '../model/doc.ts'
import { isProse } from './judge-line.ts'
import type { Normal } from './normalise.ts'
import { type Line, makeLine } from './split-lines.ts'

type Range = readonly [start: number, end: number]

/** The lines of a Markdown text without their marks, and what its front matter says. */
export function parseMarkdown(normal: Normal): { fields: Field[]; lines: Line[] } {
  const { fields, end } = parseFrontMatter(normal.text)
  return { fields, lines: splitMarkdown(normal.text, end).flatMap((block) => lineOf(normal, block)) }
}

const KEYS: Readonly<Record<string, Field['name']>> = {
  title: 'title',
  headline: 'title',
  published: 'published',
  date: 'published',
  published_at: 'published',
  publisheddate: 'published',
  outlet: 'outlet',
  publication: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
  byline: 'byline',
  author: 'byline',
  authors: 'byline',
  url: 'url',
  link: 'url',
  canonical: 'url',
  source: 'source',
}

/** `---`, lines of `key: value`, `---`. */
function parseFrontMatter(text: string): { fields: Field[]; end: number } {
  const match = /^\s*---[ ]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ ]*(?:\n|$)/.exec(text)
  if (!match) return { fields: [], end: 0 }
  const fields = (match[1] ?? '').split('\n').flatMap((line): Field[] => {
    const pair = /^([\w-]+):\s*(.*)$/.exec(line)
    const key = (pair?.[1] ?? '').toLowerCase()
    const name = KEYS[key]
    const value = (pair?.[2] ?? '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/^\[(.*)\]$/, '$1')
    return name && value ? [{ name, value, path: `front matter: ${key}` }] : []
  })
  return { fields, end: match[0].length }
}

interface MarkedBlock {
  readonly kind: 'text' | 'heading' | 'quote'
  readonly level: number
  readonly ranges: Range[]
}

function splitMarkdown(text: string, from: number): MarkedBlock[] {
  const blocks: MarkedBlock[] = []
  let open: MarkedBlock | undefined
  let start = from
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    open = readLine(text, [start, end], open, blocks)
    start = end + 1
  }
  return blocks
}

/** Adds one line to the blocks; returns the block that the next line may go on with. */
function readLine(
  text: string,
  [start, end]: Range,
  open: MarkedBlock | undefined,
  blocks: MarkedBlock[],
): MarkedBlock | undefined {
  const line = text.slice(start, end)
  const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line)
  const quote = /^ {0,3}>\s?/.exec(line)
  const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/.exec(line)
  if (!line.trim() || /^ {0,3}(?:[-*_] *){3,}$/.test(line) || /^ {0,3}(?:```|~~~)/.test(line)) {
    if (open?.kind === 'text' && /^ {0,3}-{3,}\s*$/.test(line)) raise(blocks, open, 2)
    return undefined
  }
  if (open?.kind === 'text' && /^ {0,3}=+\s*$/.test(line)) return raise(blocks, open, 1)
  if (heading) {
    const words = heading[2] ?? ''
    const at = start + line.indexOf(words, (heading[1] ?? '').length)
    blocks.push({ kind: 'heading', level: (heading[1] ?? '#').length, ranges: [[at, at + words.length]] })
    return undefined
  }
  const mark = (quote ?? item)?.[0].length ?? 0
  const kind = quote ? 'quote' : 'text'
  const range: Range = [start + mark, Math.min(end + 1, text.length)]
  if (open && open.kind === kind && !item && !/ {2}$/.test(text.slice(0, Math.max(0, start - 1)).slice(-2))) {
    open.ranges.push(range)
    return open
  }
  const block: MarkedBlock = { kind, level: 0, ranges: [range] }
  blocks.push(block)
  return block
}

function raise(blocks: MarkedBlock[], open: MarkedBlock, level: number): undefined {
  blocks[blocks.indexOf(open)] = { ...open, kind: 'heading', level }
}

function lineOf(normal: Normal, { kind, level, ranges }: MarkedBlock): Line[] {
  const line = makeLine(
    normal,
    ranges.flatMap((range) => stripInline(normal.text, range)),
  )
  if (!line.text) return []
  if (kind === 'heading' && !isProse(line.text)) return [{ ...line, level }]
  return [kind === 'quote' ? { ...line, isQuote: true } : kind === 'heading' ? { ...line, level } : line]
}

// Images, links, reference links, autolinks, code, emphasis, strikes, escapes: what is kept of each is its first group.
// No bracket within brackets: else a line of nothing but brackets would take time by its square.
const ADDRESS = String.raw`\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)`
const INLINE = new RegExp(
  [
    String.raw`\[!\[[^[\]\n]{0,500}\]${ADDRESS}\]${ADDRESS}`,
    String.raw`!\[[^[\]\n]{0,500}\]${ADDRESS}`,
    String.raw`\[([^[\]\n]{1,1000})\](?:${ADDRESS}|\[[^[\]\n]{0,200}\])`,
    String.raw`<(https?:[^<>\s]{1,2000})>|</?[a-zA-Z][^<>\n]{0,200}>`,
    String.raw`\\([!-/:-@[-${'`'}{-~])|${'`'}+|~~`,
    String.raw`\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}`,
    String.raw`(?<![\p{L}\p{N}_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])`,
  ].join('|'),
  'gu',
)

/** The ranges that are left when the marks are taken out. */
function stripInline(text: string, [start, end]: Range): Range[] {
  const kept: Range[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(INLINE)) {
    const from = start + match.index
    if (from > at) kept.push([at, from])
    const words = match[1] ?? match[2] ?? match[3]
    if (words !== undefined) {
      const begin = from + match[0].indexOf(words)
      kept.push(
        ...(match[1] === undefined
          ? [[begin, begin + words.length] as const]
          : stripInline(text, [begin, begin + words.length])),
      )
    }
    at = from + match[0].length
  }
  if (end > at) kept.push([at, end])
  return kept
}
