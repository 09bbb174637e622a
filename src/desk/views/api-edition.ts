// An edition for other programs: every printed line with the words that it rests on.
import type { Doc } from '../../model/doc.ts'
import type { Edition, Line } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { listWeeks } from '../edition.ts'
import { anchorIn } from './api-places.ts'

/** The weeks that have dated reports, the latest first. */
export function listToldWeeks(desk: Pick<Desk, 'store'>) {
  return listWeeks(desk).map(({ week, reports }) => ({
    week,
    href: serverLinks.edition(week),
    reports,
  }))
}

/** The edition with its lines; one whose words are not at hand is left without them. */
export function tellEdition({ id, week, asOf, sections }: Edition, findDoc: (id: Id<'doc'>) => Doc | undefined) {
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
