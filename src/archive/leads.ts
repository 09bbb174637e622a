// Who leads in a role, for all processes of a desk. No clock decides: whoever looks takes a lead whose beat stood still for as long as
// they themselves waited, and only if it still stands as they saw it. The fence tells an earlier leader from the present one.
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Instant } from '../model/id.ts'
import { LEAD_ROLES, type Lead, type LeadRole } from '../model/job.ts'
import type { Tables } from './tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** The lead as it stands, or undefined where nobody ever took it. */
export async function findLead(state: State, role: LeadRole): Promise<Lead | undefined> {
  const row = await state.selectFrom('state.lead').selectAll().where('role', '=', role).executeTakeFirst()
  return row && leadOf(row)
}

/** All leads that were ever taken. */
export async function listLeads(state: State): Promise<Lead[]> {
  return (await state.selectFrom('state.lead').selectAll().orderBy('role').execute()).map(leadOf)
}

/** Takes the lead where it still stands as it was seen. Undefined where another was faster, or the holder is there after all. */
export async function takeLead(
  state: Kysely<Tables>,
  { role, holder, at }: Pick<Lead, 'role' | 'at'> & { readonly holder: string },
  seen: Lead | undefined,
): Promise<Lead | undefined> {
  return state.transaction().execute(async (trx) => {
    const found = await findLead(trx, role)
    if (found?.fence !== seen?.fence || found?.beat !== seen?.beat || found?.holder !== seen?.holder) return undefined
    const row = { role, holder, fence: (found?.fence ?? 0) + 1, beat: 0, at, trouble: found?.trouble ?? null }
    await trx
      .insertInto('state.lead')
      .values(row)
      .onConflict((on) => on.column('role').doUpdateSet({ ...row }))
      .execute()
    return leadOf(row)
  })
}

/** Shows that the holder is there. Undefined where another took the lead meanwhile. */
export async function beatLead(
  state: Kysely<Tables>,
  { role, fence, beat }: Lead,
  at: Instant,
): Promise<Lead | undefined> {
  const own = state
    .updateTable('state.lead')
    .set({ beat: beat + 1, at })
    .where('role', '=', role)
  const row = await own.where('fence', '=', fence).where('holder', 'is not', null).returningAll().executeTakeFirst()
  return row && leadOf(row)
}

/** Says why a piece of the work came to nothing, or that all is well again. One that another took stays as it is. */
export async function tellTrouble(
  state: Kysely<Tables>,
  { role, fence }: Pick<Lead, 'role' | 'fence'>,
  trouble: string | undefined,
): Promise<void> {
  const own = state.updateTable('state.lead').set({ trouble: trouble?.slice(0, LONGEST) ?? null })
  await own.where('role', '=', role).where('fence', '=', fence).execute()
}

const LONGEST = 500 // characters

/** Lets go of the lead, so that another need not wait; one that another took stays theirs. */
export async function leaveLead(state: Kysely<Tables>, { role, fence }: Pick<Lead, 'role' | 'fence'>): Promise<void> {
  const own = state.updateTable('state.lead').set({ holder: null })
  await own.where('role', '=', role).where('fence', '=', fence).execute()
}

/** True as long as nobody took the lead since. Asked before anything is kept that only the leader may keep. */
export async function isLeading(state: State, { role, fence }: Pick<Lead, 'role' | 'fence'>): Promise<boolean> {
  return (await findLead(state, role))?.fence === fence
}

function leadOf({ role, holder, fence, beat, at, trouble }: Selectable<Tables['state.lead']>): Lead {
  return {
    role: LEAD_ROLES.find((one) => one === role) ?? 'link',
    holder: holder ?? undefined,
    fence,
    beat,
    at,
    ...(trouble !== null && { trouble }),
  }
}
