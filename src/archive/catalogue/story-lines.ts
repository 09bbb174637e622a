// Stories in flat lines.
import { asId } from '../../model/id.ts'
import type { Listed, StoryListLine, WantedPage } from '../../model/listing.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { findNow } from './former.ts'
import { given, type Order, walkLines, within } from './walk-lines.ts'

/** Which stories; `from` and `until`: the first and the last day of their last report. */
export interface WantedStories extends WantedPage {
  readonly order: 'latest' | 'reach'
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const ORDERS: Readonly<Record<WantedStories['order'], Order>> = {
  latest: { name: 'stories by last report', key: ['until_at', 'story'], kinds: ['string', 'string'] },
  reach: { name: 'stories by reach', key: ['reports', 'story'], kinds: ['number', 'string'] },
}

/** Stories, those with the newest report or with most reports first. */
export async function listStoryLines(
  store: Pick<Store, 'plain'>,
  wanted: WantedStories,
): Promise<Listed<StoryListLine>> {
  const where = within('until_at', wanted.from, wanted.until)
  return walkLines(store, ORDERS[wanted.order], { select: '*', from: 'derived.story_line', where }, wanted, asStoryLine)
}

/** The story of this id, or of one that it had before. */
export async function findStoryLine(store: Pick<Store, 'plain'>, id: string): Promise<StoryListLine | undefined> {
  const find = (own: string): Row | undefined =>
    store.plain.rows('select * from derived.story_line where story = ?', own)[0]
  const row = find(id) ?? find(findNow(store, 'story', id) ?? '')
  return row && asStoryLine(row)
}

function asStoryLine({ story, title, from_at, until_at, reports, claims }: Row): StoryListLine {
  return {
    story: asId<'story'>(String(story)),
    title: String(title),
    ...(given(from_at) && { from: from_at }),
    ...(given(until_at) && { until: until_at }),
    reports: Number(reports),
    claims: Number(claims),
  }
}
