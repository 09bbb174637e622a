// Which edition a reader gets: the one that was issued, as it was last corrected; else the week as the desk has composed it. A draft is
// for reviewers and up, and only where they ask for it by its number.
import { type LoggedVersion, listVersionsOf } from '../../archive/edition-versions.ts'
import { mayDo, type Role } from '../../model/account.ts'
import type { Desk } from '../desk.ts'
import type { EditionKey } from '../editions/find-edition.ts'
import type { OpenEdition } from '../open-editions.ts'

/** What is shown: a version that is kept, or what is composed; with what there is besides. */
export interface ShownEdition {
  readonly key: EditionKey
  readonly version?: LoggedVersion
  readonly composed?: OpenEdition // where no version is shown
  readonly newest?: number // of a draft after it, for who may see drafts
  readonly printed?: number // the version that readers see, where another one is shown
}

/** How an edition is composed where none is kept. */
export type Compose = (key: Partial<EditionKey>) => Promise<OpenEdition>

/**
 * The edition for a reader of this role; without a week, of the latest. Undefined: there is no such version, or it is not for
 * them. Throws as `compose` does.
 */
export async function findShown(
  desk: Pick<Desk, 'store'>,
  { compose, role }: { readonly compose: Compose; readonly role: Role },
  { week, watch }: Partial<EditionKey>,
  number?: number,
): Promise<ShownEdition | undefined> {
  const about = { ...(watch !== undefined && { watch }) }
  const latest = week === undefined ? await compose(about) : undefined
  const key: EditionKey = { ...about, week: week ?? latest?.edition.week ?? '' }
  const maySeeDrafts = mayDo(role, 'reviewer')
  const versions = listVersionsOf(desk.store, key.week, key.watch)
  const issued = versions.findLast(({ ref }) => ref.state !== 'draft')
  const newest = versions.at(-1)
  const shown = number === undefined ? issued : versions.find(({ ref }) => ref.number === number)
  if (number !== undefined && (!shown || (shown.ref.state === 'draft' && !maySeeDrafts))) return undefined
  const isPassed = maySeeDrafts && newest?.ref.state === 'draft' && newest !== shown
  const isOther = issued !== undefined && issued !== shown
  return {
    key,
    ...(shown ? { version: shown } : { composed: latest ?? (await compose(key)) }),
    ...(isPassed && { newest: newest.ref.number }),
    ...(isOther && { printed: issued.ref.number }),
  }
}
