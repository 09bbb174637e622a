// The versions of an edition as they are kept, each with its whole record.
import { findEditionVersion, type LoggedVersion, listVersionsOf } from '../../archive/edition-versions.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'

/** Which edition. */
export interface EditionKey {
  readonly week: string // 2031-W10
  readonly watch?: string // the id of a watch; absent: the edition of all that the desk holds
}

/** A version with its record. */
export interface WholeVersion extends LoggedVersion {
  readonly version: EditionVersion
}

type Reading = Pick<Desk, 'store'>

/** The newest version of an edition, whatever its state; undefined: it was never drafted. Throws STORE_DAMAGED. */
export function findNewest(desk: Reading, { week, watch }: EditionKey): WholeVersion | undefined {
  const logged = listVersionsOf(desk.store, week, watch).at(-1)
  return logged && open(desk, logged)
}

/** The version that readers have: the latest issued or corrected one; undefined: it was never issued. Throws STORE_DAMAGED. */
export function findIssued(desk: Reading, { week, watch }: EditionKey): WholeVersion | undefined {
  const logged = listVersionsOf(desk.store, week, watch).findLast(({ ref }) => ref.state !== 'draft')
  return logged && open(desk, logged)
}

/** One version; without a number the newest. Throws EDITION_UNKNOWN, STORE_DAMAGED. */
export function openVersion(desk: Reading, key: EditionKey, number?: number): WholeVersion {
  const versions = listVersionsOf(desk.store, key.week, key.watch)
  const logged = number === undefined ? versions.at(-1) : versions.find(({ ref }) => ref.number === number)
  if (logged) return open(desk, logged)
  const cure = versions.length > 0 ? `there are 1 to ${versions.length}` : '"readout edition draft" makes the first'
  throw new ReadoutError(
    'EDITION_UNKNOWN',
    `${nameEdition(key)} has no version${number === undefined ? '' : ` ${number}`}; ${cure}`,
  )
}

/** "the edition of 2031-W10", "the edition of 2031-W10 on dam-talks" */
export function nameEdition({ week, watch }: EditionKey): string {
  return `the edition of ${week}${watch === undefined ? '' : ` on ${watch}`}`
}

function open({ store }: Reading, logged: LoggedVersion): WholeVersion {
  const { ref } = logged
  const version = findEditionVersion(store, ref.digest)
  if (version) return { ...logged, version }
  const what = `version ${ref.number} of ${nameEdition(ref)}: its record is gone or was changed`
  throw new ReadoutError('STORE_DAMAGED', `${what}; "readout check" says what else is harmed`)
}
