// How an edition speaks of its days and of those before. A week from Monday on is this week, and the one before is last week; where a
// watch is issued on another weekday, its seven days lie in two weeks, and what came before them is told by its last edition.
import { ALL, type Watch } from '../model/watch.ts'

export interface WeekWords {
  readonly before: string // `Last week Meridian carried “…”`: in the seven days before these
  readonly now: string // `; this week spokesman Oren Tal denied it`
  readonly these: string // `No report of this week carries on “…”`
  readonly ended: string // `Every claim that was known when last week ended`
}

/** The words of a watch, by its weekday. */
export function watchWords({ weekday }: Pick<Watch, 'weekday'>): WeekWords {
  return weekday === ALL.weekday
    ? { before: 'Last week', now: 'this week', these: 'this week', ended: 'when last week ended' }
    : {
        before: 'Before the last edition',
        now: 'since then',
        these: 'these days',
        ended: 'when the last edition was due',
      }
}
