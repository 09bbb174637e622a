// What a try for a robots.txt comes to (RFC 9309, 2.3.1): rules, no rules, or nothing allowed until more is known.
import type { Fetched } from '../fetch.ts'
import { ALLOW_ALL, disallowAll, parseRobots, type Robots } from './robots.ts'

/** The rules that follow from the try; undefined where what was known before still stands. `url`: of the robots.txt. */
export function judgeRobots(
  url: string,
  { outcome, hops, body }: Pick<Fetched, 'outcome' | 'hops' | 'body'>,
): Robots | undefined {
  if (outcome.kind === 'unchanged') return undefined
  if (outcome.kind === 'failed' && outcome.code === 'FETCH_REDIRECTS') return ALLOW_ALL // 2.3.1.2: as if there were none
  if (outcome.kind === 'failed' || outcome.kind === 'refused') {
    return disallowAll(`${url} could not be had (${outcome.reason}), so nothing there is asked for yet`)
  }
  const status = hops.at(-1)?.status ?? 0
  if (status >= 200 && status < 300) return parseRobots(url, body ?? new Uint8Array())
  // 429 says that we ask too often, not that there are no rules
  if (status >= 400 && status < 500 && status !== 429) return ALLOW_ALL
  return disallowAll(`${url} answered ${status}, so nothing there is asked for yet`)
}
