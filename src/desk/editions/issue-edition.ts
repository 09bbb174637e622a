// A draft issued: what readers get from then on, kept whole with every text that it cites. A line whose evidence does not hold stops
// it, and so does a reworded one that says what its evidence does not, until an editor accepts it with a reason.
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import type { Deciding } from '../decide.ts'
import { type CheckedVersion, checkEditionVersion, mayBeIssued } from './check-edition-version.ts'
import { openDocsOfVersion, pinDocs } from './docs-of-version.ts'
import { refusal, tryEdits } from './edit-edition.ts'
import { type EditionKey, findIssued, nameEdition, type WholeVersion } from './find-edition.ts'
import { keepVersion, openLookedAt, type Word } from './keep-version.ts'
import { standingsNow } from './standings-now.ts'

export interface IssueAsked extends EditionKey, Word {
  readonly from: number // the draft that was looked at; it must be the newest version
  readonly accept?: readonly { readonly line: Id<'line'>; readonly why: string }[]
}

/**
 * Keeps the issued version; it is on the disk when this returns, with all that it cites, or nothing of it is. Throws EDITION_UNKNOWN,
 * EDITION_STALE, EDITION_REFUSED (with what was found in its details), EDIT_REFUSED, USAGE.
 */
export async function issueEdition(desk: Deciding, asked: IssueAsked): Promise<WholeVersion> {
  const { version, ref } = openLookedAt(desk, asked, asked.from)
  const issued = findIssued(desk, asked)
  if (issued) {
    const cure = '"readout edition correct" makes a correction that is shown and dated'
    const said = `${nameEdition(asked)} was issued on ${issued.at.slice(0, 10)}, as version ${issued.ref.number}; ${cure}`
    throw new ReadoutError('EDITION_REFUSED', said)
  }
  const accepted = (asked.accept ?? []).map((one) => ({ kind: 'accept' as const, ...one }))
  const { edited, refused } = await tryEdits(desk, version, { edits: accepted, by: asked.by })
  if (refused.length > 0) throw refusal(refused, asked)
  return await keepIssued(
    desk,
    { ...version, ...edited, number: ref.number + 1, state: 'issued', before: ref.digest },
    asked,
  )
}

/** Keeps a version that readers are to get, once nothing in it stops that. */
export async function keepIssued(
  desk: Deciding,
  version: EditionVersion,
  asked: EditionKey & Word,
): Promise<WholeVersion> {
  const checked = await checkEditionVersion(desk, version)
  if (!mayBeIssued(checked)) throw stopped(asked, checked)
  const { pinned, bytes } = pinDocs(version.edition, openDocsOfVersion(desk, version))
  const stood = await standingsNow(desk, version.edition)
  return await keepVersion(desk, { ...version, stood, pinned }, asked, bytes)
}

const SHORT = 8 // characters of an id, enough to find the line by

function stopped(key: EditionKey, checked: CheckedVersion): ReadoutError {
  const { broken, missing } = checked
  const said = [
    ...broken.map(({ line, reason }) => `the line “${line.text}” does not hold: ${reason}`),
    ...missing.map(({ id, text, reworded }) => {
      const words = reworded?.misses.map((miss) => `${miss.kind} “${miss.words}”`).join(', ')
      return `the reworded line {#${id.slice(0, SHORT)}} “${text}” has what its evidence has not, or lacks what it has: ${words}`
    }),
  ].join('; ')
  const cure =
    missing.length > 0
      ? 'reword them, or accept each with a reason (--accept LINE="why")'
      : 'drop them, or draft it anew'
  return new ReadoutError('EDITION_REFUSED', `${nameEdition(key)} is not issued: ${said}; ${cure}`, {
    details: checked,
  })
}
