// The lead: the matter that reached furthest this week, in three to six lines, each claim with its answers beside it.
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { type NonEmpty, wordsOf } from '../model/span.ts'
import { findCorrected } from './find-corrected.ts'
import type { Saying } from './find-sayings.ts'
import { isClear } from './is-clear.ts'
import { makeLine } from './make-line.ts'
import { isOfficialStatement, leaveOutTold } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { actOn, claimsOn, mainSideOf, sideOf } from './sides.ts'
import { tellAnswers } from './tell-answers.ts'
import { mainClaim, tellSayingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

const MOST_LINES = 6

/**
 * The item of a matter with at most so many lines, nothing in it told already by `before`; undefined where none of its
 * words makes a line.
 */
export function composeMatter(
  matter: Matter,
  view: WeekView,
  { most = MOST_LINES, before = [] }: { most?: number; before?: readonly Saying[] } = {},
): Told<Item> | undefined {
  const printed: Printed[] = []
  const answered = new Set<Id<'claim'>>()
  const count = () => printed.reduce((sum, { lines }) => sum + lines.length, 0)
  for (const choice of choose(matter, before)) {
    const isEnough = count() >= most / 2 && isOfficialStatement(choice) // the rest of them have a section
    if (count() >= most || isEnough) continue
    const told = tellFirst(
      firstPrinted(choice, matter, view).filter((saying) => isClearAfter(saying, printed)),
      view,
    )
    if (!told || printed.some(({ lines: [line] }) => line && sentenceOf(line) === sentenceOf(told.line))) continue
    const claim = mainClaim(told.saying, view)
    const used = [...printed.map(({ saying }) => saying), told.saying]
    const answer = claim && !answered.has(claim) ? tellAnswers(claim, matter.sayings, used) : undefined
    if (answer && count() + 2 > most) continue // a claim is not printed without its answers
    if (claim) answered.add(claim)
    const corrected = sideOf(told.saying) === 'revised' ? tellCorrected(told.saying, view) : undefined
    const lines = [told.line, ...(answer ? [answer] : []), ...(corrected ? [corrected.line] : [])]
    printed.push({ saying: told.saying, lines: lines as unknown as NonEmpty<Line> })
    if (corrected) printed.push({ saying: corrected.saying, lines: [] })
  }
  const ordered = matter.story ? printed : inOrder(printed)
  const [first, ...rest] = ordered.flatMap(({ lines }) => lines)
  if (!first) return undefined
  const used = ordered.map(({ saying }) => saying)
  const heading = headingOf(matter, used, view)
  return {
    items: {
      ...(matter.story && { story: matter.story.id }),
      ...(heading && { heading }),
      lines: [first, ...rest] satisfies NonEmpty<Line>,
    },
    used,
  }
}

interface Printed {
  readonly saying: Saying
  readonly lines: readonly Line[] // none: told in a line of another
}

// A quotation that begins "It runs for eight years" is understood after a line of the same report.
function isClearAfter(saying: Saying, printed: readonly Printed[]): boolean {
  return isClear(saying) || (saying.attribution.form === 'direct' && printed.at(-1)?.saying.doc.id === saying.doc.id)
}

/** What the correcting report says in the place of what it takes back. */
function tellCorrected(correction: Saying, view: WeekView): { saying: Saying; line: Line } | undefined {
  const [claim] = claimsOn(correction, 'revised')
  const before = claim === undefined ? undefined : view.rowByClaim.get(claim)?.wording
  const own = view.sayings.filter((saying) => saying.doc.id === correction.doc.id && sideOf(saying) === 'for')
  const saying =
    before === undefined
      ? undefined
      : findCorrected(before, own, ({ doc, attribution }) => wordsOf(doc.text, attribution.content))
  const line = saying ? tellSayingOf(saying, view) : undefined
  return saying && line && { saying, line }
}

// An item of a round-up is told in its own order; a story by weight.
function inOrder(printed: readonly Printed[]): Printed[] {
  const place = ({ saying }: Printed) => saying.attribution.cue[0].start
  return printed.toSorted((a, b) => place(a) - place(b))
}

/** What is told in lines of its own; denials and silences stand beside their claims, and in a section. */
function choose({ sayings }: Matter, before: readonly Saying[]): Saying[] {
  const plain = sayings.flatMap((saying): Saying[] => {
    const side = mainSideOf(saying)
    return side === 'turned down'
      ? (around(saying, sayings) ?? [])
      : side === 'for' || side === 'revised'
        ? [saying]
        : []
  })
  const isLead = before.length === 0 // a week that only denies is told by that
  const fresh = leaveOutTold(plain.length > 0 || !isLead ? plain : sayings, before)
  // a statement that nobody answered has a section of its own: here it only fills up
  return [...fresh.filter((saying) => !isOfficialStatement(saying)), ...fresh.filter(isOfficialStatement)]
}

// "Karsk has rejected the offer, its envoy said" is told once, as what the envoy said.
function around(saying: Saying, sayings: readonly Saying[]): Saying[] | undefined {
  const { attribution } = outermost(saying)
  const outer = sayings.find((other) => other.doc.id === saying.doc.id && other.attribution.id === attribution.id)
  return outer && outer !== saying ? [outer] : undefined
}

function sentenceOf({ text }: Line): string {
  return text.slice(0, text.lastIndexOf(' ('))
}

/** The sayings that put the same claim forward, the one printed first before its reprints. */
function firstPrinted(choice: Saying, { sayings }: Matter, view: WeekView): Saying[] {
  const claim = mainClaim(choice, view)
  if (claim === undefined) return [choice]
  const same = sayings.filter((other) => other.claims.includes(claim) && actOn(other, claim) === actOn(choice, claim))
  const day = ({ doc }: Saying) => doc.published ?? ''
  return same.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

function tellFirst(sayings: readonly Saying[], view: WeekView): { saying: Saying; line: Line } | undefined {
  for (const saying of sayings) {
    const line = tellSayingOf(saying, view)
    if (line) return { saying, line }
  }
  return undefined
}

/** The headline of a report of the matter: the story's title where one of the week's reports bears it. */
function headingOf({ story }: Matter, used: readonly Saying[], view: WeekView): Line | undefined {
  const docs = view.docs.map(({ doc }) => doc).filter(({ id }) => story?.docs.includes(id))
  const titled = docs.find(({ title }) => title !== undefined && title === story?.title) ?? used[0]?.doc
  const headline = titled?.blocks.find(({ kind }) => kind === 'headline')
  if (!titled || !headline) return undefined
  const evidence = cite(titled, headline.span)
  return makeLine([{ text: evidence.quote.replace(/\s+/g, ' '), copied: evidence, cited: evidence }], [])
}
