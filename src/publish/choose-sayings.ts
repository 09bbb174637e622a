// Which sayings of a matter are told in lines of their own, and in which order: what happened before who remarked on it.
import type { Id } from '../model/id.ts'
import { isAltered } from '../model/quote-match.ts'
import { overlaps, type Span, wordsOf } from '../model/span.ts'
import { isReportedFor } from './find-opening.ts'
import type { Saying } from './find-sayings.ts'
import { findTitled } from './find-titled.ts'
import { isTakenBack } from './is-taken-back.ts'
import { leaveOutTold } from './leave-out-told.ts'
import { isOfficialStatement, isOnTop, weighNews } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { actOn, mainSideOf, sideOf } from './sides.ts'
import { mainClaim } from './tell-claim.ts'
import type { WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

const ON_TOP = 2 // what a report opens with, beside one that was answered or announced

export type PrintsOf = (choice: Saying) => readonly Saying[]

/**
 * The sayings that put the same claim forward, by known outlets first, the one printed first before its reprints. Put in order once
 * for each claim and act: thousands of choices may ask.
 */
export function openPrints({ sayingsOn }: Matter, view: WeekView): PrintsOf {
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

/**
 * What is told in lines of its own; denials and silences stand beside their claims, corrections in a section. What
 * happened opens the item, and no remark about it does. An item of a round-up is told in its own order.
 */
export function choose(
  matter: Matter,
  view: WeekView,
  { before, isLead, prints }: { before: readonly Saying[]; isLead: boolean; prints: PrintsOf },
): Saying[] {
  const { story, sayings } = matter
  const plain = sayings.flatMap((saying): Saying[] => {
    const side = mainSideOf(saying)
    const claim = mainClaim(saying, view)
    if (sideOf(outermost(saying)) === 'revised' || (claim && side === 'for' && isTakenBack(claim, view))) return []
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
  const topped = new Map<readonly Saying[], boolean>() // the prints of one claim are one list, whoever asks
  const isTopped = (own: readonly Saying[]): boolean => {
    const known = topped.get(own) ?? own.some(isOnTop)
    topped.set(own, known)
    return known
  }
  const isNews = (saying: Saying) => {
    const [first = saying] = prints(saying)
    return outermost(first).attribution.form !== 'direct' && (!isOfficialStatement(first) || isTopped(prints(saying)))
  }
  const weights = new Map(
    fresh.filter(isNews).map((saying) => [saying, weighNews(saying, view) + (isTopped(prints(saying)) ? ON_TOP : 0)]),
  )
  const byWeight = [...weights.keys()].toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
  // an item stands under a headline: what that report opens with comes first, and then what moved
  const titled = findTitled(matter, view) ?? byWeight.slice(0, 1).flatMap(prints)[0]?.doc
  const isHeadlined = (one: Saying): boolean => one.doc === titled && isStated(one) && isReportedFor(one)
  const headlined = titled && byWeight.find((saying) => prints(saying).some(isHeadlined))
  const news = [...new Set([...(headlined ? [headlined] : []), ...byWeight.slice(0, 1)])]
  // a statement that nobody answered has a section of its own: here it only fills up
  const rest = fresh.filter((saying) => !news.includes(saying))
  return [...news, ...rest.filter((saying) => !isOfficialStatement(saying)), ...rest.filter(isOfficialStatement)]
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
