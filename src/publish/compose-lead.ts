// A matter of the week: what happened before who remarked on it, each claim with the answers to it right behind. The one
// that leads has most lines.

import type { Doc } from '../model/doc.ts'
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { isAltered } from '../model/quote-match.ts'
import { type NonEmpty, overlaps, type Span, wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { isClear } from './is-clear.ts'
import { knownAfter } from './known-after.ts'
import { leaveOutTold, openTold } from './leave-out-told.ts'
import { makeLine } from './make-line.ts'
import type { Known } from './name-source.ts'
import { isOfficialStatement, isOnTop, weighNews } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { actOn, mainSideOf, sideOf } from './sides.ts'
import { tellAnswers } from './tell-answers.ts'
import { mainClaim, tellSayingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

const ON_TOP = 2 // what a report opens with, beside one that was answered or announced
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
  const usedSoFar = (): Saying[] => printed.flatMap(({ saying, answers }) => [saying, ...answers])
  for (const choice of choose(matter, view, { before, isLead, prints })) {
    if (printed.length >= most) break
    const lines = printed.reduce((sum, each) => sum + each.lines.length, 0)
    const isEnough = lines >= most / 2 && isOfficialStatement(choice) // the rest of them have a section
    if (isEnough || told.has(choice)) continue
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
  const [first, ...rest] = printed.flatMap(({ lines }) => lines)
  if (!first) return undefined
  const used = usedSoFar()
  const heading = headingOf(
    matter,
    printed.map(({ saying }) => saying),
    view,
  )
  return {
    items: {
      ...(matter.story && { story: matter.story.id }),
      ...(heading && { heading }),
      lines: [first, ...rest] satisfies NonEmpty<Line>,
    },
    used,
  }
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

/**
 * What is told in lines of its own; denials and silences stand beside their claims, corrections in a section. What
 * happened opens the item, and no remark about it does. An item of a round-up is told in its own order.
 */
function choose(
  matter: Matter,
  view: WeekView,
  { before, isLead, prints }: { before: readonly Saying[]; isLead: boolean; prints: PrintsOf },
): Saying[] {
  const { story, sayings } = matter
  const plain = sayings.flatMap((saying): Saying[] => {
    const side = mainSideOf(saying)
    if (sideOf(outermost(saying)) === 'revised') return []
    return side === 'turned down'
      ? (around(saying, sayings) ?? [])
      : side === 'for' && !isLeftOpen(saying)
        ? [saying]
        : []
  })
  // a week that only denies is told by that
  const fresh = leaveOutTold(plain.length > 0 || !isLead ? plain : sayings, before).filter(
    (saying) => !isLaterForm(saying, view),
  )
  const isStated = ({ attribution: { source } }: Saying) => source.kind !== 'unstated'
  if (!story) {
    const inOrder = fresh.toSorted((a, b) => a.attribution.cue[0].start - b.attribution.cue[0].start)
    const isBriefing = inOrder[0]?.attribution.setting?.kind === 'briefing'
    if (isBriefing && !isLead) return [] // it has a section
    return [...inOrder.filter(isStated), ...inOrder.filter((saying) => !isStated(saying))]
  }
  const isNews = (saying: Saying) => {
    const [first = saying] = prints(saying)
    return outermost(first).attribution.form !== 'direct' && !isOfficialStatement(first)
  }
  const topped = new Map<readonly Saying[], boolean>() // the prints of one claim are one list, whoever asks
  const isTopped = (own: readonly Saying[]): boolean => {
    const known = topped.get(own) ?? own.some(isOnTop)
    topped.set(own, known)
    return known
  }
  const weights = new Map(
    fresh.filter(isNews).map((saying) => [saying, weighNews(saying, view) + (isTopped(prints(saying)) ? ON_TOP : 0)]),
  )
  const [news] = [...weights.keys()].toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
  // a statement that nobody answered has a section of its own: here it only fills up
  const rest = fresh.filter((saying) => saying !== news)
  return [
    ...(news ? [news] : []),
    ...rest.filter((saying) => !isOfficialStatement(saying)),
    ...rest.filter(isOfficialStatement),
  ]
}

// “At a quarter past three we were handed a list”, where another printed “At 3.15” before: the two stand side by side further down
function isLaterForm({ doc, attribution: { form, content } }: Saying, view: WeekView): boolean {
  if (form === 'indirect') return false
  const altered = laterForms(view).get(doc.id) ?? []
  return altered.some((later) => content.some((span) => overlaps(span, later)))
}

// by their reports, once a week: each of thousands of sayings asks
const laterOf = new WeakMap<WeekView, ReadonlyMap<Id<'doc'>, readonly Span[]>>()

function laterForms(view: WeekView): ReadonlyMap<Id<'doc'>, readonly Span[]> {
  const known = laterOf.get(view)
  if (known) return known
  const byDoc = new Map<Id<'doc'>, Span[]>()
  for (const { later } of view.quoteMatches.filter(isAltered))
    byDoc.set(later.doc, [...(byDoc.get(later.doc) ?? []), later.span])
  laterOf.set(view, byDoc)
  return byDoc
}

// "Aldene did not specify what it would contain" tells nothing that happened.
function isLeftOpen({ doc, attribution }: Saying): boolean {
  const cue = wordsOf(doc.text, attribution.cue)
  return /\b(?:did|would|does|do|could) not (?:specify|say|elaborate|disclose|explain|mention|name|give)\b/i.test(cue)
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

type PrintsOf = (choice: Saying) => readonly Saying[]

/**
 * The sayings that put the same claim forward, by known outlets first, the one printed first before its reprints. Put in order once
 * for each claim and act: thousands of choices may ask.
 */
function openPrints({ sayingsOn }: Matter, view: WeekView): PrintsOf {
  const known = new Map<string, readonly Saying[]>()
  const dayOf = ({ doc, attribution }: Saying) =>
    `${doc.outlet === undefined} ${doc.published ?? ''} ${attribution.form === 'direct'}`
  return (choice) => {
    const claim = mainClaim(choice, view)
    if (claim === undefined) return [choice]
    const act = actOn(choice, claim)
    const key = `${claim} ${act}`
    const found = known.get(key)
    if (found) return found
    const same = sayingsOn(claim).filter((other) => actOn(other, claim) === act)
    const dated = same.map((saying) => ({ saying, day: dayOf(saying) }))
    const ordered = dated.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    const prints = ordered.map(({ saying }) => saying)
    known.set(key, prints)
    return prints
  }
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

/** The headline of a report of the matter: the story's title where one of the week's reports bears it. */
function headingOf({ story }: Matter, used: readonly Saying[], view: WeekView): Line | undefined {
  const own = new Set(story?.docs)
  const isTitled = ({ id, title }: Doc): boolean => title !== undefined && title === story?.title && own.has(id)
  const titled = view.docs.find(({ doc }) => isTitled(doc))?.doc ?? used[0]?.doc
  const headline = titled?.blocks.find(({ kind }) => kind === 'headline')
  if (!titled || !headline) return undefined
  const evidence = cite(titled, headline.span)
  return makeLine([{ text: evidence.quote.replace(/\s+/g, ' '), copied: evidence, cited: evidence }], [])
}
