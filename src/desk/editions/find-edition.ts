// The versions of an edition as they are kept, each with its whole record.
import {
  findEditionVersion,
  type LoggedVersion,
  listEditionVersions,
  listVersionsOf,
} from '../../archive/edition-versions.ts'
import { type EditionName, editionKey } from '../../model/edition-key.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import { ALL } from '../../model/watch.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'

/** Which edition: of a week, and of a watch by its id. */
export type EditionKey = EditionName

/** A version with its record. */
export interface WholeVersion extends LoggedVersion {
  readonly version: EditionVersion
}

type Reading = Pick<Desk, 'store'>

/** The newest version of an edition, whatever its state; undefined: it was never drafted. Throws STORE_DAMAGED. */
export function findNewest(desk: Reading, key: EditionKey): WholeVersion | undefined {
  const logged = listOf(desk, key).at(-1)
  return logged && open(desk, logged)
}

/** The version that readers have: the latest issued or corrected one; undefined: it was never issued. Throws STORE_DAMAGED. */
export function findIssued(desk: Reading, key: EditionKey): WholeVersion | undefined {
  const logged = listOf(desk, key).findLast(({ ref }) => ref.state !== 'draft')
  return logged && open(desk, logged)
}

/** One version; without a number the newest. Throws EDITION_UNKNOWN, STORE_DAMAGED. */
export function openVersion(desk: Reading, key: EditionKey, number?: number): WholeVersion {
  const versions = listOf(desk, key)
  const logged = number === undefined ? versions.at(-1) : versions.find(({ ref }) => ref.number === number)
  if (logged) return open(desk, logged)
  const cure = versions.length > 0 ? `there are 1 to ${versions.length}` : '"readout edition draft" makes the first'
  throw new ReadoutError(
    'EDITION_UNKNOWN',
    `${nameEdition(key)} has no version${number === undefined ? '' : ` ${number}`}; ${cure}`,
  )
}

/** All versions of an edition, the first one first. Throws STORE_DAMAGED. */
export function listKeptVersions(desk: Reading, key: EditionKey): WholeVersion[] {
  return listOf(desk, key).map((logged) => open(desk, logged))
}

/** The line of a version whose id begins so. Throws EDIT_REFUSED. */
export function findLine({ version }: WholeVersion, begins: string): Id<'line'> {
  const found = linesOf(version.edition).filter(({ id }) => id.startsWith(begins))
  const [only] = found
  if (only && found.length === 1) return only.id
  const what = only ? `"${begins}" begins the ids of ${found.length} lines` : `there is no line {#${begins}}`
  throw new ReadoutError('EDIT_REFUSED', `${what} in version ${version.number}; "readout edition check" names them`)
}

/** The editions that readers have, each in its latest version, the latest issued last. Throws STORE_DAMAGED. */
export function listIssuedEditions(desk: Reading): WholeVersion[] {
  const issued = listEditionVersions(desk.store).filter(({ ref }) => ref.state !== 'draft')
  const latest = new Map(issued.map((logged) => [editionKey(logged.ref), logged]))
  return [...latest.values()].map((logged) => open(desk, logged))
}

/** "the edition 2031-W10", "the edition dam-talks-2031-W10" */
export function nameEdition(key: EditionKey): string {
  return `the edition ${editionKey(key)}`
}

// An edition of all that the desk holds names no watch.
function listOf({ store }: Reading, { week, watch }: EditionKey): LoggedVersion[] {
  return listVersionsOf(store, week, watch === ALL.id ? undefined : watch)
}

function open({ store }: Reading, logged: LoggedVersion): WholeVersion {
  const { ref } = logged
  const version = findEditionVersion(store, ref.digest)
  if (version) return { ...logged, version }
  const what = `version ${ref.number} of ${nameEdition(ref)}: its record is gone or was changed`
  throw new ReadoutError('STORE_DAMAGED', `${what}; "readout check" says what else is harmed`)
}
