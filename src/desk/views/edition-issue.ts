// The page before an edition is issued or corrected: what stops it, and what its readers will see otherwise than now.
import { listLineChanges } from '../../publish/pages/edition-changes.ts'
import type { IssueView } from '../../publish/pages/edition-issue.ts'
import type { Desk } from '../desk.ts'
import { checkEditionVersion } from '../editions/check-edition-version.ts'
import { type EditionKey, findIssued, openVersion } from '../editions/find-edition.ts'
import { stopsOf } from './edition-edit.ts'
import { asKept, placeOf } from './edition-versions.ts'

/** The page for the newest version. Throws EDITION_UNKNOWN. */
export async function makeIssueView(desk: Pick<Desk, 'store'>, key: EditionKey): Promise<IssueView> {
  const newest = openVersion(desk, key)
  const issued = findIssued(desk, key)
  const { edition } = newest.version
  return {
    ...placeOf(edition),
    kept: asKept(newest),
    ...(issued && { printed: asKept(issued) }),
    stops: stopsOf(await checkEditionVersion(desk, newest.version)),
    changes: issued ? listLineChanges(issued.version.edition, edition) : [],
  }
}
