// What linking and tracking made, put in the place of what was there, with the sums that it can be held against.
import type { Transaction } from 'kysely'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { Row } from './connection.ts'
import { asWalk, isSameMakers, LINKED_NOUNS, type LinkedNoun, type Walk } from './linked.ts'
import { type Made, SUMMED, sumOf } from './made.ts'
import type { Store } from './open-store.ts'
import type { Tables } from './tables.ts'

/**
 * Puts all that was linked in the place of what was there, in one transaction, and drops the docs, readings and faults
 * of other makers. Without `made`, only says that the walk came further. False where another process was there first.
 */
export async function keepLinked(store: Store, walk: Walk, made?: Linked & Tracked): Promise<boolean> {
  const rows = made && rowsOf(made)
  const linked = rows && sumLinked(rows)
  const { derived } = await store.kysely()
  return derived.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('derived.walk').selectAll().executeTakeFirst()
    const before = row && asWalk(row)
    if (before && isSameMakers(before.makers, walk.makers) && before.linkedTo >= walk.linkedTo) return false
    if (!rows && before?.docs !== walk.docs) return false // remade meanwhile of other docs
    if (rows) {
      await trx.deleteFrom('derived.linked').execute()
      await insertRows(trx, rows)
    }
    await dropOutdated(trx, walk)
    const made: Made = { ...(linked ?? (JSON.parse(row?.made ?? '{}') as Made)), ...(await sumReports(trx, walk)) }
    const state = { linked_to: walk.linkedTo, ...walk.makers, docs: walk.docs, made: JSON.stringify(made) }
    await trx
      .insertInto('derived.walk')
      .values({ one: 1, ...state })
      .onConflict((on) => on.column('one').doUpdateSet(state))
      .execute()
    return true
  })
}

type LinkedRow = Tables['derived.linked']

function rowsOf(made: Linked & Tracked): LinkedRow[] {
  const rows = <T>(noun: LinkedNoun, things: readonly T[], keys: (thing: T) => Partial<LinkedRow>): LinkedRow[] =>
    things.map((thing, at) => ({
      noun,
      at,
      id: String(at),
      claim: null,
      doc: null,
      ...keys(thing),
      record: JSON.stringify(thing),
    }))
  return [
    ...rows('entity', made.entities, ({ id }) => ({ id })),
    ...rows('claim', made.claims, ({ id }) => ({ id, claim: id })),
    ...rows('bearing', made.bearings, ({ claim, doc }) => ({ claim, doc })),
    ...rows('appearance', made.appearances, ({ id, claim, doc }) => ({ id, claim, doc })),
    ...rows('independence', made.independences, ({ claim }) => ({ claim })),
    ...rows('quote_match', made.quoteMatches, ({ later }) => ({ doc: later.doc })),
    ...rows('copy_group', made.copyGroups, ({ first }) => ({ doc: first })),
    ...rows('stance', made.stances, ({ claim, doc }) => ({ claim, doc })),
    ...rows('story', made.stories, ({ id }) => ({ id })),
    ...rows('ledger_row', made.rows, ({ claim }) => ({ id: claim, claim })),
  ]
}

const CHUNK = 100 // rows a statement

// The write lock is held meanwhile. A full chunk's statement is compiled once: compiling takes far longer than writing.
async function insertRows(trx: Transaction<Tables>, rows: readonly LinkedRow[]): Promise<void> {
  const compile = (chunk: readonly LinkedRow[]) => trx.insertInto('derived.linked').values(chunk).compile()
  const full = compile(rows.slice(0, CHUNK))
  for (let i = 0; i < rows.length; i += CHUNK) {
    const chunk = rows.slice(i, i + CHUNK)
    const parameters = chunk.flatMap(({ noun, at, id, claim, doc, record }) => [noun, at, id, claim, doc, record])
    await trx.executeQuery(chunk.length === CHUNK ? { ...full, parameters } : compile(chunk))
  }
}

async function dropOutdated(trx: Transaction<Tables>, { makers, linkedTo }: Walk): Promise<void> {
  const { extractor, reader } = makers
  await trx
    .deleteFrom('derived.doc as d')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('d.made_by', '!=', extractor),
        exists(
          selectFrom('derived.doc as later')
            .select('later.id')
            .whereRef('later.report', '=', 'd.report')
            .where('later.made_by', '=', extractor)
            .whereRef('later.seen', '>', 'd.seen')
            .where('later.seen', '<=', linkedTo), // one that came meanwhile is not linked yet: the one before is cited
        ),
      ]),
    )
    .execute()
  await trx
    .deleteFrom('derived.reading')
    .where(({ or, eb, selectFrom }) =>
      or([eb('made_by', '!=', reader), eb('doc', 'not in', selectFrom('derived.doc').select('id'))]),
    )
    .execute()
  await trx.deleteFrom('derived.fault').where('made_by', 'not in', [extractor, reader]).execute()
}

function sumLinked(rows: readonly LinkedRow[]): Made {
  const sums = LINKED_NOUNS.map((noun) => {
    const own = rows.filter((row) => row.noun === noun)
    return [noun, sumOf(own.map(({ at, id, claim, doc, record }) => ({ at, id, claim, doc, record })))]
  })
  return Object.fromEntries(sums) as Made
}

async function sumReports(trx: Transaction<Tables>, { makers }: Walk): Promise<Made> {
  const { CompiledQuery } = await import('kysely')
  const sums: Record<string, Made[string]> = {}
  for (const [kind, query] of Object.entries(SUMMED)) {
    const { rows } = await trx.executeQuery(CompiledQuery.raw(query, [makers.extractor, makers.reader]))
    sums[kind] = sumOf(rows as Row[])
  }
  return sums
}
