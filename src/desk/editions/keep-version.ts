// A version kept, with whatever it needs to be read for ever, in one transaction: after a crash there is all of it or nothing.
import { keepEditionVersion } from '../../archive/edition-versions.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import type { EditionVersion } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import { asId } from '../../model/id.ts'
import { asPrinted } from '../../publish/editing/apply-edits.ts'
import { keyOf } from '../../publish/edition-title.ts'
import type { Deciding } from '../decide.ts'
import { type EditionKey, findNewest, nameEdition, openVersion, type WholeVersion } from './find-edition.ts'

/** Who does it, and why. */
export interface Word {
  readonly by: string // from whoever lets people in; never from what they send
  readonly why: string
}

/** Keeps the version; it is on the disk when this returns. Throws USAGE, STORE_FAILED, EDITION_STALE. */
export async function keepVersion(
  desk: Deciding,
  version: EditionVersion,
  { by, why }: Word,
  also: readonly Uint8Array[] = [],
): Promise<WholeVersion> {
  const name = asPrinted(by)
  if (name === '') throw new ReadoutError('USAGE', 'who edits? give a name with --by, or in READOUT_BY')
  if (desk.store.isReadOnly) {
    throw new ReadoutError('STORE_FAILED', `${desk.dir}: the desk may not be written; edit where you may write to it`)
  }
  const word = { by: asId<'editor'>(name), at: desk.now(), why: asPrinted(why) }
  const kept = await keepEditionVersion(desk.store, version, word, also)
  if (!kept) throw stale(desk, parseEditionKey(keyOf(version.edition)))
  desk.nudge?.()
  return { ...kept, version }
}

/** The newest version, where it is the one that was looked at. Throws EDITION_UNKNOWN, EDITION_STALE. */
export function openLookedAt(desk: Pick<Deciding, 'store'>, key: EditionKey, from: number): WholeVersion {
  const newest = openVersion(desk, key)
  if (newest.ref.number === from) return newest
  openVersion(desk, key, from) // there is none: that is another fault
  throw stale(desk, key)
}

// Says that another version came meanwhile, whose it is, and how nothing is lost.
function stale(desk: Pick<Deciding, 'store'>, key: EditionKey): ReadoutError {
  const newest = findNewest(desk, key)
  const whose = newest ? `${newest.by} kept version ${newest.ref.number} at ${newest.at}` : 'another version came'
  const cure = 'what you changed is not kept yet: look at that version, and make your changes on it'
  const details = newest && { number: newest.ref.number, by: newest.by, at: newest.at }
  const message = `${nameEdition(key)} was edited meanwhile: ${whose}; ${cure}`
  return new ReadoutError('EDITION_STALE', message, details ? { details } : {})
}
