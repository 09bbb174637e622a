// An issued edition corrected: a version of its own after it, which says what it prints otherwise, since when and why. The issued one
// is never changed.
import type { Edit } from '../../model/edit.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import { asPrinted } from '../../publish/editing/apply-edits.ts'
import { listCorrections } from '../../publish/editing/list-corrections.ts'
import type { Deciding } from '../decide.ts'
import { refusal, tryEdits } from './edit-edition.ts'
import { type EditionKey, findIssued, nameEdition, type WholeVersion } from './find-edition.ts'
import { keepIssued } from './issue-edition.ts'
import { openLookedAt, type Word } from './keep-version.ts'

/** What is corrected: the newest version, which is the issued one or a draft after it, with these edits as well. */
export interface CorrectAsked extends EditionKey, Word {
  readonly from: number
  readonly edits?: readonly Edit[]
}

/**
 * Keeps the corrected version; it is on the disk when this returns. Throws EDITION_UNKNOWN, EDITION_STALE, EDITION_REFUSED (never
 * issued, nothing printed otherwise, or it may not be issued so), EDIT_REFUSED, USAGE.
 */
export async function correctEdition(desk: Deciding, asked: CorrectAsked): Promise<WholeVersion> {
  const why = asPrinted(asked.why)
  if (why === '') throw new ReadoutError('USAGE', 'why is it corrected? give the reason with --why; readers see it')
  const newest = openLookedAt(desk, asked, asked.from)
  const issued = findIssued(desk, asked)
  if (!issued) {
    const cure = 'edit its draft; only what readers have is corrected'
    throw new ReadoutError('EDITION_REFUSED', `${nameEdition(asked)} was never issued; ${cure}`)
  }
  const { edited, refused } = await tryEdits(desk, newest.version, { edits: asked.edits ?? [], by: asked.by })
  if (refused.length > 0) throw refusal(refused, asked)
  const made = listCorrections(issued.version, edited, { at: desk.now(), why })
  if (made.length === 0) {
    const as = `version ${issued.ref.number}, which readers have`
    throw new ReadoutError(
      'EDITION_REFUSED',
      `${nameEdition(asked)} prints nothing otherwise than ${as}; edit it first`,
    )
  }
  const { title: _title, ...rest } = newest.version
  const version: EditionVersion = {
    ...rest,
    ...edited,
    number: newest.ref.number + 1,
    state: 'corrected',
    corrections: [...issued.version.corrections, ...made],
    before: newest.ref.digest,
  }
  return await keepIssued(desk, version, asked)
}
