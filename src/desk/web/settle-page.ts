// What follows from an answer to a page: when it is asked again, and what the diary says of it.
import type { Address, Settled } from '../../archive/address.ts'
import { nextTryMs } from '../../ingest/fetching/back-off.ts'
import { readConditions } from '../../ingest/fetching/conditional.ts'
import type { Capture } from '../../model/capture.ts'
import type { Followed } from '../../model/followed.ts'
import { later } from '../../model/instant.ts'
import type { Settings } from '../settings.ts'
import { pageTime, watchTime } from './schedule.ts'

/** What came of one request. */
export interface Answer extends Pick<Capture, 'hops' | 'outcome'> {
  readonly at: string // when it was over
  readonly moved?: string
  readonly retryAfterMs?: number
}

const TRIES = 10 // in vain, over about two days, before a page is given up

/** The diary's next line on a page. One that is watched for itself, as a source of its own, is never given up. */
export function settlePage(
  { address, watched }: { readonly address: Address; readonly watched?: Followed | undefined },
  answer: Answer,
  settings: Settings,
  random: () => number,
): Settled {
  const common = { ...tellOutcome(answer), asked: answer.at, ...(answer.moved && { movedTo: answer.moved }) }
  if (isPassing(answer)) {
    const failures = address.failures + 1
    const wait = Math.max(nextTryMs(failures, random), answer.retryAfterMs ?? 0)
    return { ...common, failures, due: failures >= TRIES && !watched ? undefined : later(answer.at, wait) }
  }
  const step = address.step + 1
  const settled = { ...common, failures: 0, step, due: nextTime({ address, watched }, answer.at, settings) }
  return isHad(answer) ? { ...settled, ...tokensOf(answer), had: answer.at } : settled
}

/** True where the address answered with what it stands for, or said that this is as before. */
export function isHad({ hops, outcome }: Pick<Answer, 'hops' | 'outcome'>): boolean {
  const status = hops.at(-1)?.status ?? 0
  return outcome.kind === 'unchanged' || (outcome.kind === 'answered' && status >= 200 && status <= 299)
}

/** True where asking again soon may help: the network failed, or the server says that it cannot just now. */
export function isPassing({ hops, outcome }: Pick<Answer, 'hops' | 'outcome'>): boolean {
  const status = hops.at(-1)?.status ?? 0
  if (outcome.kind === 'failed') return true
  return outcome.kind === 'answered' && (status >= 500 || status === 408 || status === 425 || status === 429)
}

/** The outcome in a word or two, and why nothing was had. */
export function tellOutcome({ hops, outcome }: Pick<Answer, 'hops' | 'outcome'>): {
  outcome: string
  reason: string | undefined
} {
  const status = hops.at(-1)?.status ?? 0
  switch (outcome.kind) {
    case 'refused':
      return { outcome: `refused by ${outcome.by}`, reason: outcome.reason }
    case 'failed':
      return { outcome: 'failed', reason: outcome.reason }
    case 'unchanged':
      return { outcome: 'unchanged', reason: undefined }
    default:
      return status >= 200 && status <= 299
        ? { outcome: 'had', reason: undefined }
        : { outcome: `status ${status}`, reason: `it answered with status ${status}` }
  }
}

/** What a server gave to ask it by the next time, and what its bytes were. */
export function tokensOf({ hops, outcome }: Pick<Answer, 'hops' | 'outcome'>): Settled {
  if (outcome.kind !== 'answered') return {}
  const { etag, modified, from } = readConditions(hops)
  return { etag, modified, tagsFrom: from, digest: outcome.payload }
}

// The times are told from when the page was first had: between the first and the second lie 23 hours.
function nextTime(
  { address: { step }, watched }: { readonly address: Address; readonly watched?: Followed | undefined },
  at: string,
  settings: Settings,
): string | undefined {
  const time = pageTime(step, settings)
  const before = step === 0 ? 0 : (pageTime(step - 1, settings) ?? 0)
  const left = time === undefined ? undefined : Math.max(time - before, 60_000)
  const wait = watched ? Math.min(watchTime(watched), left ?? Number.POSITIVE_INFINITY) : left
  return wait === undefined ? undefined : later(at, wait)
}
