// What an edition is called, which days it tells of, and where it stands: draft, issued or corrected.
import type { Days } from '../../model/attribution.ts'
import type { Edition } from '../../model/edition.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords, weekWords } from '../iso-week.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** "The week of 3 to 9 March 2031", or the title that an editor gave it. */
export function editionTitle({ version: { title, edition } }: Pick<PrintedEdition, 'version'>): string {
  return title ?? words.week(periodWords(edition))
}

/** The name of its watch; of one on all that the desk holds, that of the product. */
export function editionName({ version: { edition } }: Pick<PrintedEdition, 'version'>): string {
  return edition.watch?.name ?? WORDS.frame.product
}

/** "3 to 9 March 2031". */
export function periodWords({ week, days }: Pick<Edition, 'week' | 'days'>): string {
  return days ? daysWords(days) : weekWords(week)
}

/** Whether it is issued, since when, and when it was corrected last. */
export function stateWords({ version: { state, corrections }, at, first = at }: PrintedEdition): string {
  if (state === 'draft' || first === undefined) return words.draft
  const last = corrections.at(-1)?.at
  if (state === 'issued' || last === undefined) return words.issued(dayWords(first))
  return words.corrected(dayWords(first), dayWords(last))
}

/** The edition's name in addresses and names of files: 2031-W10, dam-talks-2031-W10. */
export function editionSlug({ week, watch }: Pick<Edition, 'week' | 'watch'>): string {
  return watch ? `${watch.id}-${week}` : week
}

const DAY_MS = 86_400_000

function daysWords({ from, until }: Days): string {
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  const end = dayWords(last)
  if (last <= from) return end
  const [day, month, year] = dayWords(from).split(' ')
  if (from.slice(0, 7) === last.slice(0, 7)) return `${day} to ${end}`
  return from.slice(0, 4) === last.slice(0, 4) ? `${day} ${month} to ${end}` : `${day} ${month} ${year} to ${end}`
}
