// Changed since last edition: what was told until last week, and what this week did to it. A claim that stands otherwise,
// or has a new denial or confirmation; and what the last edition followed and no report of this week does.
import type { Act } from '../model/act.ts'
import type { Item, Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import { groupByClaim, type Saying } from './find-sayings.ts'
import { inOrderOfPrint, whenPrinted } from './first-print.ts'
import { keepMost } from './keep-most.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { CLAUSE, endsApart, nameSource } from './name-source.ts'
import { capital, counted, numberWords } from './origin-words.ts'
import { dayOfReport } from './place-in-time.ts'
import { inPrint, rankSayings } from './rank-sayings.ts'
import { actOn } from './sides.ts'
import { moversOf } from './standing-words.ts'
import { isLeaning, wordAppearance, wordingOf } from './tell-claim.ts'
import { tellSilent } from './tell-silent.ts'
import type { StandingChange, Told, WeekView } from './week-view.ts'
import { watchWords } from './week-words.ts'
import { outermost, outletOf, stretchOf } from './write-line.ts'

/**
 * `Last week Meridian carried “Veldania has offered to leave the dam”; this week Foreign Minister Anselm Roke confirmed it
 * on Tuesday (Meridian, 11 March). It was contested and is now confirmed.` What `corrected` tells is not told again.
 */
export function composeChanges(view: WeekView, corrected: readonly Item[]): Told<readonly Item[]> & { note?: string } {
  const used: Saying[] = []
  const sayingsByClaim = groupByClaim(view.sayings)
  const hasCorrected = view.watch.sections.includes('corrected or withdrawn')
  const told = [...view.standings].flatMap(([claim, change]): { item: Item; weight: number }[] => {
    const isTakenBack = change.now === 'corrected' || change.now === 'retracted'
    if (change.before === undefined || (isTakenBack && hasCorrected)) return []
    const sayings = sayingsByClaim.get(claim) ?? []
    const line =
      change.before === change.now
        ? tellNewAnswer(claim, change.now, sayings, view, used)
        : tellChange(claim, change, sayings, view, used)
    const story = line && view.ledger.headOf(claim)?.story
    return line ? [{ item: { ...(story && { story }), lines: [line] }, weight: sayings.length }] : []
  })
  const { kept, left } = keepMost(told, MOST_ITEMS, ({ weight }) => weight)
  const items = kept.map(({ item }) => item)
  const silent = view.last ? tellSilent(view.last, view) : []
  const all = [...items, ...silent]
  const rest = `${capital(counted(left, 'more change'))} of standing ${left === 1 ? 'stands' : 'stand'} in the ledger.`
  const note = left > 0 ? rest : undefined
  return { items: all, used, ...(note && { note }), ...(all.length === 0 && { note: whyNone(view, corrected) }) }
}

const MOST_ITEMS = 24

function tellChange(
  claim: Id<'claim'>,
  change: StandingChange,
  sayings: readonly Saying[],
  view: WeekView,
  used: Saying[],
): Line | undefined {
  const { before, now } = change
  const acts = moversOf(change)
  const moving = sayings.filter((saying) => acts.includes(actOn(saying, claim)))
  const order = (saying: Saying) => acts.indexOf(actOn(saying, claim))
  const ranked = rankSayings(moving, view).toSorted((a, b) => order(a) - order(b))
  const stood = ` It was ${before} and is now ${now}.`
  const told = tellBefore(claim, view)
  if (!told) return undefined
  for (const saying of ranked) {
    const why = tellMover(saying, claim)
    if (!why) continue
    used.push(saying)
    const fragments = [...told.fragments, { text: `; ${watchWords(view.watch).now} ` }, ...why, { text: `.${stood}` }]
    return makeLine(fragments, [claim], { sure: [...told.sure, saying.attribution.confidence] })
  }
  return makeLine([...told.fragments, { text: `.${stood}` }], [claim], { sure: told.sure })
}

const ANSWERS: readonly Act[] = ['denies', 'confirms']

// A denial or confirmation by somebody who had not given one, of a claim that stands as it stood.
function tellNewAnswer(
  claim: Id<'claim'>,
  now: string,
  sayings: readonly Saying[],
  view: WeekView,
  used: Saying[],
): Line | undefined {
  const fresh = inPrint(sayings).filter((saying) => {
    const act = actOn(saying, claim)
    return ANSWERS.includes(act) && saying.holder && !view.hadAnswered(claim, saying.holder, act)
  })
  const told = fresh.length > 0 ? tellBefore(claim, view) : undefined
  for (const saying of told ? fresh : []) {
    const why = tellMover(saying, claim)
    if (!told || !why) continue
    used.push(saying)
    const since = { text: `; ${watchWords(view.watch).now} ` }
    return makeLine([...told.fragments, since, ...why, { text: `. It is still ${now}.` }], [claim], {
      sure: [...told.sure, saying.attribution.confidence],
    })
  }
  return undefined
}

interface ToldBefore {
  readonly fragments: readonly Fragment[]
  readonly sure: readonly number[]
}

// `Last week Meridian carried “…”`: the first print of the week before, else the first of all, in its own words.
function tellBefore(claim: Id<'claim'>, view: WeekView): ToldBefore | undefined {
  const earlier = inOrderOfPrint(claim, view).flatMap((appearance) => {
    const [when, worded] = [whenPrinted(appearance, view), wordAppearance(appearance, view)]
    return when && worded ? [{ appearance, when, worded }] : []
  })
  const lastWeek = earlier.filter(({ when }) => when === watchWords(view.watch).before)
  const from = lastWeek.length > 0 ? lastWeek : earlier
  const found = from.find(({ worded }) => !isLeaning(worded)) ?? from[0]
  if (!found) return wordingOf(claim, view) // printed by then as nothing but an answer to it
  const { appearance, when, worded } = found
  const outlet = view.findDoc(appearance.doc)?.outlet ?? 'an unknown outlet'
  const by: Fragment = { text: `${when} ${outlet}`, cited: appearance.evidence }
  return { fragments: [by, { text: ' carried ' }, ...worded.fragments], sure: worded.sure }
}

const VERBS: Readonly<Partial<Record<Act, string>>> = {
  denies: 'denied it',
  doubts: 'doubted it',
  confirms: 'confirmed it',
  announces: 'announced it',
  asserts: 'said so',
  corrects: 'corrected it',
  retracts: 'took it back',
}

// `spokesman Oren Tal denied it on Wednesday (outlet unknown, 6 March)`: the words themselves stand in their section.
function tellMover(saying: Saying, claim: Id<'claim'>): Fragment[] | undefined {
  const { doc, attribution } = saying
  const { source, said } = attribution
  const name = source.kind === 'unstated' ? undefined : nameSource(saying, source)
  const verb = VERBS[actOn(saying, claim)]
  if (!name || !verb) return undefined
  const words = name.map(({ text }) => text).join('')
  return [
    ...name.map((fragment) => ({ ...fragment, text: fragment.text.replace(CLAUSE, '') })),
    { text: `${endsApart(words.replace(CLAUSE, '')) ? ',' : ''} ${verb}${dayWordsOf(said, doc.text)} (` },
    { text: `${outletOf(doc)}, ${dayOfReport(doc)}`, cited: stretchOf(outermost(saying)) },
    { text: ')' },
  ]
}

// " on Tuesday", where the report names one weekday
function dayWordsOf(said: Saying['attribution']['said'], text: string): string {
  const words = said ? text.slice(said.words.start, said.words.end) : ''
  return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(words) ? ` on ${words}` : ''
}

// By what there was, and not by what could be printed of it here.
function whyNone({ hadEarlier, knewClaims, standings, watch }: WeekView, corrected: readonly Item[]): string {
  const { these, ended } = watchWords(watch)
  const moved = [...standings].filter(([, { before, now }]) => before !== undefined && before !== now)
  if (moved.length > 0) {
    const told = new Set(corrected.flatMap(({ lines }) => lines.flatMap(({ claims }) => claims)))
    const above = moved.filter(([claim]) => told.has(claim)).length
    const left = moved.length - above
    const parts = [
      ...(above > 0 ? [`what became of ${numberWords(above)} is told under Corrected or withdrawn`] : []),
      ...(left > 0
        ? [
            `${numberWords(left)} ${left === 1 ? 'stands' : 'stand'} otherwise in the ledger, of which no line could be made`,
          ]
        : []),
    ]
    return `Of the claims that were known ${ended}, ${parts.join('; ')}.`
  }
  if (!hadEarlier) return `The desk holds no report from before ${these}, so there is nothing to compare with.`
  return knewClaims
    ? `Of no claim that was known ${ended} was it seen that it stands otherwise now.`
    : `No claim was known ${ended}.`
}
