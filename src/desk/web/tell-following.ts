// What following sources tells the log.
import type { Happening } from '../../model/happening.ts'
import { WORDS } from '../../publish/interface-words.ts'
import type { Asked } from './following.ts'

/** One request as it went. */
export function tellAsked({ url, what, outcome, reason, found, report }: Asked): Happening {
  return { what: 'asked', level: 'info', facts: { url, kind: what, outcome, reason, found, report } }
}

/** That intake stopped, with the reason, or that it goes on. */
export function tellIntake(why: string | undefined): Happening {
  if (why === undefined) return { what: 'intake resumed', level: 'info' }
  return { what: 'intake stopped', level: 'warn', words: WORDS.status.stopped(why) }
}
