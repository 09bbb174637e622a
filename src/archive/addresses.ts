// The addresses that the desk asks by itself: feeds, watched pages, and the pages that feeds led to; when each is due, and
// how the last request went. What was had lies among the truths; this is the diary.
import type { Kysely, Transaction } from 'kysely'
import type { Told } from '../model/capture.ts'
import type { Instant } from '../model/id.ts'
import { type Address, addressOf, BLANK, columnsOf, type NewAddress, rowOf, type Settled } from './address.ts'
import { inChunks } from './in-chunks.ts'
import type { Tables } from './tables.ts'
import { knowHosts, type Turn, type TurnTerms, takeIn } from './turns.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** Writes addresses down, those that are not there yet, all or none; gives back the new ones. Finds are counted to their source. */
export async function addAddresses(
  state: Kysely<Tables>,
  addresses: readonly NewAddress[],
  now: Instant,
): Promise<string[]> {
  return state.transaction().execute(async (trx) => {
    await knowHosts(
      trx,
      addresses.map(({ host }) => host),
      now,
    )
    const added: string[] = []
    for (const some of inChunks([...addresses], 500)) {
      const rows = some.map((one) => ({ ...BLANK, ...rowOf(one), first_at: now }))
      const insert = trx.insertInto('state.address').values(rows)
      const news = await insert
        .onConflict((on) => on.doNothing())
        .returning('url')
        .execute()
      added.push(...news.map(({ url }) => url))
      const finds = some.flatMap(({ url, source, foundIn }) => (source && foundIn ? [{ source, url, at: now }] : []))
      if (finds.length === 0) continue
      await trx
        .insertInto('state.find')
        .values(finds)
        .onConflict((on) => on.doNothing())
        .execute()
    }
    return added
  })
}

/** A page that its feed says was changed: asked again now, and told of anew. Nothing where it was told so before. */
export async function tellAgain(state: State, url: string, told: Told, now: Instant): Promise<boolean> {
  const known = await findAddress(state, url)
  if (!known?.asked || !told.updated || known.told?.updated === told.updated) return false
  await state
    .updateTable('state.address')
    .set({ told: JSON.stringify(told), due_at: now })
    .where('url', '=', url)
    .execute()
  return true
}

/** An address that is due at a host whose turn it is, with the turn, both held until the terms end; undefined: none now. */
export async function takeDue(
  state: Kysely<Tables>,
  terms: TurnTerms,
): Promise<{ turn: Turn; address: Address } | undefined> {
  const { now } = terms
  return state.transaction().execute(async (trx) => {
    const free = trx
      .selectFrom('state.host as h')
      .select('h.host')
      .where('h.next_at', '<=', now)
      .where(({ or, eb }) => or([eb('h.held_until', 'is', null), eb('h.held_until', '<=', now)]))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('state.address as a')
            .select('a.url')
            .whereRef('a.host', '=', 'h.host')
            .where('a.due_at', '<=', now)
            .where(({ or, eb }) => or([eb('a.held_until', 'is', null), eb('a.held_until', '<=', now)])),
        ),
      )
    const host = (await free.orderBy('h.next_at').limit(1).executeTakeFirst())?.host
    if (host === undefined) return undefined
    const due = trx
      .selectFrom('state.address')
      .selectAll()
      .where('host', '=', host)
      .where('due_at', '<=', now)
      .where(({ or, eb }) => or([eb('held_until', 'is', null), eb('held_until', '<=', now)]))
    const row = await due.orderBy('due_at').orderBy('url').limit(1).executeTakeFirst()
    const turn = row && (await takeIn(trx, host, terms))
    if (!turn) return undefined
    await trx
      .updateTable('state.address')
      .set({ holder: terms.holder, held_until: terms.until })
      .where('url', '=', row.url)
      .execute()
    return { turn, address: addressOf(row) }
  })
}

/** Writes down how a request went and lets the address go. False where it was another's by now: then nothing is written. */
export async function settle(
  state: State,
  { url, holder }: { readonly url: string; readonly holder: string },
  settled: Settled,
): Promise<boolean> {
  const set = { ...columnsOf(settled), holder: null, held_until: null }
  const update = state.updateTable('state.address').set(set).where('url', '=', url).where('holder', '=', holder)
  return Number((await update.executeTakeFirst()).numUpdatedRows) > 0
}

/** Changes an address whoever holds it, as a person's wish does. */
export async function changeAddress(state: State, url: string, changed: Settled): Promise<void> {
  await state.updateTable('state.address').set(columnsOf(changed)).where('url', '=', url).execute()
}

/**
 * Has a known address asked as something else, or for another source, from when it is due, as if it had never been asked. Whoever
 * holds it writes nothing of it any more.
 */
export async function askAs(
  state: State,
  known: Address,
  { what, source, due }: Pick<NewAddress, 'what' | 'source' | 'due'>,
): Promise<void> {
  const { asked_at: _asked, had_at: _had, moved_to: _moved, ...blank } = BLANK
  const told = known.what === what ? {} : { told: null, found_in: null } // of what it was taken for
  await state
    .updateTable('state.address')
    .set({ ...blank, ...told, what, source: source ?? null, due_at: due })
    .where('url', '=', known.url)
    .execute()
}

/** The address as written down, or undefined. */
export async function findAddress(state: State, url: string): Promise<Address | undefined> {
  const row = await state.selectFrom('state.address').selectAll().where('url', '=', url).executeTakeFirst()
  return row && addressOf(row)
}

/** When the next turn at a due address can be had, and how many are due; undefined where none is. */
export async function nextTurn(state: State, now: Instant): Promise<{ at: Instant; due: number } | undefined> {
  const row = await state
    .selectFrom('state.address as a')
    .innerJoin('state.host as h', 'h.host', 'a.host')
    .where('a.due_at', '<=', now)
    .select((eb) => [eb.fn.countAll().as('due'), eb.fn.min('h.next_at').as('at')])
    .executeTakeFirst()
  return row?.at ? { at: row.at, due: Number(row.due) } : undefined
}
