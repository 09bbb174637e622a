// The feed of editions: each in full, under one id for all of its versions. One that was corrected is the same entry with a new
// date, and says first what was corrected.
import type { Digest, Instant } from '../../model/id.ts'
import { drawEditionForFeed } from '../formats/draw-for-feed.ts'
import { printedName, printedTitle, stateWords } from '../formats/edition-head.ts'
import type { PrintedEdition } from '../formats/printed.ts'
import { WORDS } from '../interface-words.ts'
import { printedLines } from '../printed-lines.ts'
import { type Feed, type FeedEntry, lastingId } from './feed.ts'

const words = WORDS.formats

/** Where things of the feed are found, as whole addresses. */
export interface EditionsFeedPlaces {
  readonly page: string
  readonly addresses: Feed['addresses']
  edition(printed: PrintedEdition): string
}

/** `desk`: what tells this desk from others, for ids. `made`: when the feed is made, for a feed without any edition. */
export function makeEditionsFeed(
  editions: readonly PrintedEdition[], // the newest first
  places: EditionsFeedPlaces,
  { desk, made, watch }: { readonly desk: Digest; readonly made: Instant; readonly watch?: string },
): Feed {
  const entries = editions.map((printed) => asEntry(printed, places, { desk, made }))
  const [first] = editions
  const updated =
    entries
      .map((entry) => entry.updated)
      .toSorted()
      .at(-1) ?? made
  return {
    id: lastingId(desk, 'feed of editions', watch ?? ''),
    title: words.editionsFeed(watch !== undefined && first ? printedName(first) : WORDS.frame.product),
    about: words.editionsFeedAbout,
    ...places,
    updated,
    entries,
  }
}

function asEntry(
  printed: PrintedEdition,
  places: EditionsFeedPlaces,
  { desk, made }: { readonly desk: Digest; readonly made: Instant },
): FeedEntry {
  const { version, at = made, first } = printed
  const { edition, state } = version
  const title = `${edition.watch ? `${printedName(printed)}: ` : ''}${printedTitle(printed)}`
  const lead = printedLines(edition)
    .slice(0, 2)
    .map(({ text }) => text)
    .join(' — ')
  return {
    id: lastingId(desk, 'edition', edition.watch?.id ?? '', edition.week),
    title: state === 'corrected' ? words.correctedTitle(title) : title,
    page: places.edition(printed),
    summary: [state === 'issued' ? '' : stateWords(printed), lead].filter((part) => part !== '').join(' '),
    html: drawEditionForFeed(printed, places.edition(printed)),
    ...(first !== undefined && { published: first }),
    updated: at,
  }
}
