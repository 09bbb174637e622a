// One story: its claims, who speaks in it, its reports.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { listVoices } from '../../archive/catalogue/list-voices.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import type { StoryView } from '../../publish/pages/story.ts'
import type { Desk } from '../desk.ts'

const SHOWN = 25 // of claims, of reports
const HEARD = 100 // reports in which the voices are counted: the latest

/** The story of this id, or of one that it had before; undefined where there is none. */
export async function makeStory({ store }: Pick<Desk, 'store'>, id: string): Promise<StoryView | undefined> {
  const line = await findStoryLine(store, id)
  if (!line) return undefined
  const { story } = line
  const claims = await listClaimLines(store, { order: 'reach', story, limit: SHOWN })
  const reports = await listReportLines(store, { order: 'printed', story, limit: SHOWN })
  return {
    line,
    claims: { items: claims.items, hasMore: claims.next !== undefined },
    reports: { items: reports.items, hasMore: reports.next !== undefined },
    people: listVoices(store, story, HEARD),
    ...(line.reports > HEARD && { heard: HEARD }),
  }
}
