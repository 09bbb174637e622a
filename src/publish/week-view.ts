// What the sections of one week look at: the week's sayings, and rows, stories and appearances by their ids.
import type { Doc } from '../model/doc.ts'
import { isBefore } from '../model/edge.ts'
import type { Edition } from '../model/edition.ts'
import type { Digest, Id, Instant } from '../model/id.ts'
import type { Ledger, Linked, ReadDoc, Tracked } from '../model/ledger.ts'
import type { OriginsGraph } from '../model/origins-graph.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Reading } from '../model/reading.ts'
import type { Story } from '../model/story.ts'
import type { Standing } from '../model/timeline.ts'
import { ALL, type Watch } from '../model/watch.ts'
import { findSayings, type Saying } from './find-sayings.ts'
import { ledgerOf } from './ledger-of.ts'
import { type LeftOut, narrowWeek } from './narrow-week.ts'
import { type Grounds, openGrounds } from './open-grounds.ts'
import { isWithin, type Period, periodOf } from './period.ts'

export interface ComposeInput {
  readonly week: string // 2024-W07
  readonly watch?: Watch // absent: all that the desk holds
  readonly period?: Period // absent: the week, in UTC
  readonly docs: readonly ReadDoc[]
  readonly linked: Linked
  readonly tracked: Tracked
  readonly ledger?: Ledger // absent: of the rows that were tracked
  readonly asOf: { readonly number: number; readonly before: Digest }
  readonly after?: Id<'edition'>
  /** Where each claim stood when last week ended (absent: it was not yet known) and stands when this one ends. */
  readonly standings?: ReadonlyMap<Id<'claim'>, StandingChange>
  /** The edition before, where one is known: what it followed, and this week does not, is said. */
  readonly last?: Edition
  /** What the desk holds beside what is given; absent: all that it holds is given. */
  readonly beside?: Beside
  readonly graphOf?: (claim: Id<'claim'>) => OriginsGraph | undefined // its origins, to be drawn
}

/** What the rest of a desk is asked for, where only what a week is about is given. */
export interface Beside {
  readonly hadEarlier: boolean // it holds reports from before the week
  readonly knewClaims: boolean // claims, too
  readonly isLater: (id: Id<'doc'>) => boolean // the report is a later version of a page
}

export interface StandingChange {
  readonly before?: Standing
  readonly now: Standing
}

export interface WeekView extends Grounds {
  readonly week: string
  readonly watch: Watch
  readonly period?: Period | undefined // absent: the week is none
  readonly docs: readonly ReadDoc[] // of the week
  readonly undated: readonly ReadDoc[]
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined // of any week
  readonly findReading: (id: Id<'doc'>) => Reading | undefined
  readonly hadEarlier: boolean // the desk holds reports from before this week
  readonly knewClaims: boolean // claims, too
  readonly sayings: readonly Saying[] // of the week
  readonly sayingsByDoc: ReadonlyMap<Id<'doc'>, readonly Saying[]>
  readonly storiesHere: ReadonlySet<Id<'story'>> // that a report of the week tells, whether it belongs to the watch or not
  readonly last?: Edition | undefined // the edition before
  readonly ledger: Ledger
  readonly storyById: ReadonlyMap<Id<'story'>, Story>
  readonly quoteMatches: readonly QuoteMatch[]
  readonly standings: ReadonlyMap<Id<'claim'>, StandingChange>
  readonly leftOut?: LeftOut // absent: nothing, since everything belongs
}

/** What a section prints, and the sayings it used up. */
export interface Told<Items> {
  readonly items: Items
  readonly used: readonly Saying[]
}

/** The view of the week, of what belongs to the watch. A report without a date is in no week. */
export function makeWeekView(input: ComposeInput): WeekView {
  const { week, linked, tracked, watch = ALL, period = periodOf(week), standings = new Map(), beside } = input
  const docs = input.docs.map(withPlainOutlet)
  const isHere = (printed: Instant): boolean => period !== undefined && isWithin(printed, period)
  const wasEarlier = (printed: Instant): boolean => period !== undefined && isBefore(printed, period.from)
  const inWeek = docs.filter(({ doc }) => doc.published !== undefined && isHere(doc.published))
  const readById = new Map(docs.map((read) => [read.doc.id, read]))
  const grounds = openGrounds(linked, tracked, wasEarlier)
  const sayings = findSayings(inWeek, linked, tracked)
  const whole: WeekView = {
    week,
    watch,
    period,
    docs: inWeek,
    undated: docs.filter(({ doc }) => doc.published === undefined),
    findDoc: (id) => readById.get(id)?.doc,
    findReading: (id) => readById.get(id)?.reading,
    hadEarlier: beside?.hadEarlier ?? docs.some(({ doc }) => doc.published !== undefined && wasEarlier(doc.published)),
    knewClaims: beside?.knewClaims ?? [...standings.values()].some(({ before }) => before !== undefined),
    sayings,
    sayingsByDoc: Map.groupBy(sayings, ({ doc }) => doc.id),
    storiesHere: findStories(inWeek, sayings, tracked),
    last: input.last,
    ledger: input.ledger ?? ledgerOf(tracked.rows),
    storyById: new Map(tracked.stories.map((story) => [story.id, story])),
    ...grounds,
    // what its own verb does, where nobody took a stance; undefined: the outlet's own voice
    actOf: (appearance) =>
      grounds.actOf(appearance) ??
      readById.get(appearance.doc)?.reading.attributions.find(({ id }) => id === appearance.attribution)?.act,
    quoteMatches: linked.quoteMatches,
    standings,
  }
  return narrowWeek(whole, linked)
}

// By their reports, even those that say nothing; and a round-up's items by what they say. Under older ids, too.
function findStories(
  inWeek: readonly ReadDoc[],
  sayings: readonly Saying[],
  { stories }: Tracked,
): ReadonlySet<Id<'story'>> {
  const printed = new Set(inWeek.map(({ doc }) => doc.id))
  const said = new Set(sayings.flatMap(({ story }) => story ?? []))
  const here = stories.filter(({ id, docs }) => said.has(id) || docs.some((doc) => printed.has(doc)))
  return new Set(here.flatMap(({ id, aliases }) => [id, ...aliases]))
}

// An outlet called “The Gate” would look quoted in a line: of its name the marks are left out.
function withPlainOutlet(read: ReadDoc): ReadDoc {
  const { outlet } = read.doc
  return outlet !== undefined && /["“”]/.test(outlet)
    ? { ...read, doc: { ...read.doc, outlet: outlet.replace(/["“”]/g, '') } }
    : read
}
