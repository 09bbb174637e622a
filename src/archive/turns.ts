// Whose turn it is at a host: one request at a time, a gap between two, for all processes together. A turn is taken in
// a transaction of its own before anything is sent, so that a process that is killed leaves the gap behind it kept.
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Instant } from '../model/id.ts'
import { later } from '../model/instant.ts'
import type { Tables } from './tables.ts'

/** The right to send one request to a host, until `until`. */
export interface Turn {
  readonly host: string
  readonly holder: string
  readonly robots: KnownRobots | undefined // absent: never asked
}

/** A host's robots.txt as last had. */
export interface KnownRobots {
  readonly text: string
  readonly status: number // 0: no answer; below: it was not asked for, and the text says why
  readonly at: Instant
}

export interface TurnTerms {
  readonly holder: string // unlike that of any other turn
  readonly now: Instant
  readonly until: Instant // when the turn is lost if nobody gave it back
  readonly gapMs: number // to the next turn at the host, unless it asks for more or a person set another
}

type State = Kysely<Tables> | Transaction<Tables>

/** A turn at this host, or undefined where it is another's or its time has not come. The host is made known if it is new. */
export async function takeTurn(state: Kysely<Tables>, host: string, terms: TurnTerms): Promise<Turn | undefined> {
  return state.transaction().execute(async (trx) => {
    await knowHosts(trx, [host], terms.now)
    return takeIn(trx, host, terms)
  })
}

/** The same inside a transaction, for a host that is known. */
export async function takeIn(trx: State, host: string, terms: TurnTerms): Promise<Turn | undefined> {
  const row = await trx.selectFrom('state.host').selectAll().where('host', '=', host).executeTakeFirst()
  if (!row || row.next_at > terms.now || (row.held_until ?? '') > terms.now) return undefined
  await trx
    .updateTable('state.host')
    .set({ holder: terms.holder, held_until: terms.until, next_at: later(terms.now, gapOf(row, terms.gapMs)) })
    .where('host', '=', host)
    .execute()
  return { host, holder: terms.holder, robots: robotsOf(row) }
}

/** Gives a turn back: the next one is a gap later, or at `notBefore` where that is later. A turn lost meanwhile stays lost. */
export async function giveTurnBack(
  state: State,
  { host, holder }: Pick<Turn, 'host' | 'holder'>,
  { now, gapMs, notBefore = '' }: { readonly now: Instant; readonly gapMs: number; readonly notBefore?: Instant },
): Promise<void> {
  const own = state.selectFrom('state.host').selectAll().where('host', '=', host).where('holder', '=', holder)
  const row = await own.executeTakeFirst()
  if (!row) return
  const next = later(now, gapOf(row, gapMs))
  await state
    .updateTable('state.host')
    .set({ holder: null, held_until: null, next_at: next > notBefore ? next : notBefore })
    .where('host', '=', host)
    .where('holder', '=', holder)
    .execute()
}

/** Lets go of what is held by those who are gone, addresses as well. The gaps behind their turns are kept. */
export async function freeTurns(state: Kysely<Tables>, isGone: (holder: string) => boolean): Promise<void> {
  const held = [
    await state.selectFrom('state.host').select('holder').where('holder', 'is not', null).execute(),
    await state.selectFrom('state.address').select('holder').where('holder', 'is not', null).execute(),
  ].flat()
  const gone = [...new Set(held.flatMap(({ holder }) => holder ?? []))].filter(isGone)
  for (const holder of gone) {
    const free = { holder: null, held_until: null }
    await state.updateTable('state.host').set(free).where('holder', '=', holder).execute()
    await state.updateTable('state.address').set(free).where('holder', '=', holder).execute()
  }
}

/** Keeps what a host answered when asked for its robots.txt, with the delay that it asks for. */
export async function keepRobots(
  state: State,
  host: string,
  { text, status, at }: KnownRobots,
  crawlMs: number | undefined,
): Promise<void> {
  await state
    .updateTable('state.host')
    .set({ robots: text, robots_status: status, robots_at: at, crawl_ms: crawlMs ?? null })
    .where('host', '=', host)
    .execute()
}

/** What is known of a host's robots.txt. */
export async function findRobots(state: State, host: string): Promise<KnownRobots | undefined> {
  const row = await state.selectFrom('state.host').selectAll().where('host', '=', host).executeTakeFirst()
  return row && robotsOf(row)
}

/** Sets the gap of a host by hand; undefined: the settings' own. */
export async function setGap(state: State, host: string, gapMs: number | undefined, now: Instant): Promise<void> {
  await knowHosts(state, [host], now)
  await state
    .updateTable('state.host')
    .set({ gap_ms: gapMs ?? null })
    .where('host', '=', host)
    .execute()
}

/** Makes hosts known, each to be asked from now on. */
export async function knowHosts(state: State, hosts: readonly string[], now: Instant): Promise<void> {
  for (const host of new Set(hosts)) {
    await state
      .insertInto('state.host')
      .values({ host, next_at: now, ...NOTHING })
      .onConflict((on) => on.doNothing())
      .execute()
  }
}

const NOTHING = {
  holder: null,
  held_until: null,
  gap_ms: null,
  crawl_ms: null,
  robots: null,
  robots_status: null,
  robots_at: null,
} as const

type HostRow = Selectable<Tables['state.host']>

function gapOf({ gap_ms, crawl_ms }: HostRow, usual: number): number {
  return Math.max(gap_ms ?? usual, crawl_ms ?? 0)
}

function robotsOf({ robots, robots_status, robots_at }: HostRow): KnownRobots | undefined {
  return robots_at === null ? undefined : { text: robots ?? '', status: robots_status ?? 0, at: robots_at }
}
