// How long a page of a list is, and what of its address is shown again in its links.
import type { Query } from '../../publish/pages/address.ts'

/** Things on one page of a list. */
export const PAGE_LINES = 50

/** What was asked for, as it goes into the addresses of the page's links. */
export function queryOf(query: object): Query {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
