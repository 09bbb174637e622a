// What each line of a report is: headline, standfirst, byline, heading, quotation or paragraph. What stands above the
// first sentences is the report's head; without a line that looks like a title there is no headline.
import type { BlockKind } from '../model/doc.ts'
import { countWords, foldTitle, isByline, isDateLine, isHeading, isLabel, isProse, isTitleLike } from './judge-line.ts'
import type { Line } from './split-lines.ts'

/** One kind a line. `title`: the report's title where it is known; the line that bears it is the headline. */
export function nameBlocks(lines: readonly Line[], title?: string): BlockKind[] {
  const kinds: BlockKind[] = lines.map(() => 'paragraph')
  const head = findHeadEnd(lines)
  const headline = findHeadline(lines, head, title)
  let hasStandfirst = false
  for (const [index, line] of lines.entries()) {
    if (index === headline) kinds[index] = 'headline'
    else if (index < head && (isByline(line.text) || isDateLine(line.text))) kinds[index] = 'byline'
    else if (!hasStandfirst && isStandfirst(lines, index, head, headline)) {
      kinds[index] = 'standfirst'
      hasStandfirst = true
    } else if (line.isQuote) kinds[index] = 'quote'
    else if (line.level !== undefined || isHeadingAt(lines, index)) kinds[index] = 'heading'
  }
  return kinds
}

const HEAD_REACH = 6 // lines within which a byline still belongs to the head

/** The index after the head: up to the first sentences, or to a byline that stands below one of them. */
function findHeadEnd(lines: readonly Line[]): number {
  const prose = lines.findIndex(({ text, level }) => level === undefined && isProse(text))
  const firstProse = prose < 0 ? lines.length : prose
  const near = lines.slice(0, Math.min(HEAD_REACH, firstProse + 3))
  const byline = near.findLastIndex(
    ({ text }, index) => index <= firstProse + 2 && (isByline(text) || isDateLine(text)),
  )
  return Math.max(firstProse, byline + 1)
}

function findHeadline(lines: readonly Line[], head: number, title?: string): number {
  const reach = Math.max(head, 1)
  if (title) {
    const named = lines.findIndex(({ text }, index) => index < reach + 2 && foldTitle(text) === foldTitle(title))
    if (named >= 0) return named
  }
  const marked = lines.findIndex(({ level }, index) => level === 1 && index < HEAD_REACH)
  if (marked >= 0) return marked
  if (head >= lines.length) return -1 // nothing but titles: a list, not a report with a headline
  const candidates = lines.slice(0, head).flatMap((line, index) => (isHeadline(line) ? [index] : []))
  return candidates.find((index) => countWords(lines[index]?.text ?? '') > 3) ?? candidates[0] ?? -1
}

const LONGEST_HEADLINE = 110 // characters; longer first lines are paragraphs that lack their stop

/** "Karsk talks collapse over grain", not "World" over it, nor a first paragraph that only lacks its stop. */
function isHeadline({ text, isQuote }: Line): boolean {
  return (
    !isQuote &&
    isTitleLike(text) &&
    text.length <= LONGEST_HEADLINE &&
    !isByline(text) &&
    !isDateLine(text) &&
    !text.endsWith(':')
  )
}

/** The line under the headline, if it has no stop of its own or a byline stands below it. */
function isStandfirst(lines: readonly Line[], index: number, head: number, headline: number): boolean {
  const text = lines[index]?.text ?? ''
  if (headline < 0 || index <= headline || index > headline + 2 || index >= head) return false
  if (index > headline + 1 && !isByline(lines[index - 1]?.text ?? '') && !isDateLine(lines[index - 1]?.text ?? ''))
    return false
  return lines[index]?.level !== 1 && countWords(text) >= 4 && text.length <= 320 && !isLabel(text)
}

function isHeadingAt(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return (
    next !== undefined &&
    isHeading(lines[index]?.text ?? '') &&
    !isProseLine(lines[index]) &&
    (isProse(next.text) || isHeading(next.text))
  )
}

/** "In other news:" ends as an introduction does, and yet is a heading. */
function isProseLine(line: Line | undefined): boolean {
  return line !== undefined && !line.text.endsWith(':') && isProse(line.text)
}
