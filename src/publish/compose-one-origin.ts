// Still resting on one origin: claims of the week that several reports carry and one voice stands behind. That says how
// independently a thing was told, and nothing about whether it is so.
import type { Appearance } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Item, Line } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { RowHead } from '../model/ledger.ts'
import { overlaps } from '../model/span.ts'
import { inOrderOfPrint, tellerOf } from './first-print.ts'
import { isTakenBack } from './is-taken-back.ts'
import { dayWords } from './iso-week.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { capital, counted } from './origin-words.ts'
import { dayOfReport } from './place-in-time.ts'
import { claimsOn } from './sides.ts'
import { hadBefore, wordingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { outletOf } from './write-line.ts'

const LEAST_REPORTS = 2 // a single report can have but one origin
const MOST_ITEMS = 8
const MOST_OUTLETS = 4

interface OneOrigin extends RowHead {
  readonly claim: Id<'claim'>
}

/** A dash item a claim, the one that most reports carry first. */
export function composeOneOrigin(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const claims = new Set(view.sayings.flatMap((saying) => claimsOn(saying, 'for')))
  const found = [...claims].flatMap((claim): OneOrigin[] => {
    const head = view.ledger.headOf(claim)
    return head && hasOne(head) && !isTakenBack(claim, view) ? [{ ...head, claim }] : []
  })
  const printed: Evidence[] = []
  const told = found
    .toSorted((a, b) => b.reports - a.reports)
    .flatMap((one): Item[] => {
      const wording = wordingOf(one.claim, view)
      const words = wording?.fragments.flatMap(({ copied }) => copied ?? []) ?? []
      if (words.some((each) => printed.some((other) => isWithin(each, other)))) return [] // a part of one sentence, told above
      const line = tellOne(one, view)
      printed.push(...words)
      return line ? [{ ...(one.story && { story: one.story }), lines: [line] }] : []
    })
  const left = told.length - MOST_ITEMS
  return {
    items: told.slice(0, MOST_ITEMS),
    used: [],
    ...(left > 0 && {
      note: `${capital(counted(left, 'more claim'))} of this kind ${left === 1 ? 'stands' : 'stand'} in the ledger.`,
    }),
    ...(told.length === 0 && { note: whyNone(found.length) }),
  }
}

function isWithin(one: Evidence, other: Evidence): boolean {
  return one.doc === other.doc && overlaps(one.span, other.span)
}

function whyNone(found: number): string {
  if (found === 0) return 'No claim that more than one report of the week carries rests on a single origin.'
  const they = found === 1 ? 'it stands' : 'they stand'
  return `Of ${counted(found, 'claim')} of this kind no line could be made; ${they} in the ledger.`
}

function hasOne({ atLeast, atMost, unknownLineage, reports }: RowHead): boolean {
  return atMost === 1 && atLeast === 1 && unknownLineage === 0 && reports >= LEAST_REPORTS
}

/**
 * `Four reports, by Meridian, Radio Askevar and Calvermoor Post, carry “Corvenia had seen the paper”; one origin stands
 * behind them: one of three unnamed officials (Meridian, 4 March).`
 */
function tellOne({ claim, reports }: OneOrigin, view: WeekView): Line | undefined {
  const wording = wordingOf(claim, view)
  const [first, ...others] = inOrderOfPrint(claim, view)
  const doc = first && view.findDoc(first.doc)
  if (!wording || !first || !doc) return undefined
  const teller = tellerOf(first, view)
  const fragments: Fragment[] = [
    { text: `${capital(counted(reports, 'report'))}${hadBefore(claim, view) ? ' so far' : ''}, by ` },
    ...listOutlets([first, ...others], view),
    { text: ', carry ' },
    ...wording.fragments,
    { text: '; ' },
    { text: 'one origin', counted: first.evidence },
    { text: ' stands behind them' },
    ...(teller ? [{ text: ': ' }, ...teller] : []),
    { text: ' (' },
    { text: `${outletOf(doc)}, ${dayOfPrint(doc, view)}`, cited: first.evidence },
    { text: ').' },
  ]
  return makeLine(fragments, [claim], { sure: wording.sure })
}

// The year that stands above the edition is not that of what was printed in another.
function dayOfPrint(doc: Doc, { period }: WeekView): string {
  const { published } = doc
  const isOfYear = period === undefined || published?.slice(0, 4) === period.from.day.slice(0, 4)
  return published === undefined || isOfYear ? dayOfReport(doc) : dayWords(published)
}

// Each outlet opens its own print of the claim.
function listOutlets(appearances: readonly Appearance[], view: WeekView): Fragment[] {
  const byOutlet = new Map<string, Appearance>()
  for (const appearance of appearances) {
    const doc = view.findDoc(appearance.doc)
    const outlet = doc?.outlet ?? 'an unknown outlet'
    if (doc && !byOutlet.has(outlet)) byOutlet.set(outlet, appearance)
  }
  const shown = [...byOutlet].slice(0, MOST_OUTLETS)
  const left = byOutlet.size - shown.length
  const names: Fragment[] = shown.map(([outlet, { evidence }]) => ({ text: outlet, cited: evidence }))
  const all = left > 0 ? [...names, { text: counted(left, 'other outlet') }] : names
  return all.flatMap((name, i) => (i === 0 ? [name] : [{ text: i === all.length - 1 ? ' and ' : ', ' }, name]))
}
