// The gold set as a person writes it: items of marked text, with brackets around sources, cues and contents.
// attributions.txt says at its head how it is written.

/** `[start, end)` in UTF-16 units of the item's text. */
export type Range = readonly [start: number, end: number]

export interface Marked {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
}

export interface GoldItem {
  readonly name: string
  readonly genre: string
  readonly about: string // what the item tries
  readonly line: number // of its header, from 1
  readonly text: string // without the brackets; paragraphs parted by an empty line
  readonly attributions: readonly Marked[] // in the order of their numbers; none in an item that tries restraint
}

const GENRES = new Set(
  (
    'wire analysis release transcript live broadcast social statement translated letter interview headline narration ' +
    'awkward'
  ).split(' '),
)
const HEADER = /^== ([a-z0-9]+(?:-[a-z0-9]+)*) \| ([a-z]+) \| (\d+) \| (\S.*)$/
const ROLES = { s: 'source', q: 'cue', c: 'content' } as const

/** The items of the file, in order. Throws an Error that names the line where one is not written as it should be. */
export function parseGold(file: string): GoldItem[] {
  const items: GoldItem[] = []
  const names = new Set<string>()
  let open: { header: RegExpExecArray; line: number; paragraphs: { text: string; line: number }[] } | undefined
  const close = (): void => {
    if (open) items.push(itemOf(open.header, open.line, open.paragraphs))
  }
  file.split('\n').forEach((text, index) => {
    const line = index + 1
    if (text.startsWith('==')) {
      close()
      const header = HEADER.exec(text)
      if (!header) throw broken(line, 'a header is "== name | genre | number of attributions | what it tries"')
      if (!GENRES.has(header[2] ?? '')) throw broken(line, `no genre is called "${header[2]}"`)
      if (names.has(header[1] ?? '')) throw broken(line, `a second item is called "${header[1]}"`)
      names.add(header[1] ?? '')
      open = { header, line, paragraphs: [] }
    } else if (text.trim() !== '' && !(text.startsWith('#') && !open)) {
      if (!open) throw broken(line, 'text before the first header')
      if (text !== text.trim()) throw broken(line, 'spaces at the edge of a paragraph')
      open.paragraphs.push({ text, line })
    }
  })
  close()
  return items
}

function itemOf(
  header: RegExpExecArray,
  line: number,
  paragraphs: readonly { text: string; line: number }[],
): GoldItem {
  const [, name = '', genre = '', count = '', about = ''] = header
  if (paragraphs.length === 0) throw broken(line, 'an item without text')
  const pieces = new Map<number, { source: Range[]; cue: Range[]; content: Range[] }>()
  let text = ''
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n'
    text += readParagraph(paragraph.text, paragraph.line, text.length, pieces)
  }
  const numbers = [...pieces.keys()].toSorted((a, b) => a - b)
  if (numbers.some((number, i) => number !== i + 1)) throw broken(line, 'numbers run from 1 without a gap')
  if (numbers.length !== Number(count)) throw broken(line, `${count} attributions announced, ${numbers.length} marked`)
  const attributions = numbers.map((number): Marked => {
    const marked = pieces.get(number)
    if (!marked?.cue.length) throw broken(line, `attribution ${number} has no cue`)
    if (!marked.content.length) throw broken(line, `attribution ${number} has no content`)
    return marked
  })
  return { name, genre, about, line, text, attributions }
}

/** The paragraph without its brackets; what they hold goes to `pieces`, with offsets from `base` on. */
function readParagraph(
  marked: string,
  line: number,
  base: number,
  pieces: Map<number, Record<(typeof ROLES)[keyof typeof ROLES], Range[]>>,
): string {
  let text = ''
  const opened: { role: 's' | 'q' | 'c'; numbers: number[]; start: number }[] = []
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at] ?? ''
    if (char === '\\' && /[[\]]/.test(marked[at + 1] ?? '')) {
      text += marked[at + 1]
      at += 1
    } else if (char === '[') {
      const label = /^\[([sqc])([1-9]\d*(?:,[1-9]\d*)*) /.exec(marked.slice(at))
      if (!label) throw broken(line, `a bracket opens as in "[s1 …", not as in "${marked.slice(at, at + 6)}"`)
      opened.push({
        role: label[1] as 's' | 'q' | 'c',
        numbers: (label[2] ?? '').split(',').map(Number),
        start: base + text.length,
      })
      at += label[0].length - 1
    } else if (char === ']') {
      const last = opened.pop()
      if (!last) throw broken(line, 'a bracket closes that was not opened')
      const range: Range = [last.start, base + text.length]
      const words = text.slice(range[0] - base)
      if (words === '' || words !== words.trim()) throw broken(line, `a piece is empty or has spaces: "${words}"`)
      for (const number of last.numbers) {
        const own = pieces.get(number) ?? { source: [], cue: [], content: [] }
        own[ROLES[last.role]].push(range)
        pieces.set(number, own)
      }
    } else text += char
  }
  if (opened.length > 0) throw broken(line, 'a bracket is not closed')
  return text
}

function broken(line: number, what: string): Error {
  return new Error(`line ${line}: ${what}`)
}
