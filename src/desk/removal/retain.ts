// The desk's own rule on keeping, applied: a removal of bytes that nothing leans on, kept as a decision like any other.
import { addAudited } from '../../archive/audit.ts'
import { keepRemoval } from '../../archive/keep-removal.ts'
import { ReadoutError } from '../../model/errors.ts'
import { asId } from '../../model/id.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'
import { dropRemoved } from './drop-removed.ts'
import { type Keeping, planRetention, type RetentionPlan } from './plan-retention.ts'

/** Drops what the rule says, as far as one removal goes; undefined: there was nothing. What was made of it is made anew by a walk. */
export async function retain(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  keeping: Keeping,
  { by, doer }: { readonly by: string; readonly doer: Doer },
): Promise<(RetentionPlan & { readonly number: number }) | undefined> {
  const why = [
    ...(keeping.keepAnswerDays > 0 ? [`what is no report after ${keeping.keepAnswerDays} days`] : []),
    ...(keeping.keepReportDays > 0 ? [`reports ${keeping.keepReportDays} days after their story ended`] : []),
  ].join(', ')
  for (let tries = 1; ; tries++) {
    const plan = planRetention(desk, keeping)
    if ((plan.beside?.length ?? 0) === 0) return undefined
    const word = { by: asId<'editor'>(by), at: desk.now(), why: `the settings keep ${why}` }
    const kept = await keepRemoval(desk.store, word, plan)
    if (kept) {
      await dropRemoved(desk)
      const detail = `decision ${kept.number}: ${plan.answers} that are no report, ${plan.reports.length} reports, by the settings`
      await addAudited(await desk.store.state(), { ...entry(desk, 'report removed', doer), detail })
      return { ...plan, number: kept.number }
    }
    if (tries >= TRIES) throw new ReadoutError('DESK_BUSY', `${desk.dir}: reports come in all the time; try again`)
  }
}

const TRIES = 20
