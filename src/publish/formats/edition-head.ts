// What a version of an edition is called, and where it stands: draft, issued or corrected.
import { editionDays } from '../edition-title.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { PrintedEdition } from './printed.ts'

const words = WORDS.formats

/** "The week of 3 to 9 March 2031", or the title that an editor gave it. */
export function printedTitle({ version: { title, edition } }: Pick<PrintedEdition, 'version'>): string {
  return title ?? words.week(editionDays(edition))
}

/** The name of its watch; of one on all that the desk holds, that of the product. */
export function printedName({ version: { edition } }: Pick<PrintedEdition, 'version'>): string {
  return edition.watch?.name ?? WORDS.frame.product
}

/** Whether it is issued, since when, and when it was corrected last. */
export function stateWords({ version: { state, corrections }, at, first = at }: PrintedEdition): string {
  if (state === 'draft' || first === undefined) return words.draft
  const last = corrections.at(-1)?.at
  if (state === 'issued' || last === undefined) return words.issued(dayWords(first))
  return words.corrected(dayWords(first), dayWords(last))
}
