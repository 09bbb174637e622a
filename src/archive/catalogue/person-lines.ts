// People and bodies in flat lines.
import { asId } from '../../model/id.ts'
import type { Listed, PersonLine, WantedPage } from '../../model/listing.ts'
import type { Kind } from '../../model/reading.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { findNow } from './former.ts'
import { sortName } from './sort-name.ts'
import { type Condition, equal, given, type Order, tried, unsought, walkLines } from './walk-lines.ts'

/** Which of those who say something. `begins`: what a word of the name begins with, in any case and without accents. */
export interface WantedPeople extends WantedPage {
  readonly order: 'said' | 'name'
  readonly kind?: Kind | undefined
  readonly begins?: string | undefined
}

const ORDERS: Readonly<Record<WantedPeople['order'], Order>> = {
  said: { name: 'people by what they said', key: ['said', 'entity'], kinds: ['number', 'string'] },
  name: { name: 'people by name', key: ['sort_name', 'entity'], kinds: ['string', 'string'], isUp: true },
}

/** Those who say something, those with most first or by name. */
export async function listPersonLines(store: Pick<Store, 'plain'>, wanted: WantedPeople): Promise<Listed<PersonLine>> {
  const { order, kind } = wanted
  const words = sortName(wanted.begins ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  const own = equal('kind', kind)
  const named = words.map((word): Condition => {
    const sql = 'entity in (select entity from derived.person_word where word >= ? and word < ?)'
    return [sql, word, `${word}\u{10ffff}`]
  })
  // an order by name walks the names: without them among what is asked, another index would seem to find as much
  const where: Condition[] =
    words.length > 0
      ? [[`${unsought('said')} > 0`], ...tried(own), ...named]
      : [['said > 0'], ...(order === 'name' ? [["sort_name >= ''"] as const] : []), ...own]
  const query = { select: '*', from: 'derived.person_line', where }
  return walkLines(store, ORDERS[order], query, wanted, asPersonLine)
}

/** Whoever has this id, or had it before, whether or not they say something. */
export async function findPersonLine(store: Pick<Store, 'plain'>, id: string): Promise<PersonLine | undefined> {
  const find = (own: string): Row | undefined =>
    store.plain.rows(`select * from derived.person_line where entity = ? and name <> ''`, own)[0]
  const row = find(id) ?? find(findNow(store, 'entity', id) ?? '')
  return row && asPersonLine(row)
}

function asPersonLine({ entity, kind, name, office, said, reports, latest }: Row): PersonLine {
  return {
    entity: asId<'entity'>(String(entity)),
    kind: kind as Kind,
    name: String(name),
    ...(given(office) && { office }),
    said: Number(said),
    reports: Number(reports),
    ...(given(latest) && { lastPrinted: latest }),
  }
}
