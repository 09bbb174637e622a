// The audit log, a page at a time, and a way for others to write into it.
import { addAudited, listAudited as listRows, type NewAudited } from '../../archive/audit.ts'
import type { Audited } from '../../model/account.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { type Doer, entry } from './keep-accounts.ts'

/** What happened, the latest first. Throws CURSOR_UNKNOWN. */
export async function listAudited(
  { store }: Pick<Desk, 'store'>,
  { after, limit }: WantedPage,
): Promise<Listed<Audited>> {
  const rows = await listRows(await store.state(), {
    ...(after !== undefined && { before: numberOf(after) }),
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(rows.length > limit && last && { next: Buffer.from(String(last.number)).toString('base64url') }) }
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

function numberOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString()
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new ReadoutError('CURSOR_UNKNOWN', 'this is no place in the audit log; begin at its first page')
}
