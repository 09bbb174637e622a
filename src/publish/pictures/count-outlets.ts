// How much each outlet printed in the week. A reprint is a near-copy of a report of another outlet, or one whose byline,
// dateline or source field says that its text is another's. Later versions of a page are no reports of their own.
import type { PicturedOutlet, PicturedOutlets } from '../../model/edition-pictures.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import type { CopyGroup } from '../../model/origin.ts'
import type { WeekView } from '../week-view.ts'

const MOST = 14

/** The outlets with the most reports, the others counted. */
export function countOutlets(
  { docs, findDoc }: Pick<WeekView, 'docs' | 'findDoc'>,
  copyGroups: readonly CopyGroup[],
  isLater: (id: Id<'doc'>) => boolean = () => false,
): PicturedOutlets {
  const firstOf = new Map(copyGroups.flatMap(({ first, copies }) => copies.map(({ doc }) => [doc, first] as const)))
  const isReprint = (read: ReadDoc): boolean => {
    const first = firstOf.get(read.doc.id)
    return isOther(first && findDoc(first)?.outlet, read) || isOther(sourceOf(read), read)
  }
  const own = docs.filter(({ doc }) => !isLater(doc.id))
  const rows = [...Map.groupBy(own, ({ doc }) => doc.outlet)].map(
    ([outlet, reads]): PicturedOutlet => ({
      ...(outlet !== undefined && { outlet }),
      reports: reads.length,
      reprints: reads.filter(isReprint).length,
    }),
  )
  const ordered = rows.toSorted((a, b) => b.reports - a.reports || byName(a.outlet ?? '\uffff', b.outlet ?? '\uffff'))
  const rest = ordered.slice(MOST)
  const reports = rest.reduce((sum, row) => sum + row.reports, 0)
  return { rows: ordered.slice(0, MOST), left: { outlets: rest.length, reports } }
}

// An outlet that nobody names is not shown to be another one.
function isOther(outlet: string | undefined, { doc }: ReadDoc): boolean {
  return outlet !== undefined && doc.outlet !== undefined && !isSame(outlet, doc.outlet)
}

// "ORLENNE (Meridian) —", or the source that the page or its feed names
function sourceOf({ doc, reading }: ReadDoc): string | undefined {
  return reading.wire?.name ?? doc.fields.find(({ name }) => name === 'source')?.value
}

// "Meridian" is Meridian News Agency, and so is "MNA".
function isSame(a: string, b: string): boolean {
  const [few, many] = [wordsIn(a), wordsIn(b)].toSorted((x, y) => x.length - y.length)
  if (!few || !many || few.length === 0) return false
  const initials = many.map((word) => [...word][0]).join('')
  return few.every((word, at) => word === many[at]) || (few.length === 1 && few[0] === initials)
}

function wordsIn(name: string): string[] {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => word !== 'the') ?? []
  )
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
