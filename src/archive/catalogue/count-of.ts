// How much there is of everything that has a line.
import type { Store } from '../open-store.ts'

export interface Counts {
  readonly reports: number
  readonly said: number
  readonly claims: number
  readonly stories: number
  readonly people: number // who say something
  readonly outlets: number
  readonly waiting: number // whose lines are still to be written; 0: the lists are as the ledger is
}

/** The totals. */
export async function countOf({ plain }: Pick<Store, 'plain'>): Promise<Counts> {
  const count = (sql: string): number => Number(plain.rows(sql)[0]?.count)
  return {
    reports: count('select count(*) as count from derived.report_line'),
    said: count('select count(*) as count from derived.said'),
    claims: count('select count(*) as count from derived.claim_line'),
    stories: count('select count(*) as count from derived.story_line'),
    people: count('select count(*) as count from derived.person_line where said > 0'),
    outlets: count('select count(distinct outlet) as count from derived.report_line'),
    waiting: count('select count(*) as count from derived.touched'),
  }
}
