// An edition for other programs: every printed line with the words that it rests on.
import type { Doc } from '../../model/doc.ts'
import type { Edition, Line } from '../../model/edition.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import type { Id } from '../../model/id.ts'
import { keyOf } from '../../publish/edition-title.ts'
import { serverLinks } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { composeEdition, listEditions } from '../edition.ts'
import type { Editions, OpenEdition } from '../open-editions.ts'
import { anchorIn } from './api-places.ts'

/** The weeks that have dated reports, the latest first, watch by watch. */
export async function listToldWeeks(desk: Pick<Desk, 'store' | 'dir'>) {
  return (await listEditions(desk)).flatMap(({ watch, weeks }) =>
    weeks.map(({ week, key, reports }) => ({
      week,
      ...(watch && { watch: watch.id }),
      href: serverLinks.edition(key),
      reports,
    })),
  )
}

/** A desk, and where its editions are composed beside what answers; absent: they are composed here. */
export type WithEditions = Pick<Desk, 'store' | 'now' | 'dir'> & { readonly editions?: Editions }

/** The edition of this key. Throws WEEK_UNKNOWN, WATCH_UNKNOWN. */
export async function openEditionOf(desk: WithEditions, key: string): Promise<OpenEdition> {
  const of = parseEditionKey(key)
  if (desk.editions) return await desk.editions.find(of)
  const { edition, holdings } = await composeEdition(desk, of)
  return { edition, findDoc: holdings.findDoc }
}

/** The edition with its lines; one whose words are not at hand is left without them. One that is kept is told once. */
export function tellEdition(open: OpenEdition): ReturnType<typeof tell> {
  const told = toldOf.get(open) ?? tell(open.edition, open.findDoc)
  toldOf.set(open, told)
  return told
}

const toldOf = new WeakMap<OpenEdition, ReturnType<typeof tell>>()

function tell(edition: Edition, findDoc: (id: Id<'doc'>) => Doc | undefined) {
  const { id, week, asOf, sections } = edition
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
    href: serverLinks.edition(keyOf(edition)),
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
