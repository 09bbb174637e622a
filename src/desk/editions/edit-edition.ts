// An editor's edits on the newest version, kept as a draft after it. Of two editors at once one is first, and the other is told.
import { findRecord } from '../../archive/pinned-docs.ts'
import type { Edit, RefusedEdit } from '../../model/edit.ts'
import type { Edition, Line } from '../../model/edition.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import { applyEdits, type Edited } from '../../publish/editing/apply-edits.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { checkWording } from '../../publish/wording/check-wording.ts'
import type { Deciding } from '../decide.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from './docs-of-version.ts'
import { type EditionKey, nameEdition, openVersion, type WholeVersion } from './find-edition.ts'
import { keepVersion, openLookedAt, type Word } from './keep-version.ts'
import { linesOfAttributions } from './line-of.ts'

/** What an editor did, and to which version. */
export interface EditAsked extends EditionKey, Word {
  readonly from: number // the version that was looked at
  readonly edits: readonly Edit[]
  /** Make the edits on the newest version, where another came after `from`; otherwise that is refused. */
  readonly onNewest?: boolean
}

/**
 * Keeps the version that the edits make as a draft; it is on the disk when this returns. All edits are made or none. Throws
 * EDITION_UNKNOWN, EDITION_STALE (with the newest version in its details), EDIT_REFUSED (with the refused edits), USAGE.
 */
export async function editEdition(desk: Deciding, asked: EditAsked): Promise<WholeVersion> {
  const newest = asked.onNewest ? openVersion(desk, asked) : openLookedAt(desk, asked, asked.from)
  const { edited, refused } = await tryEdits(desk, newest.version, asked)
  if (refused.length > 0) throw refusal(refused, asked)
  return await keepVersion(desk, nextDraft(newest, edited), asked)
}

/** What the edits make of a version, and those that cannot be made. Keeps nothing. */
export async function tryEdits(
  desk: Pick<Desk, 'store' | 'dir'>,
  version: EditionVersion,
  { edits, by }: { readonly edits: readonly Edit[]; readonly by: string },
): Promise<{ readonly edited: Edited; readonly refused: readonly RefusedEdit[] }> {
  const { edition, title, composed } = version
  const findDoc = openDocsOfVersion(desk, version)
  const wanted = edits.flatMap((edit) => (edit.kind === 'add' ? [edit.attribution] : []))
  const lines = await linesOfAttributions(desk, edition, wanted)
  return applyEdits({ edition, ...(title !== undefined && { title }) }, edits, {
    by,
    checkWording: (text, line) => checkWording(text, line, { findDoc }),
    lineOf: (attribution) => lines.get(attribution) ?? `no statement ${attribution}`,
    ruledLine: openRuled(desk, composed),
  })
}

/** The draft after a version, with what was edited. */
export function nextDraft({ version, ref }: WholeVersion, { edition, title }: Edited): EditionVersion {
  const { title: _title, ...rest } = version
  return {
    ...rest,
    edition,
    number: ref.number + 1,
    state: 'draft',
    ...(title !== undefined && { title }),
    before: ref.digest,
  }
}

/** The error that names the edits that cannot be made. */
export function refusal(refused: readonly RefusedEdit[], key: EditionKey): ReadoutError {
  const said = refused.map(({ edit, reason }) => `${edit.kind}: ${reason}`).join('; ')
  return new ReadoutError('EDIT_REFUSED', `${nameEdition(key)}: ${said}; nothing is kept`, { details: { refused } })
}

// Looked up when first asked for: few edits give a line its ruled words back.
function openRuled(
  { store }: Pick<Desk, 'store'>,
  composed: EditionVersion['composed'],
): (id: Id<'line'>) => Line | undefined {
  let lines: ReadonlyMap<Id<'line'>, Line> | undefined
  return (id) => {
    const edition = composed === undefined ? undefined : (findRecord(store, composed) as Edition | undefined)
    lines ??= new Map((edition ? linesOf(edition) : []).map((line) => [line.id, line]))
    return lines.get(id)
  }
}
