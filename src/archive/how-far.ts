// How far a desk has come, in a few cheap questions: what it holds, and what of it still waits to be made out.
import type { Store } from './store.ts'

export interface HowFar {
  readonly captures: number
  readonly decisions: number
  readonly reports: number
  readonly read: number // docs with a reading
  readonly faults: number // reports of which nothing could be made
  readonly waiting: number // reports with something new that is not linked yet
  readonly waitingSince?: string // when the first of what waits came in, a decision as well
  readonly latest?: string // when anything came in last
}

/** One look. What waits is counted from where linking stands on, so that a large desk is not read through. */
export function howFar({ plain }: Pick<Store, 'plain'>): HowFar {
  const count = (sql: string, ...parameters: unknown[]): number => Number(plain.rows(sql, ...parameters)[0]?.count ?? 0)
  const linkedTo = Number(plain.rows('select linked_to from derived.walk')[0]?.linked_to ?? 0)
  const at = (sql: string, ...parameters: unknown[]): string | undefined =>
    plain.rows(sql, ...parameters)[0]?.at as string | undefined
  const waitingSince = at('select at from truth.log where number > ? order by number limit 1', linkedTo)
  const latest = at('select at from truth.log order by number desc limit 1')
  return {
    captures: count('select count(*) as count from truth.capture'),
    decisions: count('select count(*) as count from truth.decision'),
    reports: count('select count(*) as count from truth.report'),
    read: count('select count(*) as count from derived.reading'),
    faults: count('select count(*) as count from derived.fault'),
    waiting: count('select count(distinct report) as count from truth.capture where number > ?', linkedTo),
    ...(waitingSince !== undefined && { waitingSince }),
    ...(latest !== undefined && { latest }),
  }
}
