// One person or body: offices, claims, stories, and a page of what was said.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import { findReportLine } from '../../archive/catalogue/report-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { findLinked } from '../../archive/linked.ts'
import { listStancesOf } from '../../archive/list-stances-of.ts'
import type { Act } from '../../model/act.ts'
import type { Entity } from '../../model/claim.ts'
import type { ClaimLine, StoryListLine } from '../../model/listing.ts'
import type { Stance } from '../../model/timeline.ts'
import type { PersonView, ShownOffice, TakenClaim } from '../../publish/pages/person.ts'
import type { Desk } from '../desk.ts'
import { nameSpeakers } from './name-speakers.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface PersonQuery {
  readonly act?: Act | undefined
  readonly after?: string | undefined
}

const CLAIMS = 30

/** Whoever has this id, or had it before; undefined where nobody does. Throws CURSOR_UNKNOWN. */
export async function makePerson(
  { store }: Pick<Desk, 'store'>,
  id: string,
  query: PersonQuery,
): Promise<PersonView | undefined> {
  const line = await findPersonLine(store, id)
  if (!line) return undefined
  const { entity } = line
  const whole = findLinked(store, 'entity', entity)
  const { act, after } = query
  const wanted = { order: 'printed', entity, act, limit: PAGE_LINES, ...(after && { after }) } as const
  const said = await listSaid(store, wanted)
  const claims = await listClaimLines(store, { order: 'latest', entity, limit: CLAIMS })
  const stances = listStancesOf(
    store,
    entity,
    claims.items.map(({ claim }) => claim),
  )
  const taken = claims.items.flatMap((claim) => takenBy(claim, stances))
  return {
    line,
    aliases: [...new Set((whole?.aliases ?? []).map(({ name }) => name))].filter((name) => name !== line.name),
    offices: await listOffices(store, whole),
    claims: { items: taken, hasMore: claims.next !== undefined },
    stories: await listStoriesOf(store, taken),
    asked: { path: `/person/${encodeURIComponent(entity)}`, query: queryOf(query) },
    said: said.items,
    ...(said.next && { next: said.next }),
    names: await nameSpeakers(store, said.items),
  }
}

/** What the person did to the claim; nothing where it is only spoken of in it. */
function takenBy(line: ClaimLine, stances: readonly Stance[]): TakenClaim[] {
  const own = stances.filter(({ claim }) => claim === line.claim)
  const acts = own.map(({ act, printed }) => ({ act, ...(printed && { printed }) }))
  const distinct = [...new Map(acts.map((one) => [`${one.act} ${one.printed?.slice(0, 10)}`, one])).values()]
  const sorted = distinct.toSorted((a, b) => ((a.printed ?? '~') < (b.printed ?? '~') ? -1 : 1))
  return sorted.length > 0 ? [{ line, acts: sorted }] : []
}

// One title that many reports give in the same words stands once, with the first report that gives it.
async function listOffices(store: Desk['store'], entity: Pick<Entity, 'offices'> | undefined): Promise<ShownOffice[]> {
  const offices = new Map<string, ShownOffice>()
  for (const { title, ...time } of entity?.offices ?? []) {
    const key = JSON.stringify([title.quote.toLowerCase(), time])
    if (offices.has(key)) continue
    const report = (await findReportLine(store, title.doc))?.name
    if (report !== undefined) offices.set(key, { title, report, ...time })
  }
  return [...offices.values()]
}

async function listStoriesOf(store: Desk['store'], taken: readonly TakenClaim[]): Promise<StoryListLine[]> {
  const ids = new Set(taken.flatMap(({ line }) => line.story ?? []))
  const lines = await Promise.all([...ids].map((id) => findStoryLine(store, id)))
  return lines.flatMap((line) => line ?? []).toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))
}
