// A plain text as lines, one a block to be. Most texts have one paragraph a line, with or without blank lines between;
// texts broken by hand at a fixed width are told by lines that run on in lower case, and are put together again.
import type { Normal } from './normalise.ts'

/** One line of the report: its words, and the ranges of the normalised text that they were taken from. */
export interface Line {
  readonly text: string // as one line, blanks collapsed
  readonly ranges: readonly (readonly [number, number])[]
  readonly level?: number // 1 to 6: a heading by its mark-up
  readonly isQuote?: boolean // a block quotation by its mark-up
}

/** The lines that have words, in order. */
export function splitLines(normal: Normal): Line[] {
  const groups = splitGroups(normal.text)
  const width = wrapWidth(groups, normal.text)
  return groups.flatMap((group) => {
    const ranges = width === undefined ? group : joinWrapped(group, normal.text, width)
    return ranges.map((range) => makeLine(normal, [range]))
  })
}

/** A line made of ranges of the normalised text. */
export function makeLine(normal: Normal, ranges: readonly (readonly [number, number])[]): Line {
  const words = ranges.map(([start, end]) => normal.text.slice(start, end)).join('')
  return { text: words.trim().replace(/\s+/g, ' '), ranges }
}

type Range = readonly [start: number, end: number]

function splitGroups(text: string): Range[][] {
  const groups: Range[][] = []
  let group: Range[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    if (text.slice(start, end).trim()) group.push([start, end])
    else if (group.length) {
      groups.push(group)
      group = []
    }
    start = end + 1
  }
  return group.length ? [...groups, group] : groups
}

const WIDEST = 110 // columns: no one breaks lines by hand beyond that
const RUNS_ON = 0.4 // share of breaks followed by a small letter; one in three words of prose would do more

/** The longest line of a text broken at a fixed width, or undefined where lines are paragraphs. */
function wrapWidth(groups: readonly Range[][], text: string): number | undefined {
  let breaks = 0
  let runOn = 0
  let widest = 0
  for (const group of groups) {
    for (const [index, [start, end]] of group.entries()) {
      widest = Math.max(widest, end - start)
      const next = group[index + 1]
      if (!next) continue
      breaks += 1
      if (/^\s*\p{Ll}/u.test(text.slice(next[0], next[0] + 20)) && !/[.!?:]["”’)]?\s*$/.test(text.slice(end - 4, end)))
        runOn += 1
    }
  }
  return breaks >= 3 && widest <= WIDEST && runOn / breaks >= RUNS_ON ? widest : undefined
}

function joinWrapped(group: readonly Range[], text: string, width: number): Range[] {
  const joined: Range[] = []
  for (const range of group) {
    const last = joined.at(-1)
    if (last && runsOn(text.slice(last[0], last[1]), text.slice(...range), width))
      joined[joined.length - 1] = [last[0], range[1]]
    else joined.push(range)
  }
  return joined
}

function runsOn(before: string, line: string, width: number): boolean {
  if (/^\s*(?:[-–—•*]|\d{1,2}[.)])\s/.test(line)) return false
  const lastLine = before.slice(before.lastIndexOf('\n') + 1).trimEnd()
  const firstWord = line.trimStart().split(' ', 1)[0] ?? ''
  const wouldFit = lastLine.length + 1 + firstWord.length <= width - 8 // ragged lines differ by a short word
  return !wouldFit || /^\s*\p{Ll}/u.test(line)
}
