// An edition as the server hands it out as a file.
import { parseEditionKey } from '../../model/edition-key.ts'
import { keyOf } from '../../publish/edition-title.ts'
import type { WithEditions } from '../views/api-edition.ts'
import { exportEdition } from './export-edition.ts'
import { openPrinted } from './open-printed.ts'

/** The forms that it is handed out in. */
export const EXPORTED = ['html', 'md', 'txt', 'json'] as const

/** Which version is wanted, and whether whoever asks may see drafts. Absent: what readers have. */
export interface WantedVersion {
  readonly number: number
  readonly maySeeDrafts: boolean
}

/** The file of the edition of this key: 2031-W10, dam-talks-2031-W10. Throws WEEK_UNKNOWN, WATCH_UNKNOWN, EDITION_UNKNOWN. */
export async function exportServed(
  desk: WithEditions,
  key: string,
  form: (typeof EXPORTED)[number],
  wanted?: WantedVersion,
): Promise<{ readonly name: string; readonly text: string }> {
  const { editions } = desk
  const printed = await openPrinted(desk, {
    ...parseEditionKey(key),
    withDrafts: wanted?.maySeeDrafts ?? false,
    version: wanted?.number,
    ...(editions && { compose: (name) => editions.find(name, { isNewest: true }) }),
  })
  const own = wanted ? `-version-${wanted.number}` : ''
  const name = `readout-${keyOf(printed.version.edition)}${own}.${form}`
  return { name, text: await exportEdition(desk, printed, form) }
}
