// Whether a version may be issued: every line's evidence tried against the stored texts, reworded lines with what they lack, lines of
// an editor's own, and claims that stand otherwise since it was composed.
import type { Line, OwnLine } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { checkEdition } from '../../publish/check-edition.ts'
import { linesOf, ownLinesOf } from '../../publish/editing/open-parts.ts'
import { checkWording } from '../../publish/wording/check-wording.ts'
import type { WordingContext } from '../../publish/wording/grounds.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from './docs-of-version.ts'
import { findTurned, type Turned } from './standings-now.ts'

/** What was found. `broken` and `missing` stop the issue; the others are for the editor to know. */
export interface CheckedVersion {
  readonly lines: number
  readonly broken: readonly { readonly line: Line; readonly reason: string }[]
  readonly missing: readonly Line[] // reworded, with misses that nobody has accepted
  readonly accepted: readonly Line[] // with misses that an editor has accepted
  readonly reworded: readonly Line[] // all of them
  readonly own: readonly OwnLine[]
  readonly turned: readonly Turned[]
}

/** Tries a version, kept or not. Changes nothing. */
export async function checkEditionVersion(desk: Pick<Desk, 'store'>, version: EditionVersion): Promise<CheckedVersion> {
  const lines = linesOf(version.edition)
  const findDoc = openDocsOfVersion(desk, version)
  const reworded = lines.flatMap((line) => checkAgain(line, findDoc))
  const missed = reworded.filter((line) => (line.reworded?.misses.length ?? 0) > 0)
  const isReworded = new Set(reworded.map(({ id }) => id))
  const breaches = checkEdition(version.edition, findDoc)
  return {
    lines: lines.length,
    // quoted words that the evidence lacks are misses of a reworded line, which a person may accept
    broken: breaches.filter(({ line, evidence }) => evidence !== undefined || !isReworded.has(line.id)),
    missing: missed.filter(({ reworded: words }) => words?.accepted === undefined),
    accepted: missed.filter(({ reworded: words }) => words?.accepted !== undefined),
    reworded,
    own: ownLinesOf(version.edition),
    turned: await findTurned(desk, version),
  }
}

// A line that was reworded, held against its evidence as it is held now. What was accepted is what was found then, and no more.
function checkAgain(line: Line, findDoc: WordingContext['findDoc']): Line[] {
  const { reworded } = line
  if (!reworded) return []
  const misses = checkWording(line.text, line, { findDoc })
  const known = new Set(reworded.misses.map(({ kind, words }) => `${kind} ${words}`))
  const isKnown = misses.every(({ kind, words }) => known.has(`${kind} ${words}`))
  const { accepted, ...rest } = reworded
  return [{ ...line, reworded: { ...rest, misses, ...(accepted && isKnown && { accepted }) } }]
}

/** True where nothing stops its issue. */
export function mayBeIssued({ broken, missing }: CheckedVersion): boolean {
  return broken.length === 0 && missing.length === 0
}
