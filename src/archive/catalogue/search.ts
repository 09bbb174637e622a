// What is found by words in reports, in what was said, or in claims.
import type { Hit, Listed } from '../../model/listing.ts'
import type { WantedHits } from '../search/search-lines.ts'
import type { Store } from '../store.ts'

export type { WantedHits } from '../search/search-lines.ts'

/** The best hits first. Whatever the words, there are hits or none. Throws CURSOR_UNKNOWN, USAGE. */
export async function search(store: Pick<Store, 'searcher'>, wanted: WantedHits): Promise<Listed<Hit>> {
  return (await store.searcher()).search(wanted)
}
