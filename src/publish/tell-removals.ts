// That lines of an edition were struck, and when and why: what stands above it in every form.
import type { EditionVersion } from '../model/edition-version.ts'
import { WORDS } from './interface-words.ts'
import { dayWords } from './iso-week.ts'

/** One sentence or two for each removal, the newest first. */
export function tellRemovals({ removals = [] }: Pick<EditionVersion, 'removals'>): string[] {
  const words = WORDS.removal
  return removals.toReversed().map(({ at, lines, why }) => `${words.edition(lines, dayWords(at))} ${words.why(why)}`)
}
