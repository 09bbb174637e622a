// An edition for other programs: every printed line with the words that it rests on.
import type { Doc } from '../../model/doc.ts'
import type { Edition, Line } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { composeEdition, listWeeks } from '../edition.ts'
import type { Editions, OpenEdition } from '../open-editions.ts'
import { anchorIn } from './api-places.ts'

/** The weeks that have dated reports, the latest first. */
export async function listToldWeeks(desk: Pick<Desk, 'store'>) {
  return (await listWeeks(desk)).map(({ week, reports }) => ({
    week,
    href: serverLinks.edition(week),
    reports,
  }))
}

/** A desk, and where its editions are composed beside what answers; absent: they are composed here. */
export type WithEditions = Pick<Desk, 'store' | 'now'> & { readonly editions?: Editions }

/** The edition of the week. Throws WEEK_UNKNOWN. */
export async function openEditionOf(desk: WithEditions, week: string): Promise<OpenEdition> {
  if (desk.editions) return await desk.editions.find(week)
  const { edition, holdings } = await composeEdition(desk, week)
  return { edition, findDoc: holdings.findDoc }
}

/** The edition with its lines; one whose words are not at hand is left without them. One that is kept is told once. */
export function tellEdition(open: OpenEdition): ReturnType<typeof tell> {
  const told = toldOf.get(open) ?? tell(open.edition, open.findDoc)
  toldOf.set(open, told)
  return told
}

const toldOf = new WeakMap<OpenEdition, ReturnType<typeof tell>>()

function tell({ id, week, asOf, sections }: Edition, findDoc: (id: Id<'doc'>) => Doc | undefined) {
  const tellLine = ({ id: line, text, claims, evidence }: Line) => ({
    id: line as string,
    text,
    claims: [...claims] as string[],
    evidence: evidence.flatMap(({ doc, span }) => {
      const found = findDoc(doc)
      return found ? [anchorIn(found, span)] : []
    }),
  })
  return {
    id: id as string,
    week,
    href: serverLinks.edition(week),
    asOf: asOf.number,
    sections: sections.map(({ kind, note, items }) => ({
      kind: kind as string,
      ...(note && { note }),
      items: items.map(({ story, heading, lines }) => ({
        ...(story && { story: story as string }),
        ...(heading && { heading: tellLine(heading) }),
        lines: lines.map(tellLine),
      })),
    })),
  }
}
