// Which version of an edition is printed: the one that was issued, as it stands now; where none was, the last draft that was kept;
// where there is none of these, the edition is composed, and is marked as a draft.
import { findCapture } from '../../archive/captures.ts'
import { findEditionVersion, type LoggedVersion, listEditionVersions } from '../../archive/edition-versions.ts'
import type { Doc } from '../../model/doc.ts'
import type { EditionName } from '../../model/edition-key.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import type { Archived, PrintedEdition } from '../../publish/formats/printed.ts'
import type { Desk } from '../desk.ts'
import { composeEdition } from '../edition.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import type { OpenEdition } from '../open-editions.ts'
import { isAll } from '../watches.ts'

type OfDesk = Pick<Desk, 'store' | 'now' | 'dir'>

export interface WantedEdition {
  readonly week?: string // absent: of the edition that was issued last; of none, the latest week
  readonly watch?: string | undefined // absent: the watch of all that the desk holds
  readonly withDrafts?: boolean // false: a draft that was kept is not printed; readers do not see it
  readonly version?: number | undefined // of this week; absent: what readers have
  /** Where it is composed; absent: here and now. */
  compose?(name: Partial<EditionName>): Promise<Pick<OpenEdition, 'edition' | 'findDoc'>>
}

/** The edition as it is printed. Throws EDITION_UNKNOWN where there is no such version, or none to be seen, WEEK_UNKNOWN, EVIDENCE_BROKEN as composing does, STORE_DAMAGED where a record is gone. */
export async function openPrinted(
  desk: OfDesk,
  { week, watch: id, withDrafts = true, version: number, compose }: WantedEdition = {},
): Promise<PrintedEdition> {
  const watch = id !== undefined && isAll({ id }) ? undefined : id
  const own = listEditionVersions(desk.store).filter(({ ref }) => ref.watch === watch)
  const ofWeek = own.filter(({ ref }) => week === undefined || ref.week === week)
  if (number !== undefined) {
    const asked = ofWeek.find(({ ref }) => ref.number === number && (withDrafts || ref.state !== 'draft'))
    if (asked) return openVersion(desk, asked, own)
    throw new ReadoutError(
      'EDITION_UNKNOWN',
      `there is no version ${number} of it that may be seen; leave the version out`,
    )
  }
  const chosen =
    ofWeek.findLast(({ ref }) => ref.state !== 'draft') ??
    (withDrafts ? ofWeek.findLast(({ ref }) => ref.week === week) : undefined)
  if (chosen) return openVersion(desk, chosen, own)
  const name = { ...(week !== undefined && { week }), ...(watch !== undefined && { watch }) }
  const { edition, findDoc } = await (compose?.(name) ?? composeHere(desk, name))
  const version: EditionVersion = { edition, number: 0, state: 'draft', corrections: [] }
  return { version, findDoc, findArchived: archivedBy(desk, findDoc) }
}

async function composeHere(
  desk: OfDesk,
  name: Partial<EditionName>,
): Promise<Pick<OpenEdition, 'edition' | 'findDoc'>> {
  const { edition, holdings } = await composeEdition(desk, name)
  return { edition, findDoc: holdings.findDoc }
}

/** All editions that were issued, each as it stands now; the latest week first. */
export function listIssued(desk: Pick<Desk, 'store'>, watch?: string): PrintedEdition[] {
  const all = listEditionVersions(desk.store).filter(
    ({ ref }) => ref.state !== 'draft' && (watch === undefined || ref.watch === watch),
  )
  const last = [...Map.groupBy(all, ({ ref }) => `${ref.week} ${ref.watch ?? ''}`).entries()]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, versions]) => versions.at(-1) ?? [])
  return last.map((version) => openVersion(desk, version, all))
}

/** A stored version with the texts that it cites. */
function openVersion(
  desk: Pick<Desk, 'store'>,
  { ref, at }: LoggedVersion,
  all: readonly LoggedVersion[],
): PrintedEdition {
  const version = findEditionVersion(desk.store, ref.digest)
  if (!version) {
    const what = `version ${ref.number} of the edition of ${ref.week}`
    throw new ReadoutError('STORE_DAMAGED', `${what}: its record is gone or was changed; run "readout check"`)
  }
  const first = all.find(
    (other) => other.ref.state !== 'draft' && other.ref.week === ref.week && other.ref.watch === ref.watch,
  )
  return {
    ...withTexts(desk, version),
    version,
    ...(ref.state !== 'draft' && { at, first: first?.at ?? at }),
  }
}

/** The texts that a version cites, those that were pinned with it first, and how the desk came by them. */
export function withTexts(
  desk: Pick<Desk, 'store'>,
  version: Pick<EditionVersion, 'pinned'>,
): Pick<PrintedEdition, 'findDoc' | 'findArchived'> {
  const findDoc = openDocsOfVersion(desk, version)
  return { findDoc, findArchived: archivedBy(desk, findDoc) }
}

function archivedBy({ store }: Pick<Desk, 'store'>, find: (id: Id<'doc'>) => Doc | undefined) {
  return (id: Id<'doc'>): Archived | undefined => {
    const doc = find(id)
    const found = doc && findCapture(store, doc.capture)?.capture
    if (!found) return undefined
    const payload = 'payload' in found.outcome ? found.outcome.payload : undefined
    return { capture: found.id, at: found.archived ?? found.at, ...(payload && { payload }) }
  }
}
