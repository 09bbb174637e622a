// Lists of feeds from other programs and for them.

import { normaliseFeedAddress } from '../../ingest/feeds/normalise-feed-address.ts'
import { parseOpml } from '../../ingest/feeds/parse-opml.ts'
import { writeOpml } from '../../ingest/feeds/write-opml.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Followed } from '../../model/followed.ts'
import type { Desk } from '../desk.ts'
import { followSource, type Word } from './follow-source.ts'
import { tidyAddress } from './host-key.ts'
import { allSources, listSources } from './list-sources.ts'

/** What became of one feed of a list. */
export type Imported =
  | { readonly kind: 'followed' | 'followed already'; readonly source: Followed }
  | { readonly kind: 'refused'; readonly line?: number; readonly url?: string; readonly why: string }

/**
 * Follows every feed of the list that is not followed yet, as it is named there; nothing is asked of the web. What cannot
 * be read is told with its line, and costs nothing but itself. Throws OPML_BROKEN where no feed is in it at all.
 */
export async function importOpml(
  desk: Pick<Desk, 'store' | 'now'>,
  { text, path }: { readonly text: string; readonly path: string },
  word: Word,
): Promise<Imported[]> {
  const { feeds, faults } = parseOpml(text)
  if (feeds.length === 0) {
    const [first] = faults
    const said = first ? ` (line ${first.line}: ${first.message})` : ''
    throw new ReadoutError(
      'OPML_BROKEN',
      `${path}: no feed in it${said}; name a file that another reader exported as OPML`,
    )
  }
  const known = new Map(listSources(desk).map((source) => [normaliseFeedAddress(source.url), source]))
  const all = allSources(desk)
  const imported: Imported[] = faults.map(({ line, message }) => ({ kind: 'refused', line, why: message }))
  for (const { url: given, title, page, folders } of feeds) {
    const url = tidyAddress(given)
    const before = url === undefined ? undefined : known.get(normaliseFeedAddress(url))
    if (url === undefined) imported.push({ kind: 'refused', url: given, why: 'no address of the web' })
    else if (before) imported.push({ kind: 'followed already', source: before })
    else {
      const named = { ...(title !== undefined && { title }), ...(page !== undefined && { site: page }) }
      const { source } = await followSource(desk, { url, kind: 'feed', folder: folders, ...named }, word, all)
      known.set(normaliseFeedAddress(url), source)
      imported.push({ kind: 'followed', source })
    }
  }
  return imported
}

/** The feeds that are followed or paused, in their folders, as OPML 2.0. Watched pages are no feeds. */
export function exportOpml(desk: Pick<Desk, 'store'>): string {
  const feeds = listSources(desk).filter(({ kind }) => kind === 'feed')
  return writeOpml(
    'Sources of a Readout desk',
    feeds.map(({ url, title, site, folder }) => ({
      url,
      folders: folder,
      ...(title !== undefined && { title }),
      ...(site !== undefined && { page: site }),
    })),
  )
}
