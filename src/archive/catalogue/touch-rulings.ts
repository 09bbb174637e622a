// What people ruled shows on the line of a report though nothing of the report itself changed: those are noted whose rulings
// are others than when the lines were last written.
import type { Decision } from '../../model/decision.ts'
import { lookedAt } from '../../model/decision.ts'
import type { Store } from '../store.ts'
import { run } from './touched.ts'

const KEY = 'rulings'

/** Notes the reports that these rulings name and those of last time did not, or the other way round. */
export async function touchRulings(
  store: Pick<Store, 'kysely' | 'plain'>,
  rulings: readonly Decision[],
): Promise<void> {
  const now = JSON.stringify(
    rulings.map(({ id, ruling }) => [id, [...new Set(lookedAt(ruling).map(({ name }) => name))]]),
  )
  if (now === stateOf(store)) return
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    const was = entriesOf(stateOf(store))
    const is = entriesOf(now)
    const names = [...was, ...is].flatMap(([id, own]) => (was.has(id) && is.has(id) ? [] : own))
    const docs = `insert into derived.touched (late, noun, id)
      select 0, 'doc', id from derived.doc where name in (select value from json_each(?)) on conflict do nothing`
    await run(trx, docs, JSON.stringify(names))
    // a claim counts what is said of it: lines that come back bear on it again
    const claims = `insert into derived.touched (late, noun, id)
      select 0, 'claim', l.claim from derived.linked l join derived.doc d on d.id = l.doc
        where d.name in (select value from json_each(?)) and l.noun = 'bearing' and l.claim is not null
      on conflict do nothing`
    await run(trx, claims, JSON.stringify(names))
    const kept = `insert into derived.catalogue_state (key, value) values (?, ?)
      on conflict (key) do update set value = excluded.value`
    await run(trx, kept, KEY, now)
  })
}

function stateOf({ plain }: Pick<Store, 'plain'>): string {
  return String(plain.rows('select value from derived.catalogue_state where key = ?', KEY)[0]?.value ?? '[]')
}

function entriesOf(text: string): Map<string, string[]> {
  return new Map(JSON.parse(text) as [string, string[]][])
}
