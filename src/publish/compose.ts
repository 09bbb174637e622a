// The week in lines that carry evidence. Rules choose and join; every word that tells something is the reports' own.
import { digestOfParts } from '../model/digest.ts'
import type { Edition, EditionReport, Item, Section } from '../model/edition.ts'
import { asId, type Id } from '../model/id.ts'
import { laterVersions } from '../model/later-versions.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { composeAltered } from './compose-altered.ts'
import { composeBriefings } from './compose-briefings.ts'
import { composeChanges } from './compose-changes.ts'
import { composeDenials } from './compose-denials.ts'
import { composeMatter } from './compose-lead.ts'
import type { Saying } from './find-sayings.ts'
import { capital, counted } from './origin-words.ts'
import { makePictures } from './pictures/make-pictures.ts'
import { type Matter, rankStories } from './rank-stories.ts'
import { type ComposeInput, makeWeekView, type Told, type WeekView } from './week-view.ts'

export type { ComposeInput, StandingChange } from './week-view.ts'

const MOST_OTHERS = 12 // a column, not a list of all there is; what is left out is counted
const LINES_OF_OTHERS = 2

/** The edition of a week. The same docs, readings and links give the same edition. */
export function compose(input: ComposeInput): Edition {
  const view = makeWeekView(input)
  const { lead, others } = composeNews(view)
  const printed = [...(lead?.used ?? []), ...others.used]
  const briefings = composeBriefings(view, printed)
  const denials = composeDenials(view, [...printed, ...briefings.used])
  const altered = composeAltered(view)
  const isLater = input.beside?.isLater ?? isLaterAmong(input.docs)
  const changes = composeChanges(view)
  const sections: Section[] = [
    { kind: 'lead', items: lead ? [lead.items] : [], ...(!lead && { note: whyNoLead(view) }) },
    section('in other news', others),
    section('official briefings', briefings),
    section('denials and non-comments', denials),
    ...(altered.length > 0 ? [{ kind: 'altered quotations' as const, items: altered }] : []),
    section('changed since last edition', changes),
  ]
  const lines = sections.flatMap(({ items }) => items.flatMap((item) => item.lines.map(({ id }) => id)))
  return {
    id: asId<'edition'>(digestOfParts(input.week, input.asOf.number, input.asOf.before, ...lines)),
    week: input.week,
    asOf: input.asOf,
    ...(input.after && { after: input.after }),
    sections,
    pictures: makePictures(view, input, sections),
    reports: [...view.docs, ...view.undated].map((read) => citeAsReport(read, isLater)),
  }
}

type Composed = Told<readonly Item[]> & { readonly note?: string }

/** The lead is the first matter that makes a line; the others follow in the order of their reach. */
function composeNews(view: WeekView): { lead: Told<Item> | undefined; others: Composed } {
  const [lead, ...rest] = tellMatters(rankStories(view), view)
  const others = rest.slice(0, MOST_OTHERS)
  const left = rest.length - others.length
  const none = lead ? 'The reports of the week follow one matter only.' : 'Nothing, for the same reason.'
  const note = left > 0 ? `${capital(counted(left, 'more matter'))} of the week stand in the ledger.` : undefined
  return {
    lead,
    others: {
      items: others.map(({ items }) => items),
      used: others.flatMap(({ used }) => used),
      ...(note && { note }),
      ...(others.length === 0 && { note: none }),
    },
  }
}

function tellMatters(matters: readonly Matter[], view: WeekView): Told<Item>[] {
  const before: Saying[] = []
  return matters.flatMap((matter) => {
    const told = composeMatter(matter, view, before.length > 0 ? { most: LINES_OF_OTHERS, before } : {})
    before.push(...(told?.used ?? []))
    return told ? [told] : []
  })
}

function section(kind: Section['kind'], { items, note }: Composed): Section {
  return { kind, items, ...(note && { note }) }
}

function whyNoLead({ docs, undated, hadEarlier }: WeekView): string {
  if (docs.length > 0) {
    return `Nobody is quoted or cited in the ${counted(docs.length, 'report')} of this week in a way that makes a line.`
  }
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
