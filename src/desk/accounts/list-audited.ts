// The audit log, a page at a time, and a way for others to write into it.
import { addAudited, listAudited as listRows, type NewAudited } from '../../archive/audit.ts'
import { readCursor, writeCursor } from '../../archive/catalogue/cursor.ts'
import type { Audited } from '../../model/account.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { type Doer, entry } from './keep-accounts.ts'

const LIST = 'audit'

/** What happened, the latest first. Throws CURSOR_UNKNOWN. */
export async function listAudited(
  { store }: Pick<Desk, 'store'>,
  { after, limit }: WantedPage,
): Promise<Listed<Audited>> {
  const before = placeOf(after)
  const rows = await listRows(await store.state(), {
    ...(before !== undefined && { before }),
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(rows.length > limit && last && { next: writeCursor(LIST, [last.number]) }) }
}

/** Writes down that something was done, such as `settings changed`. Never put a secret into `detail`. */
export async function keepAudited(
  desk: Pick<Desk, 'store' | 'now'>,
  { what, detail }: { readonly what: NewAudited['what']; readonly detail?: string },
  doer: Doer,
): Promise<void> {
  const state = await desk.store.state()
  await state.transaction().execute(async (trx) => {
    await addAudited(trx, { ...entry(desk, what, doer), ...(detail !== undefined && { detail }) })
  })
}

// The place of the last line; undefined: from the latest on.
function placeOf(after: string | undefined): number | undefined {
  const [number] = readCursor(LIST, ['number'], after) ?? []
  return number === undefined ? undefined : Number(number)
}
