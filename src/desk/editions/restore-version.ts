// Back to an earlier version: its words and its order are kept as a new draft. What was made between stays in the list of versions, so
// that nothing is lost by going back. Going back again goes on from there, to the version before that one.
import type { Deciding } from '../decide.ts'
import { nextDraft } from './edit-edition.ts'
import { type EditionKey, openVersion, type WholeVersion } from './find-edition.ts'
import { keepVersion, openLookedAt, type Word } from './keep-version.ts'

/** Which version is to be had again. */
export interface RestoreAsked extends EditionKey, Word {
  readonly from: number // the version that was looked at: it must be the newest
  readonly to: number
}

/** Keeps the draft that is again as version `to` was. Throws EDITION_UNKNOWN, EDITION_STALE, USAGE. */
export async function restoreVersion(desk: Deciding, asked: RestoreAsked): Promise<WholeVersion> {
  const newest = openLookedAt(desk, asked, asked.from)
  const { version } = openVersion(desk, asked, asked.to)
  // with what it was composed of: else what was composed since would pass for an editor's changes when it is composed anew
  const { before: _before, composed: _composed, stood: _stood, ...draft } = nextDraft(newest, version)
  const { before, composed, stood } = version
  const again = { ...draft, ...(before && { before }), ...(composed && { composed }), ...(stood && { stood }) }
  return await keepVersion(desk, again, asked)
}
