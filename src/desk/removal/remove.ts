// A removal: planned, kept as a decision together with all that it takes, and then closed, so that nothing made of the words is left
// either. What was planned is good for the log as it was; where something came in meanwhile it is planned anew.
import { addAudited } from '../../archive/audit.ts'
import { keepRemoval } from '../../archive/keep-removal.ts'
import { ReadoutError } from '../../model/errors.ts'
import { asId } from '../../model/id.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'
import { dropRemoved } from './drop-removed.ts'
import { type AskedRemoval, planRemoval, type RemovalPlan } from './plan-removal.ts'

export interface KeptRemoval extends RemovalPlan {
  readonly number: number // of its decision in the log
}

/** Removes it from the truth; it is gone from there when this returns, and so is all that was made. `closeRemovals`, which the link worker calls, does the rest. Throws as `planRemoval` does. */
export async function remove(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  asked: AskedRemoval & { readonly by: string },
  doer: Doer,
): Promise<KeptRemoval> {
  const [by, why] = [asked.by, asked.why].map((words) => words.replace(/\s+/g, ' ').trim()) as [string, string]
  if (by === '') throw new ReadoutError('USAGE', 'who removes it? give a name with --by, or in READOUT_BY')
  if (why === '') throw new ReadoutError('USAGE', 'why is it removed? give the reason with --why; it is kept and shown')
  if (desk.store.isReadOnly) throw new ReadoutError('STORE_FAILED', `${desk.dir}: the desk may not be written`)
  for (let tries = 1; ; tries++) {
    const plan = planRemoval(desk, { ...asked, why })
    const kept = await keepRemoval(desk.store, { by: asId<'editor'>(by), at: desk.now(), why }, plan)
    if (kept) {
      await dropRemoved(desk)
      const detail = `decision ${kept.number}: ${plan.reports.length} reports`
      await addAudited(await desk.store.state(), { ...entry(desk, 'report removed', doer), detail })
      return { ...plan, number: kept.number }
    }
    if (tries >= TRIES) throw new ReadoutError('DESK_BUSY', `${desk.dir}: reports come in all the time; try again`)
  }
}

const TRIES = 20
