// The versions of an edition as its pages name them, and what one changed of another.

import { type LoggedVersion, listVersionsOf } from '../../archive/edition-versions.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionPlace, KeptVersion } from '../../publish/pages/edition-address.ts'
import { listLineChanges } from '../../publish/pages/edition-changes.ts'
import type { VersionsView } from '../../publish/pages/edition-versions.ts'
import type { Desk } from '../desk.ts'
import { type EditionKey, openVersion } from '../editions/find-edition.ts'

/** A version as a page names it. */
export function asKept({ ref: { number, state }, by, at, why }: LoggedVersion): KeptVersion {
  return { number, state, by, at, why }
}

/** Which edition it is, as pages name it. */
export function placeOf({ week, watch, days }: Pick<Edition, 'week' | 'watch' | 'days'>): EditionPlace {
  return { week, ...(watch && { watch }), ...(days && { days }) }
}

/** All versions, and what the one that was asked for, or the latest, changed of the one before. Throws EDITION_UNKNOWN. */
export function makeVersionsView(desk: Pick<Desk, 'store'>, key: EditionKey, wanted?: number): VersionsView {
  const logged = listVersionsOf(desk.store, key.week, key.watch)
  const versions = logged.map(asKept).toReversed()
  const { ref, version } = openVersion(desk, key, wanted)
  const before = logged.findLast(({ ref: other }) => other.number < ref.number)?.ref.number
  const changes =
    before === undefined ? [] : listLineChanges(openVersion(desk, key, before).version.edition, version.edition)
  return {
    ...placeOf(version.edition),
    versions,
    shown: { number: ref.number, ...(before !== undefined && { before }), changes },
  }
}
