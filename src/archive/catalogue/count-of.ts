// How much there is of everything that has a line.
import type { Store } from '../store.ts'

export interface Counts {
  readonly reports: number
  readonly said: number
  readonly claims: number
  readonly stories: number
  readonly people: number // who say something
  readonly outlets: number
  readonly waiting: number // whose lines are still to be written, at most 10,000; 0: the lists are as the ledger is
}

/** The totals, which are kept with the lines. */
export async function countOf({ plain }: Pick<Store, 'plain'>): Promise<Counts> {
  const kept = new Map(
    plain.rows('select noun, count from derived.catalogue_count').map(({ noun, count }) => [noun, Number(count)]),
  )
  const count = (sql: string): number => Number(plain.rows(sql)[0]?.count)
  return {
    reports: kept.get('report_line') ?? 0,
    said: kept.get('said') ?? 0,
    claims: kept.get('claim_line') ?? 0,
    stories: kept.get('story_line') ?? 0,
    people: kept.get('person_line') ?? 0,
    outlets: count(OUTLETS),
    waiting: count('select count(*) as count from (select 1 from derived.touched limit 10000) f'),
  }
}

// From each name to the next one: the reports themselves are not walked.
const OUTLETS = `with recursive outlets (found) as (
  select min(outlet) from derived.report_line
  union all select (select min(outlet) from derived.report_line where outlet > found) from outlets where found is not null
) select count(found) as count from outlets`
