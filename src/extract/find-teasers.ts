// Teasers of other stories, which stand after a report (or in the middle of it) and read like a report themselves.
// One alone proves little, so a teaser needs a head (a title with a photo credit, a section label or a repetition)
// and an end ("keep reading"), and one that stands alone needs more than two that stand together.
import type { RemovedReason } from '../model/doc.ts'
import { foldTitle, isDateLine, isLabel, isProse, isTitleLike } from './judge-line.ts'

/** A line as the finders of furniture see it. */
export interface Marked {
  readonly text: string
  readonly reason: RemovedReason | undefined // why it goes, if its own words give it away
  readonly isReport: boolean // sentences that nothing gives away: may be part of a report
}

/** A line with what can be seen of it alone. */
export function markLine(text: string, reason: RemovedReason | undefined): Marked {
  return { text, reason, isReport: reason === undefined && isProse(text) }
}

/** The indexes of all lines that belong to teasers of other stories; those above the first two sentences never do. */
export function findTeasers(lines: readonly Marked[]): Set<number> {
  const first = lines.findIndex(({ isReport }) => isReport)
  const second = lines.findIndex(({ isReport }, index) => isReport && index > first)
  const report = second < 0 ? lines.length : second // teasers stand below a report
  return new Set([
    ...findClosedTeasers(lines, report),
    ...findHeadedTeasers(lines, report),
    ...findListedTeasers(lines),
    ...findDatedTail(lines, report),
  ])
}

const LONGEST_TEASER = 12 // paragraphs: pages show the beginning of a story, not the whole of it

interface Teaser {
  readonly start: number
  readonly end: number // after its last line
  readonly signs: number // of: photo credit, section label, repeated title
}

/** Title, credit, label, some sentences, "keep reading". */
function findClosedTeasers(lines: readonly Marked[], report: number): number[] {
  const teasers = lines.flatMap(({ reason }, index) => {
    const teaser = reason === 'keep reading' ? teaserBefore(lines, index, report) : undefined
    return teaser ? [teaser] : []
  })
  const enough = teasers.length > 1 ? 1 : 2 // a lone credit and heading may stand in a report cut by "keep reading"
  return teasers.filter(({ signs }) => signs >= enough).flatMap(indexesOf)
}

function teaserBefore(lines: readonly Marked[], closer: number, report: number): Teaser | undefined {
  let first = closer
  while (first > 0 && closer - first < LONGEST_TEASER && lines[first - 1]?.isReport) first -= 1
  const start = headStart(lines, first)
  if (start === first || start <= report) return undefined
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
    if (above.isReport || above.reason === 'keep reading' || /[.:]$/.test(above.reason ? '' : above.text)) break
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
function findHeadedTeasers(lines: readonly Marked[], report: number): number[] {
  const heads: { start: number; end: number }[] = []
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]?.isReport) continue
    let end = index
    while (end < lines.length && !lines[end]?.isReport) end += 1
    const head = lines.slice(index, end)
    const credit = head.findIndex(({ reason }) => reason === 'photo credit')
    const title = head.findIndex(({ text, reason }, at) => at > credit && !reason && isTitleLike(text))
    if (credit >= 0 && title >= 0 && title < head.length - 1 && countSigns(head) >= 2 && index > report) {
      heads.push({ start: index, end })
    }
    index = end
  }
  const first = heads[0]
  return first && heads.length > 1 ? indexesOf({ start: first.start, end: lines.length }) : []
}

/** "Most read" and the titles under it; with their summaries where title and summary take turns to the very end. */
function findListedTeasers(lines: readonly Marked[]): number[] {
  const turns = findTurns(lines)
  const found: number[] = []
  let end = 0
  for (const [header, { text, reason }] of lines.entries()) {
    if (header < end || reason !== 'teaser' || /[:>»|]\s*\S/.test(text)) continue
    end = header + 1
    while (end < lines.length && isListed(lines[end] as Marked)) end += 1
    if (end > header + 1 && turns <= header + 1) end = lines.length
    found.push(...indexesOf({ start: header, end }))
  }
  return found
}

function isListed({ text, reason }: Marked): boolean {
  return reason !== undefined || isDateLine(text) || (isTitleLike(text) && !text.endsWith(':'))
}

const LONGEST_SUMMARY = 300 // characters

/** Where the last stretch of titles, each with at most one short summary, begins. */
function findTurns(lines: readonly Marked[]): number {
  let start = lines.length
  while (start > 0) {
    const line = lines[start - 1] as Marked
    const above = lines[start - 2]
    if (!isListed(line) && !(above && isListed(above) && line.text.length <= LONGEST_SUMMARY)) break
    start -= 1
  }
  return start
}

/** After the last sentence: titles among two or more days or repetitions. */
function findDatedTail(lines: readonly Marked[], report: number): number[] {
  let start = lines.length
  while (start > 0 && !lines[start - 1]?.isReport) start -= 1
  const tail = lines.slice(start).filter(({ reason }) => !reason)
  const days = tail.filter(({ text }) => isDateLine(text)).length
  const isList = days > 1 && tail.some(({ text }) => isTitleLike(text) && !isDateLine(text))
  return isList && start > report ? indexesOf({ start, end: lines.length }) : []
}

function indexesOf({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
