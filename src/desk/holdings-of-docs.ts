// What a desk holds of a few reports: what was linked and tracked in them, with the claims that it bears on.
import { listByIds, listOfTheseDocs } from '../archive/linked-parts.ts'
import type { Id } from '../model/id.ts'
import type { Desk } from './desk.ts'
import type { Holdings } from './holdings.ts'

/** Of these docs; for whoever asks what stands in them and need not know who is meant. */
export function holdingsOfDocs(
  { store }: Pick<Desk, 'store'>,
  docs: readonly Id<'doc'>[],
): Pick<Holdings, 'linked' | 'tracked'> {
  const own = listOfTheseDocs(store, docs, ['appearance', 'bearing', 'stance', 'quote_match'])
  const claims = [...own.appearance, ...own.bearing, ...own.stance].map(({ claim }) => claim)
  return {
    linked: {
      entities: [],
      claims: listByIds(store, 'claim', claims),
      bearings: own.bearing,
      appearances: own.appearance,
      independences: [],
      quoteMatches: own.quote_match,
      copyGroups: [],
    },
    tracked: { stances: own.stance, stories: [], rows: [] },
  }
}
