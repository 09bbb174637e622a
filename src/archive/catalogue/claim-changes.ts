// Which claims changed, in the order in which their lines were last written otherwise than they were: for whoever keeps a copy
// and asks for what is new. Triggers see to it, so that no writer of lines can forget.
import { sql, type Transaction } from 'kysely'
import type { ClaimLine } from '../../model/listing.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { CLAIM_COLUMNS } from './claim-columns.ts'
import { asClaimLine } from './claim-lines.ts'

/** The columns of a line that are told: one of them otherwise than before makes a change. */
export const CLAIM_TOLD: readonly string[] = ['claim', ...CLAIM_COLUMNS]

// Deleted and put anew, since the statement that sets a trigger off would decide what an "insert or replace" in it does.
const note = (row: 'old' | 'new'): string =>
  `begin delete from claim_change where claim = ${row}.claim; insert into claim_change (claim) values (${row}.claim); end`
const all = (row: 'old' | 'new'): string => CLAIM_TOLD.map((column) => `${row}.${column}`).join(', ')

/** What makes the list. The epoch tells one life of derived.db from the next, in which numbers begin again. */
export const CLAIM_CHANGES: readonly string[] = [
  'create table claim_change (n integer primary key autoincrement, claim text not null unique)',
  'create table claim_epoch (epoch text not null)',
  'insert into claim_epoch (epoch) values (lower(hex(randomblob(6))))',
  'insert into claim_change (claim) select claim from claim_line order by n',
  `create trigger claim_come after insert on claim_line ${note('new')}`,
  `create trigger claim_gone after delete on claim_line ${note('old')}`,
  `create trigger claim_other after update on claim_line when (${all('old')}) is not (${all('new')}) ${note('new')}`,
]

/** Begins another epoch of the list as it lies in a folder: whoever goes on from the one before is told everything. */
export async function beginEpoch(trx: Transaction<Tables>): Promise<void> {
  await sql.raw('update derived.claim_epoch set epoch = lower(hex(randomblob(6)))').execute(trx)
}

/** A claim that changed: its line as it is now; none: it is in the ledger no more. */
export interface ClaimChange {
  readonly n: number
  readonly claim: string
  readonly line?: ClaimLine
}

/** The claims that changed after a number, at most so many. Another epoch than the list's: all of them. Two cheap queries. */
export function listClaimChanges(
  { plain }: Pick<Store, 'plain'>,
  { epoch, after, limit }: { readonly epoch: string; readonly after: number; readonly limit: number },
): { epoch: string; changes: ClaimChange[] } {
  const own = String(plain.rows('select epoch from derived.claim_epoch')[0]?.epoch ?? '')
  const rows = plain.rows(
    `select c.n as change, c.claim as of, l.* from derived.claim_change c
      left join derived.claim_line l on l.claim = c.claim where c.n > ? order by c.n limit ?`,
    own === epoch ? after : 0,
    limit,
  )
  const changes = rows.map(({ change, of, ...row }): ClaimChange => {
    const line = row.claim === null ? undefined : asClaimLine(row)
    return { n: Number(change), claim: String(of), ...(line && { line }) }
  })
  return { epoch: own, changes }
}

/** The number of the last change; 0: there was none. */
export function lastClaimChange({ plain }: Pick<Store, 'plain'>): { epoch: string; n: number } {
  const [row] = plain.rows(
    'select (select epoch from derived.claim_epoch) as epoch, (select max(n) from derived.claim_change) as n',
  )
  return { epoch: String(row?.epoch ?? ''), n: Number(row?.n ?? 0) }
}
