// Who speaks in a story, and how much, in its latest reports: a walk over those alone, however long the story has run.
import { asId, type Id } from '../../model/id.ts'
import type { Kind } from '../../model/reading.ts'
import type { Store } from '../store.ts'
import { PLACES } from './said-lines.ts'

/** Somebody who speaks in a story. */
export interface StoryVoice {
  readonly entity: Id<'entity'>
  readonly name: string
  readonly kind: Kind
  readonly said: number
}

/** Whoever speaks in the latest reports of the story, who says most first. One query. */
export function listVoices({ plain }: Pick<Store, 'plain'>, story: string, reports: number): StoryVoice[] {
  const rows = plain.rows(
    `select w.entity, p.name, p.kind, count(*) as said
      from (select first from derived.report_line where story = ? order by printed desc, first desc limit ?) r
        cross join derived.said_who w cross join derived.person_line p
      where w.n >= r.first * ${PLACES} and w.n < (r.first + 1) * ${PLACES} and p.entity = w.entity
      group by w.entity, p.name, p.kind order by said desc, p.name, w.entity`,
    story,
    reports,
  )
  return rows.map(({ entity, name, kind, said }) => ({
    entity: asId<'entity'>(String(entity)),
    name: String(name),
    kind: kind as Kind,
    said: Number(said),
  }))
}
