// Whether a host's vice strikes a request, and how.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Access } from './access-log.ts'
import type { Answer } from './answer-at.ts'
import { HEALS, type Host, type Stand } from './stand.ts'
import { ANSWER_STRIKES } from './strike-answers.ts'
import { BYTE_STRIKES } from './strike-bytes.ts'
import { CODING_STRIKES } from './strike-codings.ts'
import { FEED_STRIKES } from './strike-feeds.ts'
import { REDIRECT_STRIKES } from './strike-redirects.ts'
import { ROBOTS_STRIKES } from './strike-robots.ts'
import { faultOf, type Vice } from './vices.ts'

/** A request that may be struck, with what an honest host would answer. */
export interface Struck {
  readonly stand: Stand
  readonly host: Host
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly access: Access
  readonly answer: Answer
  readonly origin: string
  readonly port: number
  readonly count: number // requests to the host before this one
  readonly dripMs: number
}

/** Answers in place of the honest host. */
export type Strike = (struck: Struck) => void

const STRIKES: Readonly<Partial<Record<Vice, Strike>>> = {
  ...BYTE_STRIKES,
  ...CODING_STRIKES,
  ...REDIRECT_STRIKES,
  ...ANSWER_STRIKES,
  ...FEED_STRIKES,
  ...ROBOTS_STRIKES,
}

/** Undefined: the host answers honestly. */
export function strikeOf({ stand, host, access, answer }: Struck): Strike | undefined {
  if (!host.vice) return undefined
  const { where, heals } = faultOf(host.vice)
  if (heals && where === 'host' && access.began >= stand.epoch + HEALS) return undefined
  const isOnTheWay = /^\/(?:hop|new)\//.test(access.path) // where a redirect of ours has led
  const isHit = {
    page: answer.page?.isStruck === true || isOnTheWay,
    feed: access.asked === 'feed' || isOnTheWay,
    robots: access.asked === 'robots',
    host: access.asked !== 'robots',
    name: false,
  }[where]
  return isHit ? STRIKES[host.vice] : undefined
}
