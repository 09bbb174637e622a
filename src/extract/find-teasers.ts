// Teasers of other stories, which stand after a report (or in the middle of it) and read like a report themselves.
// One alone proves little, so a teaser needs a head (a title with a photo credit, a section label or a repetition)
// and an end ("keep reading"), and one that stands alone needs more than two that stand together.
import type { RemovedReason } from '../model/doc.ts'
import { foldTitle, isDateLine, isLabel, isProse, isTitleLike } from './judge-line.ts'

/** A line as the finders of furniture see it: its words, and the reason why it goes if its own words give it away. */
export interface Marked {
  readonly text: string
  readonly reason: RemovedReason | undefined
}

/** The indexes of all lines that belong to teasers of other stories. */
export function findTeasers(lines: readonly Marked[]): Set<number> {
  return new Set([
    ...findClosedTeasers(lines),
    ...findHeadedTeasers(lines),
    ...findListedTeasers(lines),
    ...findDatedTail(lines),
  ])
}

const LONGEST_TEASER = 12 // paragraphs: pages show the beginning of a story, not the whole of it

interface Teaser {
  readonly start: number
  readonly end: number // after its last line
  readonly signs: number // of: photo credit, section label, repeated title
}

/** Title, credit, label, some sentences, "keep reading". */
function findClosedTeasers(lines: readonly Marked[]): number[] {
  const teasers = lines.flatMap(({ reason }, index) => {
    const teaser = reason === 'keep reading' ? teaserBefore(lines, index) : undefined
    return teaser ? [teaser] : []
  })
  const enough = teasers.length > 1 ? 1 : 2 // a lone credit and heading may stand in a report cut by "keep reading"
  return teasers.filter(({ signs }) => signs >= enough).flatMap(indexesOf)
}

function teaserBefore(lines: readonly Marked[], closer: number): Teaser | undefined {
  let first = closer
  while (first > 0 && closer - first < LONGEST_TEASER && isReportLike(lines[first - 1])) first -= 1
  const start = headStart(lines, first)
  if (start === first || !hasReportBefore(lines, start)) return undefined
  const head = lines.slice(start, first)
  return head.some(({ text, reason }) => !reason && isTitleLike(text))
    ? { start, end: closer + 1, signs: countSigns(head) }
    : undefined
}

/** Where the lines that are no sentences begin, going up from a line. */
function headStart(lines: readonly Marked[], from: number): number {
  let start = from
  while (start > 0) {
    const above = lines[start - 1] as Marked
    if (isReportLike(above) || above.reason === 'keep reading' || above.text.endsWith(':')) break
    start -= 1
  }
  return start
}

function countSigns(head: readonly Marked[]): number {
  const titles = head.filter(({ text, reason }) => !reason && isTitleLike(text) && !isLabel(text))
  const last = head.at(-1)
  const isLabelled =
    head.some(({ reason }) => reason === 'section label') ||
    (head.length > 1 && last !== undefined && !last.reason && isLabel(last.text))
  const isRepeated = new Set(titles.map(({ text }) => foldTitle(text))).size < titles.length
  return Number(head.some(({ reason }) => reason === 'photo credit')) + Number(isLabelled) + Number(isRepeated)
}

/** Two or more heads of credit, title and label after the report: teasers even where nothing closes them. */
function findHeadedTeasers(lines: readonly Marked[]): number[] {
  const heads: { start: number; end: number }[] = []
  for (let index = 0; index < lines.length; index++) {
    if (isReportLike(lines[index])) continue
    let end = index
    while (end < lines.length && !isReportLike(lines[end])) end += 1
    const head = lines.slice(index, end)
    const credit = head.findIndex(({ reason }) => reason === 'photo credit')
    const title = head.findIndex(({ text, reason }, at) => at > credit && !reason && isTitleLike(text))
    if (
      credit >= 0 &&
      title >= 0 &&
      title < head.length - 1 &&
      countSigns(head) >= 2 &&
      hasReportBefore(lines, index)
    ) {
      heads.push({ start: index, end })
    }
    index = end
  }
  const first = heads[0]
  return first && heads.length > 1 ? indexesOf({ start: first.start, end: lines.length }) : []
}

/** "Most read" and the titles under it; with their summaries where title and summary take turns to the very end. */
function findListedTeasers(lines: readonly Marked[]): number[] {
  return lines.flatMap(({ text, reason }, header) => {
    if (reason !== 'teaser' || /[:>»|]\s*\S/.test(text)) return []
    let end = header + 1
    while (end < lines.length && isListed(lines[end] as Marked)) end += 1
    if (end > header + 1 && takesTurns(lines, header + 1)) end = lines.length
    return indexesOf({ start: header, end })
  })
}

function isListed({ text, reason }: Marked): boolean {
  return reason !== undefined || isDateLine(text) || (isTitleLike(text) && !text.endsWith(':'))
}

const LONGEST_SUMMARY = 300 // characters

function takesTurns(lines: readonly Marked[], start: number): boolean {
  return lines.slice(start).every((line, index, tail) => {
    const above = tail[index - 1]
    return isListed(line) || (above !== undefined && isListed(above) && line.text.length <= LONGEST_SUMMARY)
  })
}

/** After the last sentence: titles among two or more days or repetitions. */
function findDatedTail(lines: readonly Marked[]): number[] {
  let start = lines.length
  while (start > 0 && !isReportLike(lines[start - 1])) start -= 1
  const tail = lines.slice(start).filter(({ reason }) => !reason)
  const days = tail.filter(({ text }) => isDateLine(text)).length
  const isList = days > 1 && tail.some(({ text }) => isTitleLike(text) && !isDateLine(text))
  return isList && hasReportBefore(lines, start) ? indexesOf({ start, end: lines.length }) : []
}

/** True where the line may be part of a report: sentences that nothing gives away as furniture. */
function isReportLike(line: Marked | undefined): boolean {
  return line !== undefined && line.reason === undefined && isProse(line.text)
}

function hasReportBefore(lines: readonly Marked[], index: number): boolean {
  return lines.slice(0, index).filter(isReportLike).length >= 2
}

function indexesOf({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
