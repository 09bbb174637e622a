// What one version of a page changed of another, with all that it touches on the desk.
import { findEditionVersion, listEditionVersions } from '../archive/edition-versions.ts'
import type { PageChange } from '../model/version.ts'
import { compareVersions } from '../track/compare-versions.ts'
import { listHunks } from '../track/list-hunks.ts'
import type { Desk } from './desk.ts'
import { composeEdition } from './edition.ts'
import { findLeaning, findTouchedClaims, findTouchedQuotations, type Printed } from './find-touched.ts'
import type { HeldDoc, Holdings } from './holdings.ts'

interface Around {
  readonly holdings: Pick<Holdings, 'linked' | 'tracked'>
  readonly printed: readonly Printed[]
  readonly versions: readonly HeldDoc[] // of the page, up to the one before the change
}

/** What one version changed of another, whichever they are. */
export function makeChange(before: HeldDoc, after: HeldDoc, { holdings, printed, versions }: Around): PageChange {
  const comparison = compareVersions(before.doc, after.doc)
  const changed = { before, after, comparison }
  return {
    from: before.doc.name,
    ...comparison,
    hunks: listHunks(comparison, before.doc.text, after.doc.text),
    claims: findTouchedClaims(changed, holdings),
    quotations: findTouchedQuotations(changed, holdings),
    lines: findLeaning(changed, versions, printed),
  }
}

/** The editions that were issued, and the latest as it would be printed now. */
export async function listPrinted(desk: Pick<Desk, 'store' | 'now' | 'dir'>): Promise<Printed[]> {
  return [...(await listEverIssued(desk)), { edition: (await composeEdition(desk)).edition }]
}

/** The editions that were issued. */
export async function listEverIssued({ store }: Pick<Desk, 'store'>): Promise<Printed[]> {
  return listEditionVersions(store).flatMap(({ ref: { state, digest }, at }): Printed[] => {
    const version = state === 'draft' ? undefined : findEditionVersion(store, digest)
    return version ? [{ edition: version.edition, issued: at }] : []
  })
}
