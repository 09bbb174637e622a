// What a person ruled, made durable.
import type { Decision, Ruling } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import { appendEntry, headIn } from './log.ts'
import { standsFor } from './removals.ts'
import type { Row } from './statement.ts'
import type { Store } from './store.ts'

/** Keeps a decision with its log entry; it is on the disk when this returns. The same ruling handed in twice is kept once. */
export async function keepDecision(
  store: Store,
  record: Omit<Decision, 'id'>,
): Promise<{ id: Id<'decision'>; number: number }> {
  const kept = await keepDecisionAfter(store, record, Number.POSITIVE_INFINITY)
  if (!kept) throw new Error('no decision comes after all')
  return kept
}

/**
 * The same, for one that was made in the knowledge of all decisions up to a log number. False, and nothing is kept, where
 * another one came meanwhile: of two made at once exactly one is kept.
 */
export async function keepDecisionAfter(
  store: Store,
  record: Omit<Decision, 'id'>,
  known: number,
): Promise<{ id: Id<'decision'>; number: number } | false> {
  const text = JSON.stringify(record)
  const id = asId<'decision'>(digestOf(text))
  const { truth } = await store.kysely()
  return truth.transaction().execute(async (trx) => {
    const earlier = await trx.selectFrom('truth.decision').select('number').where('id', '=', id).executeTakeFirst()
    if (earlier) return { id, number: earlier.number }
    const later = trx.selectFrom('truth.decision').select('number').where('number', '>', Math.min(known, SAFE)).limit(1)
    if (await later.executeTakeFirst()) return false
    const { number } = await appendEntry(trx, await headIn(trx), { what: id, at: record.at })
    await trx.insertInto('truth.decision').values({ number, id, record: text }).execute()
    return { id, number }
  })
}

const SAFE = Number.MAX_SAFE_INTEGER

/** Decisions in log order after the given number, at most `limit`. */
export async function listDecisions(
  store: Store,
  after: number,
  limit: number,
): Promise<{ number: number; decision: Decision }[]> {
  const { reader } = await store.kysely()
  const rows = reader
    .selectFrom('truth.decision')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
  return (await rows.execute()).map(({ number, id, record }) => ({ number, decision: { id, ...JSON.parse(record) } }))
}

/** A decision where it stands in the log. */
export interface LoggedDecision {
  readonly number: number
  readonly decision: Decision
}

/** Where the last decision stands in the log; 0: there is none. */
export function lastDecision({ plain }: Pick<Store, 'plain'>): number {
  return Number(plain.rows('select max(number) as number from truth.decision')[0]?.number ?? 0)
}

/** Decisions that are as they were written, in log order, and the numbers of those that were changed; after a log number. */
export function listSound(store: Pick<Store, 'plain'>, after = 0): { sound: LoggedDecision[]; harmed: number[] } {
  const sound: LoggedDecision[] = []
  const harmed: number[] = []
  for (const row of store.plain.rows(
    'select number, id, record from truth.decision where number > ? order by number',
    after,
  )) {
    const one = soundOf(store, row)
    if (one) sound.push(one)
    else harmed.push(Number(row.number))
  }
  return { sound, harmed }
}

/** The decision of a row with its number, id and record; undefined where the record was changed since, unless a removal did so. */
export function soundOf(store: Pick<Store, 'plain'>, { number, id, record }: Row): LoggedDecision | undefined {
  const text = String(record)
  const digest = digestOf(text)
  if (digest !== id && !standsFor(store, { noun: 'decision', id: String(id), digest })) return undefined
  const decision = { id: asId<'decision'>(String(id)), ...(JSON.parse(text) as Omit<Decision, 'id'>) }
  return { number: Number(number), decision }
}

const HEAD = 400 // characters: who and when, then the ruling, which begins with its kind

/** The part of a query that holds of rulings of this kind, without parsing any record. */
export function isOfKind(kind: Ruling['kind']): string {
  return `instr(substr(record, 1, ${HEAD}), '"kind":"${kind}"') > 0`
}
