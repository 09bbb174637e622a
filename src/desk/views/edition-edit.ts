// The page on which an edition is edited, of its newest version: the words that each line rests on, what stops the issue, what was
// dropped, and what was said in the week that no line prints.
import { search } from '../../archive/catalogue/search.ts'
import { listVersionsOf } from '../../archive/edition-versions.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import type { SaidLine } from '../../model/listing.ts'
import { overlaps } from '../../model/span.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { WORDS } from '../../publish/interface-words.ts'
import { daysOfWeek } from '../../publish/iso-week.ts'
import { serverLinks } from '../../publish/links.ts'
import type { DroppedLine, EditPage, FoundSaid, Stop } from '../../publish/pages/edition-edit-view.ts'
import type { Desk } from '../desk.ts'
import { type CheckedVersion, checkEditionVersion } from '../editions/check-edition-version.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import { type EditionKey, findIssued, openVersion, type WholeVersion } from '../editions/find-edition.ts'
import { type DroppedPart, listDropped } from '../editions/list-dropped.ts'
import { passagesOf } from './edition-passages.ts'
import { asKept, placeOf } from './edition-versions.ts'
import { nameSpeakers } from './name-speakers.ts'

/** The page; `asked`: words to look for on the desk. Throws EDITION_UNKNOWN. */
export async function makeEditPage(desk: Pick<Desk, 'store'>, key: EditionKey, asked?: string): Promise<EditPage> {
  const newest = openVersion(desk, key)
  const { version } = newest
  const { edition, title } = version
  const findDoc = openDocsOfVersion(desk, version)
  const back = findBack(desk, newest)
  return {
    ...placeOf(edition),
    kept: asKept(newest),
    edition,
    ...(title !== undefined && { title }),
    isPrinted: findIssued(desk, key) !== undefined,
    ...(back !== undefined && { back }),
    passages: new Map(linesOf(edition).map((line) => [line.id, passagesOf(line, findDoc)])),
    stops: stopsOf(await checkEditionVersion(desk, version)),
    dropped: listDropped(desk, newest).map(asDroppedLine),
    ...(asked !== undefined && { asked, found: await findUnprinted(desk, edition, asked) }),
  }
}

/** What keeps the version from being issued. */
export function stopsOf({ broken, missing }: CheckedVersion): Stop[] {
  const { missKinds, misses } = WORDS.editing
  return [
    ...broken.map(({ line, reason }) => ({ line: line.id, text: line.text, why: reason })),
    ...missing.map(({ id, text, reworded }) => {
      const told = reworded?.misses.map(({ kind, words }) => `${missKinds[kind]} “${words}”`).join(', ')
      return { line: id, text, why: `${misses.toLowerCase()}: ${told}` }
    }),
  ]
}

/** The version before a draft, to which an undoing goes. None of what readers see: that is corrected. */
function findBack(
  { store }: Pick<Desk, 'store'>,
  { ref, version }: Pick<WholeVersion, 'ref'> & { readonly version: Pick<EditionVersion, 'before'> },
): number | undefined {
  if (ref.state !== 'draft' || version.before === undefined) return undefined
  return listVersionsOf(store, ref.week, ref.watch).find((other) => other.ref.digest === version.before)?.ref.number
}

function asDroppedLine({ id, section, part }: DroppedPart): DroppedLine {
  if (part.kind !== 'item') return { id, section, text: part.kind === 'line' ? part.line.text : part.own.text }
  const { heading, lines } = part.item
  return { id, section, text: [...(heading ? [heading] : []), ...lines].map(({ text }) => text).join(' ') }
}

const LOOKED_AT = 60 // hits, of which those are left out that a line prints
const SHOWN = 20

async function findUnprinted(
  { store }: Pick<Desk, 'store'>,
  edition: Edition,
  words: string,
): Promise<NonNullable<EditPage['found']>> {
  const days = edition.days ?? daysOfWeek(edition.week)
  const until = days && lastDayBefore(days.until)
  const { items, next } = await search(store, {
    words,
    in: 'said',
    limit: LOOKED_AT,
    ...(days && { from: days.from, until }),
  })
  const printed = Map.groupBy(
    linesOf(edition).flatMap(({ evidence }) => evidence),
    ({ doc }) => doc,
  )
  const isPrinted = ({ doc, start, end }: SaidLine): boolean =>
    printed.get(doc)?.some(({ span }) => overlaps(span, { start, end })) ?? false
  const said = items.flatMap((hit) => (hit.in === 'said' && !isPrinted(hit.said) ? [hit.said] : []))
  const shown = said.slice(0, SHOWN)
  const names = await nameSpeakers(store, shown)
  return { items: shown.map((line) => asFound(line, names)), hasMore: next !== undefined || said.length > SHOWN }
}

function asFound(line: SaidLine, names: ReadonlyMap<string, string>): FoundSaid {
  const { attribution: id, who, source, kind, act, words, outlet, published, doc, name, start, end } = line
  const known = kind === 'anonymous' ? [] : who.flatMap((one) => names.get(one) ?? [])
  return {
    id,
    who: known.length > 0 ? known.join(', ') : source,
    act,
    words,
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
    href: serverLinks.report(name, { doc, span: { start, end }, quote: words }),
  }
}

function lastDayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
