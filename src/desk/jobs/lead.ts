// Which roles this process leads in. It shows that it is there every time it looks; it takes a lead that is nobody's, whose holder is
// known to be gone, or whose beat stood still for as long as we watched. Only our own waiting is measured: clocks may be a day apart.
import { beatLead, findLead, leaveLead, takeLead, tellTrouble } from '../../archive/leads.ts'
import type { Lead, LeadRole } from '../../model/job.ts'
import type { Desk } from '../desk.ts'

/** How long a beat must stand still before another takes the lead; whoever could not show that it is there for as long has none. */
export const STILL_MS = 8000

export interface LeadTerms {
  readonly holder: string
  readonly roles: readonly LeadRole[]
  readonly stillMs?: number
  /** Milliseconds that only ever grow. */
  elapsed(): number
  isGone(holder: string): boolean
}

export interface Leads {
  /** Shows that we are there, and takes what is free. To be called every quarter of STILL_MS. */
  look(): Promise<void>
  /** Our lead in this role, while it is surely ours. */
  of(role: LeadRole): Lead | undefined
  tell(role: LeadRole, trouble: string | undefined): Promise<void>
  /** Lets go of all. */
  leave(): Promise<void>
}

/** Begins with none. */
export function makeLeads({ store, now }: Pick<Desk, 'store' | 'now'>, terms: LeadTerms): Leads {
  const { holder, roles, elapsed, isGone, stillMs = STILL_MS } = terms
  const ours = new Map<LeadRole, { readonly lead: Lead; readonly shownAt: number }>()
  const watched = new Map<LeadRole, { readonly lead: Lead | undefined; readonly since: number }>()
  const isFree = (lead: Lead | undefined, since: number): boolean =>
    lead?.holder === undefined || isGone(lead.holder) || elapsed() - since >= stillMs
  const lookAt = async (role: LeadRole): Promise<void> => {
    const state = await store.diary()
    const own = ours.get(role)
    const begun = elapsed() // before it is asked: what takes long to write down is no later for it
    if (own) {
      const lead = await beatLead(state, own.lead, now())
      if (lead) ours.set(role, { lead, shownAt: begun })
      else ours.delete(role)
      return
    }
    const found = await findLead(state, role)
    const before = watched.get(role)
    const isSame = before && before.lead?.fence === found?.fence && before.lead?.beat === found?.beat
    const since = isSame ? before.since : begun
    watched.set(role, { lead: found, since })
    if (!isFree(found, since)) return
    const lead = await takeLead(state, { role, holder, at: now() }, found)
    if (lead) ours.set(role, { lead, shownAt: begun })
  }
  return {
    async look() {
      for (const role of roles) await lookAt(role)
    },
    of(role) {
      const own = ours.get(role)
      return own && elapsed() - own.shownAt < stillMs ? own.lead : undefined
    },
    async tell(role, trouble) {
      const own = ours.get(role)
      if (own) await tellTrouble(await store.diary(), own.lead, trouble)
    },
    async leave() {
      const held = [...ours.values()]
      ours.clear()
      for (const { lead } of held) await leaveLead(await store.diary(), lead)
    },
  }
}
