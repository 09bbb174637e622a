// One story: its claims, who speaks in it, its reports.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import type { SaidLine } from '../../model/listing.ts'
import type { StoryView, Voice } from '../../publish/pages/story.ts'
import type { Desk } from '../desk.ts'
import { nameEntities } from './name-entities.ts'

const SHOWN = 25 // of claims, of reports
const HEARD = 1000 // statements in which the voices are counted: the latest

/** The story of this id, or of one that it had before; undefined where there is none. */
export async function makeStory({ store }: Pick<Desk, 'store'>, id: string): Promise<StoryView | undefined> {
  const line = await findStoryLine(store, id)
  if (!line) return undefined
  const { story } = line
  const claims = await listClaimLines(store, { order: 'reach', story, limit: SHOWN })
  const reports = await listReportLines(store, { order: 'printed', story, limit: SHOWN })
  const said = await listSaid(store, { order: 'printed', story, limit: HEARD })
  return {
    line,
    claims: { items: claims.items, hasMore: claims.next !== undefined },
    reports: { items: reports.items, hasMore: reports.next !== undefined },
    people: await countVoices(store, said.items),
    ...(said.next !== undefined && { heard: said.items.length }),
  }
}

async function countVoices(store: Desk['store'], said: readonly SaidLine[]): Promise<Voice[]> {
  const counts = new Map<SaidLine['who'][number], number>()
  for (const { who } of said) for (const entity of who) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  const known = await nameEntities(store, [...counts.keys()])
  return [...counts]
    .flatMap(([entity, count]): Voice[] => {
      const line = known.get(entity)
      return line ? [{ entity, name: line.name, kind: line.kind, said: count }] : []
    })
    .toSorted((a, b) => b.said - a.said || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
