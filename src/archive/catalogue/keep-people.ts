// The lines of people and bodies. What they said is counted where it is written; here they get their names.
import type { Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import { columns, EACH } from './bulk.ts'
import { sortName } from './sort-name.ts'
import { run } from './touched.ts'

/** Somebody as the line is to be. */
export interface MadePerson {
  readonly entity: string
  readonly kind: string
  readonly name: string
  readonly office?: string | undefined
}

/** Writes the names of these; those that are gone keep what is still counted as theirs, without a name. */
export async function keepPeople(
  trx: Transaction<Tables>,
  entities: readonly string[],
  made: readonly MadePerson[],
): Promise<void> {
  const list = JSON.stringify(entities)
  const kept = new Set(made.map(({ entity }) => entity))
  const gone = JSON.stringify(entities.filter((entity) => !kept.has(entity)))
  await run(trx, `delete from derived.person_line where said = 0 and entity in (${EACH})`, gone)
  const nameless = `update derived.person_line set kind = '', name = '', sort_name = '', office = null where entity in (${EACH})`
  await run(trx, nameless, gone)
  const rows = made.map(({ entity, kind, name, office }) => [entity, kind, name, sortName(name), office ?? null])
  await run(
    trx,
    `insert into derived.person_line (entity, kind, name, sort_name, office, said, reports, latest)
      select ${columns('text', 'text', 'text', 'text', 'text')}, 0, 0, '' from json_each(?) where true
      on conflict (entity) do update
      set kind = excluded.kind, name = excluded.name, sort_name = excluded.sort_name, office = excluded.office`,
    JSON.stringify(rows),
  )
  await run(trx, `delete from derived.person_word where entity in (${EACH})`, list)
  const words = made.flatMap(({ entity, name }) => wordsOfName(name).map((word) => [word, entity]))
  const put = `insert into derived.person_word (word, entity) select ${columns('text', 'text')} from json_each(?) where true
    on conflict do nothing`
  await run(trx, put, JSON.stringify(words))
}

function wordsOfName(name: string): string[] {
  return sortName(name).match(/[\p{L}\p{N}]+/gu) ?? []
}
