// What people wrote by themselves, in decisions and in editions: reasons, notes, tags, lines of their own, titles. It may repeat what a
// report said.
import type { Decision } from '../../model/decision.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ownLinesOf } from '../../publish/editing/open-parts.ts'

/** What was written in a decision. */
export function writtenIn({ ruling, why }: Pick<Decision, 'ruling' | 'why'>): string[] {
  if (ruling.kind === 'note') return [why, ruling.text]
  return ruling.kind === 'tag' ? [why, ruling.tag] : [why]
}

/** What was written in a version of an edition. */
export function writtenInVersion({ edition, title = '', corrections }: EditionVersion): string[] {
  const corrected = corrections.flatMap(({ was = '', now = '', why }) => [was, now, why])
  return [title, ...ownLinesOf(edition).map(({ text }) => text), ...corrected]
}
