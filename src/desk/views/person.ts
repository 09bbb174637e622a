// One person or body: offices, claims, stories, and a page of what was said.
import { listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import { findReportLine } from '../../archive/catalogue/report-lines.ts'
import { listSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { findTaken } from '../../archive/catalogue/taken-acts.ts'
import { findLinked } from '../../archive/linked.ts'
import type { Act } from '../../model/act.ts'
import type { Entity } from '../../model/claim.ts'
import type { PersonLine, StoryListLine } from '../../model/listing.ts'
import type { PersonView, ShownOffice, TakenClaim } from '../../publish/pages/person.ts'
import type { Desk } from '../desk.ts'
import { onceAState } from '../once-a-state.ts'
import { nameSpeakers } from './name-speakers.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface PersonQuery {
  readonly act?: Act | undefined
  readonly after?: string | undefined
}

const CLAIMS = 30
const MANY_SAID = 500 // of whom so much is told, all ask again and again: told once a state

/** Whoever has this id, or had it before; undefined where nobody does. Throws CURSOR_UNKNOWN. */
export async function makePerson(
  { store }: Pick<Desk, 'store'>,
  id: string,
  query: PersonQuery,
): Promise<PersonView | undefined> {
  const line = await findPersonLine(store, id)
  if (!line) return undefined
  if (line.said < MANY_SAID) return await tellPerson(store, line.entity, query)
  const key = `person ${line.entity} ${JSON.stringify(query)}`
  return await onceAState(store, key, () => tellPerson(store, line.entity, query), { kind: 'people' })
}

async function tellPerson(
  store: Desk['store'],
  entity: PersonLine['entity'],
  query: PersonQuery,
): Promise<PersonView | undefined> {
  const line = await findPersonLine(store, entity)
  if (!line) return undefined
  const whole = findLinked(store, 'entity', entity)
  const { act, after } = query
  const wanted = { order: 'printed', entity, act, limit: PAGE_LINES, ...(after && { after }) } as const
  const said = await listSaid(store, wanted)
  const claims = await listClaimLines(store, { order: 'latest', entity, limit: CLAIMS })
  const ids = claims.items.map(({ claim }) => claim)
  const acts = findTaken(store, entity, ids)
  // nothing of a claim in which the person is only spoken of
  const taken = claims.items.flatMap((claim): TakenClaim[] => {
    const own = acts.get(claim.claim)
    return own ? [{ line: claim, acts: own }] : []
  })
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
