// Who printed a claim first, when, and on whose word: what stood before this week did something to it.
import type { Appearance } from '../model/claim.ts'
import { isBefore } from '../model/edge.ts'
import type { Id } from '../model/id.ts'
import { overlaps } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { dayWords } from './iso-week.ts'
import type { Fragment } from './make-line.ts'
import { CLAUSE, nameSource } from './name-source.ts'
import { addDays } from './period.ts'
import type { WeekView } from './week-view.ts'
import { watchWords } from './week-words.ts'
import { outermost } from './write-line.ts'

/** The appearances of the claim in the order of printing, the undated last. */
export function inOrderOfPrint(claim: Id<'claim'>, view: WeekView): readonly Appearance[] {
  const all = view.appearancesByClaim.get(claim) ?? []
  const known = ordered.get(all)
  if (known) return known
  const keyed = all.map((one) => ({ one, printed: view.findDoc(one.doc)?.published ?? '9999' }))
  const sorted = keyed.toSorted((a, b) => (a.printed < b.printed ? -1 : a.printed > b.printed ? 1 : 0))
  const made = sorted.map(({ one }) => one)
  ordered.set(all, made)
  return made
}

const ordered = new WeakMap<readonly Appearance[], readonly Appearance[]>() // each line on a claim asks

/** Whoever tells the claim in an appearance, in the words of that report; undefined where nobody is named. */
export function tellerOf(appearance: Appearance, view: WeekView): Fragment[] | undefined {
  const saying = sayingOf(appearance, view)
  if (!saying) return undefined
  const { attribution } = outermost(saying)
  const { source, restsOn } = attribution
  const told = restsOn ?? (source.kind === 'unstated' || source.kind === 'outlet' ? undefined : source)
  const name = told && nameSource({ ...saying, attribution }, told, { isAlone: true })
  return name?.map((fragment, at) => {
    const text = fragment.text.replace(CLAUSE, '')
    return { ...fragment, text: at === name.length - 1 ? text.replace(BROKEN_OFF, '') : text }
  })
}

// a report [published on] Tuesday: where the day is not told
const BROKEN_OFF = /(?: (?:published|issued|released|dated))?(?: (?:on|in|at|of|by|from|about|for|to))+$/

/** "Last week", as the watch has it, for what was printed in the seven days before the period, else "On 14 November 2030". */
export function whenPrinted(appearance: Appearance, { period, findDoc, watch }: WeekView): string | undefined {
  const published = findDoc(appearance.doc)?.published
  if (!published || !period || !isBefore(published, period.from)) return undefined
  const isLastWeek = published.slice(0, 10) >= addDays(period.from.day, -7)
  return isLastWeek ? watchWords(watch).before : `On ${dayWords(published)}`
}

function sayingOf({ doc: id, attribution: at, evidence, claim }: Appearance, view: WeekView): Saying | undefined {
  const [doc, reading] = [view.findDoc(id), view.findReading(id)]
  const attribution = reading?.attributions.find((each) =>
    at === undefined ? each.content.some((span) => overlaps(span, evidence.span)) : each.id === at,
  )
  return doc && reading && attribution && { doc, reading, attribution, claims: [claim], matter: '' }
}
