// A matter of the week: what happened before who remarked on it, each claim with the answers to it right behind. The one
// that leads has most lines.

import type { Doc } from '../model/doc.ts'
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'
import { choose, openPrints, type PrintsOf } from './choose-sayings.ts'
import { findOpening, isReportedFor, isToldIn, type Opening } from './find-opening.ts'
import type { Saying } from './find-sayings.ts'
import { findTitled } from './find-titled.ts'
import { isClear } from './is-clear.ts'
import { knownAfter } from './known-after.ts'
import { openTold } from './leave-out-told.ts'
import { makeLine } from './make-line.ts'
import type { Known } from './name-source.ts'
import { isOfficialStatement } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { tellAnswers } from './tell-answers.ts'
import { mainClaim, tellSayingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { writeOpening } from './write-opening.ts'

const MOST_LINES = 5 // of its own; the answers to them are beside

/**
 * The item of a matter with at most so many lines and the answers to them, nothing in it told already by `before`;
 * undefined where none of its words makes a line.
 */
export function composeMatter(
  matter: Matter,
  view: WeekView,
  { most = MOST_LINES, before = [], isLead = true }: MatterBeside = {},
): Told<Item> | undefined {
  const printed: Printed[] = []
  const prints = openPrints(matter, view)
  const told = openTold()
  const answered = new Set<Id<'claim'>>()
  const choices = choose(matter, view, { before, isLead, prints })
  const deed = findDeed(matter, choices, view, prints)
  const usedSoFar = (): Saying[] => printed.flatMap(({ saying, answers }) => [saying, ...answers])
  for (const choice of choices) {
    if (printed.length >= most) break
    const lines = printed.reduce((sum, each) => sum + each.lines.length, 0)
    const isEnough = lines >= most / 2 && isOfficialStatement(choice) // the rest of them have a section
    if (isEnough || told.has(choice) || (deed && isToldIn(deed.of, choice) && !isReportedFor(choice))) continue
    const first = tellFirst(
      prints(choice).filter((saying) => isClearAfter(saying, printed)),
      view,
      knownAfter(usedSoFar()),
    )
    if (!first || printed.some(({ lines: [line] }) => line && sentenceOf(line) === sentenceOf(first.line))) continue
    const claim = mainClaim(first.saying, view)
    const used = [...before, ...usedSoFar(), first.saying]
    const beside = { first: first.saying, known: knownAfter([...usedSoFar(), first.saying]) }
    const answers =
      claim && !answered.has(claim) ? tellAnswers(claim, matter.sayingsOn(claim), used, view, beside) : undefined
    if (claim) answered.add(claim)
    printed.push({ saying: first.saying, answers: answers?.used ?? [], lines: [first.line, ...(answers?.items ?? [])] })
    for (const saying of [first.saying, ...(answers?.used ?? [])]) told.addPrinted(saying)
  }
  const parts: (readonly Line[])[] = printed.map(({ lines }) => lines)
  if (deed) parts.splice(deed.isFirst ? 0 : 1, 0, [deed.line])
  const [first, ...rest] = parts.flat()
  if (!first) return undefined
  const used = usedSoFar()
  const heading = headingOf(matter, deed?.isFirst ? deed.of.doc : printed[0]?.saying.doc, view)
  return {
    items: {
      ...(matter.story && { story: matter.story.id }),
      ...(heading && { heading }),
      lines: [first, ...rest] satisfies NonEmpty<Line>,
    },
    used,
  }
}

interface Deed {
  readonly of: Opening
  readonly line: Line
  readonly isFirst: boolean // else it came after what opens the item
}

// What somebody said at the top of a report opens the item, and else what a report tells there itself; that may also tell what became of it.
function findDeed(matter: Matter, [first]: readonly Saying[], view: WeekView, prints: PrintsOf): Deed | undefined {
  const [said, ...again] = first ? prints(first) : []
  const isFirst = ![said, ...again].some((one) => one && isReportedFor(one))
  const found = findOpening(matter, view, isFirst ? '' : said?.doc.published)
  if (!found || (!isFirst && said && isToldIn(found, said))) return undefined
  const line = writeOpening(found)
  return line && { of: found, line, isFirst }
}

/** How many lines of its own, what was told before, and whether it opens the edition. */
interface MatterBeside {
  readonly most?: number
  readonly before?: readonly Saying[]
  readonly isLead?: boolean
}

interface Printed {
  readonly saying: Saying
  readonly answers: readonly Saying[]
  readonly lines: readonly [Line, ...Line[]]
}

// A quotation that begins "It runs for eight years" is understood after a line of the same report.
function isClearAfter(saying: Saying, printed: readonly Printed[]): boolean {
  return isClear(saying) || (saying.attribution.form === 'direct' && printed.at(-1)?.saying.doc.id === saying.doc.id)
}

function sentenceOf({ text }: Line): string {
  return text.slice(0, text.lastIndexOf(' ('))
}

function tellFirst(
  sayings: readonly Saying[],
  view: WeekView,
  known: readonly Known[],
): { saying: Saying; line: Line } | undefined {
  for (const saying of sayings) {
    const line = tellSayingOf(saying, view, known)
    if (line) return { saying, line }
  }
  return undefined
}

/** The headline of the report that gave the story its title, or else of the one that the first line is from. */
function headingOf(matter: Matter, first: Doc | undefined, view: WeekView): Line | undefined {
  const titled = findTitled(matter, view) ?? first
  const headline = titled?.blocks.find(({ kind }) => kind === 'headline')
  if (!titled || !headline) return undefined
  const evidence = cite(titled, headline.span)
  return makeLine([{ text: evidence.quote.replace(/\s+/g, ' '), copied: evidence, cited: evidence }], [])
}
