// The week in lines that carry evidence. Rules choose and join; every word that tells something is the reports' own.
import { digestOfParts } from '../model/digest.ts'
import type { Edition, EditionReport, Item, Section, SectionKind } from '../model/edition.ts'
import { asId, type Id } from '../model/id.ts'
import { laterVersions } from '../model/later-versions.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { ALL } from '../model/watch.ts'
import { composeAltered } from './compose-altered.ts'
import { composeBriefings } from './compose-briefings.ts'
import { composeChanges } from './compose-changes.ts'
import { composeCorrected } from './compose-corrected.ts'
import { composeDenials } from './compose-denials.ts'
import { composeMatter } from './compose-lead.ts'
import { composeOneOrigin } from './compose-one-origin.ts'
import { composeSpeakers } from './compose-speakers.ts'
import { keyOf } from './edition-title.ts'
import { makeToldSoFar } from './leave-out-told.ts'
import { capital, counted } from './origin-words.ts'
import { daysOfPeriod } from './period.ts'
import { makePictures } from './pictures/make-pictures.ts'
import { type Matter, rankStories } from './rank-stories.ts'
import { type ComposeInput, makeWeekView, type Told, type WeekView } from './week-view.ts'

export type { ComposeInput, StandingChange } from './week-view.ts'

const MOST_OTHERS = 12 // a column, not a list of all there is; what is left out is counted
const LINES_OF_OTHERS = 2

/** The edition of a week. The same docs, readings and links give the same edition. */
export function compose(input: ComposeInput): Edition {
  const view = makeWeekView(input)
  const isLater = input.beside?.isLater ?? isLaterAmong(input.docs)
  const made = composeSections(view)
  const sections = noteLeftOut(
    view.watch.sections.flatMap((kind) => made.get(kind) ?? []),
    view,
  )
  const lines = sections.flatMap(({ items }) => items.flatMap((item) => item.lines.map(({ id }) => id)))
  const named = nameOf(input)
  return {
    id: asId<'edition'>(digestOfParts(keyOf(named), input.asOf.number, input.asOf.before, ...lines)),
    ...named,
    asOf: input.asOf,
    ...(input.after && { after: input.after }),
    sections,
    pictures: makePictures(view, input, sections),
    reports: [...view.docs, ...view.undated].map((read) => citeAsReport(read, isLater)),
  }
}

// The days are told where they are not those of the week.
function nameOf({ week, watch, period }: ComposeInput): Pick<Edition, 'watch' | 'week' | 'days'> {
  const isUsual = watch === undefined || (watch.weekday === ALL.weekday && watch.zone === ALL.zone)
  const head = watch && {
    id: watch.id,
    name: watch.name,
    ...(watch.question !== undefined && { question: watch.question }),
  }
  return {
    ...(head && head.id !== ALL.id && { watch: head }),
    week,
    ...(!isUsual && period && { days: daysOfPeriod(period) }),
  }
}

/**
 * The sections that the watch has, in the order in which each leaves out what one before it has told. That is not the order in which
 * they are printed.
 */
function composeSections(view: WeekView): Map<SectionKind, Section> {
  const made = new Map<SectionKind, Section>()
  const wanted = new Set(view.watch.sections)
  const put = (section: Section): void => {
    if (wanted.has(section.kind)) made.set(section.kind, section)
  }
  const { lead, others } = composeNews(view)
  const printed = [...(lead?.used ?? []), ...(wanted.has('in other news') ? others.used : [])]
  put({ kind: 'lead', items: lead ? [lead.items] : [], ...(!lead && { note: whyNoLead(view) }) })
  put(section('in other news', others))
  const briefings = composeBriefings(view, printed)
  put(section('official briefings', briefings))
  put(
    section(
      'denials and non-comments',
      composeDenials(view, [...printed, ...(wanted.has('official briefings') ? briefings.used : [])]),
    ),
  )
  const altered = composeAltered(view)
  if (altered.length > 0) put({ kind: 'altered quotations', items: altered })
  const corrected = composeCorrected(view)
  put(section('corrected or withdrawn', corrected))
  put(
    section(
      'changed since last edition',
      composeChanges(view, wanted.has('corrected or withdrawn') ? corrected.items : []),
    ),
  )
  put(section('one origin', composeOneOrigin(view)))
  put(section('who spoke', composeSpeakers(view)))
  return made
}

// What does not belong to the watch is counted under the news; where these are not printed, under the first section.
function noteLeftOut(sections: readonly Section[], { leftOut }: WeekView): readonly Section[] {
  if (!leftOut || leftOut.reports === 0) return sections
  const reports = `${counted(leftOut.reports, 'report')} of these days`
  const said = leftOut.matters > 0 ? `${counted(leftOut.matters, 'matter')} and ${reports}` : reports
  const isOne = leftOut.matters === 0 && leftOut.reports === 1
  const note = `${capital(said)} ${isOne ? 'does' : 'do'} not belong to this watch.`
  const at = Math.max(
    0,
    sections.findIndex(({ kind }) => kind === 'in other news'),
  )
  return sections.map((one, place) =>
    place === at ? { ...one, note: one.note === undefined ? note : `${one.note} ${note}` } : one,
  )
}

type Composed = Told<readonly Item[]> & { readonly note?: string }

/** The lead is the first matter that makes a line; the others follow in the order of their reach. */
function composeNews(view: WeekView): { lead: Told<Item> | undefined; others: Composed } {
  const hasLead = view.watch.sections.includes('lead')
  const matters = rankStories(view)
  const { told, left } = tellMatters(matters, view, MOST_OTHERS + (hasLead ? 1 : 0))
  const lead = hasLead ? told[0] : undefined
  const others = lead ? told.slice(1) : told
  const one = view.leftOut
    ? 'Of this watch there is one matter only.'
    : 'The reports of the week follow one matter only.'
  const untold = matters.length - told.length - left
  const they = untold === 1 ? 'it stands' : 'they stand'
  const mute = `Of ${counted(untold, 'other matter')} of the week no line could be made; ${they} in the ledger.`
  const none = told.length === 0 ? 'Nothing, for the same reason.' : untold > 0 ? mute : one
  const rest = `${capital(counted(left, 'more matter'))} of the week ${left === 1 ? 'stands' : 'stand'} in the ledger.`
  const note = left > 0 ? rest : undefined
  return {
    lead,
    others: {
      items: others.map(({ items }) => items),
      used: others.flatMap(({ used }) => used),
      ...(note ? { note } : others.length === 0 && { note: none }),
    },
  }
}

// What one round-up alone touches on is only counted, where anything else can be told.
function tellMatters(matters: readonly Matter[], view: WeekView, most: number): { told: Told<Item>[]; left: number } {
  const whole = matters.filter(({ isTouchedOn }) => !isTouchedOn)
  const { told, left } = tellOf(whole, view, most)
  if (told.length > 0) return { told, left: left + matters.length - whole.length }
  return tellOf(
    matters.filter(({ isTouchedOn }) => isTouchedOn),
    view,
    most,
  )
}

// No more are told than are printed: of thousands of reports most matters are only counted.
function tellOf(matters: readonly Matter[], view: WeekView, most: number): { told: Told<Item>[]; left: number } {
  const told: Told<Item>[] = []
  const soFar = makeToldSoFar()
  for (const [at, matter] of matters.entries()) {
    if (told.length === most) return { told, left: matters.length - at }
    const others = { most: LINES_OF_OTHERS, before: soFar.near(matter.sayings), isLead: false }
    const one = composeMatter(matter, view, told.length > 0 ? others : {})
    if (!one) continue
    soFar.add(one.used)
    told.push({ ...one, items: { ...one.items, choice: matter.choice } })
  }
  return { told, left: 0 }
}

function section(kind: Section['kind'], { items, note }: Composed): Section {
  return { kind, items, ...(note && { note }) }
}

function whyNoLead({ docs, undated, hadEarlier, leftOut }: WeekView): string {
  if (docs.length > 0) {
    return `Nobody is quoted or cited in the ${counted(docs.length, 'report')} of this week in a way that makes a line.`
  }
  if (leftOut && leftOut.reports > 0) return 'No report of these days tells of what belongs to this watch.'
  if (undated.length > 0 && !hadEarlier) {
    const they = undated.length === 1 ? 'it bears' : 'they bear'
    return `The desk holds ${counted(undated.length, 'report')} of no week: ${they} no date, and none is guessed. Give one with --published.`
  }
  return 'The desk holds no report published in this week.'
}

function isLaterAmong(docs: readonly ReadDoc[]): (id: Id<'doc'>) => boolean {
  const later = laterVersions(docs.map(({ doc }) => doc))
  return (id) => later.has(id)
}

function citeAsReport({ doc }: ReadDoc, isLater: (id: Id<'doc'>) => boolean): EditionReport {
  const { id, name, title, outlet, published } = doc
  const said = { ...(title && { title }), ...(outlet && { outlet }), ...(published && { published }) }
  return { doc: id, name, ...said, ...(isLater(id) && { isLater: true }) }
}
