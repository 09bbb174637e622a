// Versions of editions, kept for ever: each is a decision in the log, and its record lies among the payloads under its digest.
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import type { EditionRef, EditionVersion } from '../model/edition-version.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId, type Digest, type Id } from '../model/id.ts'
import { isOfKind, type LoggedDecision, soundOf } from './keep-decision.ts'
import { appendEntry, headIn } from './log.ts'
import { keepPayload } from './payload.ts'
import { findRecord } from './pinned-docs.ts'
import { findRemoved } from './removals.ts'
import type { Store } from './store.ts'

/** Who keeps a version, when and why. */
export type KeptBy = Pick<Decision, 'by' | 'at' | 'why'>

/** A version where it stands in the log. */
export interface LoggedVersion extends KeptBy {
  readonly ref: EditionRef
  readonly decision: Id<'decision'>
  readonly number: number // of the log
}

/**
 * Keeps a version, its record, what else it needs and its log entry in one transaction: it is on the disk when this returns. False,
 * and nothing is kept, where its edition has a version of this number already: of two made at once one is kept.
 */
export async function keepEditionVersion(
  store: Store,
  version: EditionVersion,
  kept: KeptBy,
  also: readonly Uint8Array[] = [], // kept among the payloads, each under its digest
): Promise<LoggedVersion | false> {
  const { truth } = await store.kysely()
  const bytes = new TextEncoder().encode(JSON.stringify(version))
  const { edition, number: nth, state } = version
  const ref: EditionRef = {
    ...(edition.watch && { watch: edition.watch.id }),
    week: edition.week,
    number: nth,
    state,
    digest: digestOf(bytes),
  }
  const record: Omit<Decision, 'id'> = {
    by: kept.by,
    at: kept.at,
    ruling: { kind: state === 'draft' ? 'draft' : 'issue', edition: ref },
    why: kept.why,
  }
  const text = JSON.stringify(record)
  const id = asId<'decision'>(digestOf(text))
  return truth.transaction().execute(async (trx) => {
    if (listVersionsOf(store, ref.week, ref.watch).some((other) => other.ref.number >= nth)) return false
    const removed = findCited(version).find((doc) => findRemoved(store, 'doc', doc))
    if (removed) throw new ReadoutError('EDITION_STALE', `a report that it cites was removed meanwhile; draft it anew`)
    for (const each of [bytes, ...also]) await keepPayload(trx, each)
    const { number } = await appendEntry(trx, await headIn(trx), { what: id, at: kept.at })
    await trx.insertInto('truth.decision').values({ number, id, record: text }).execute()
    return { ...kept, ref, decision: id, number }
  })
}

// The docs whose words it has; a line that was struck has none.
function findCited({ edition }: EditionVersion): Id<'doc'>[] {
  const lines = edition.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => [item.heading ?? [], item.lines].flat())
  return [...new Set(lines.filter(({ removed }) => removed === undefined).flatMap(({ evidence }) => evidence))].map(
    ({ doc }) => doc,
  )
}

/** The versions of the desk's editions in log order, by their decisions alone. */
export function listEditionVersions(store: Pick<Store, 'plain'>): LoggedVersion[] {
  const sql = `select number, id, record from truth.decision where ${isOfKind('draft')} or ${isOfKind('issue')} order by number`
  return store.plain
    .rows(sql)
    .flatMap((row) => soundOf(store, row) ?? [])
    .flatMap(asVersion)
}

/** The versions of one edition in log order. */
export function listVersionsOf(store: Pick<Store, 'plain'>, week: string, watch?: string): LoggedVersion[] {
  return listEditionVersions(store).filter(({ ref }) => ref.week === week && ref.watch === watch)
}

/** The whole version of this digest, as removals left it; undefined where its record is gone or was changed. */
export function findEditionVersion(store: Pick<Store, 'plain'>, digest: Digest): EditionVersion | undefined {
  return findRecord(store, digest) as EditionVersion | undefined
}

function asVersion({ number, decision: { id, by, at, why, ruling } }: LoggedDecision): LoggedVersion[] {
  return ruling.kind === 'draft' || ruling.kind === 'issue'
    ? [{ ref: ruling.edition, decision: id, number, by, at, why }]
    : []
}
