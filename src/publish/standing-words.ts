// Which acts bring a claim to a standing: they are what is new about it, and the words that an edition prints.
import type { Act } from '../model/act.ts'
import type { Standing } from '../model/timeline.ts'
import type { StandingChange } from './week-view.ts'

const MOVED_BY: Readonly<Record<Standing, readonly Act[]>> = {
  reported: ['asserts'],
  announced: ['announces'],
  confirmed: ['confirms', 'announces'],
  contested: ['denies', 'doubts'],
  denied: ['denies'],
  corrected: ['corrects', 'retracts'],
  retracted: ['retracts', 'corrects'],
}

/** True where the act can have brought a claim to the standing. */
export function movesTo(standing: Standing, act: Act): boolean {
  return MOVED_BY[standing].includes(act)
}

/** The acts that can have made the change, the likeliest first. What was denied and is contested was told again. */
export function moversOf({ before, now }: StandingChange): readonly Act[] {
  return before === 'denied' && now === 'contested' ? ['confirms', 'asserts'] : MOVED_BY[now]
}
