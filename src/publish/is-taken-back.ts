// Whether what was claimed was taken back since: it stands among what was corrected or withdrawn, and nowhere as news.
import type { Id } from '../model/id.ts'
import type { WeekView } from './week-view.ts'

/** True where the claim stands corrected or retracted when the week ends. */
export function isTakenBack(
  claim: Id<'claim'>,
  { standings, ledger }: Pick<WeekView, 'standings' | 'ledger'>,
): boolean {
  const standing = standings.get(claim)?.now ?? ledger.rowOf(claim)?.standing
  return standing === 'corrected' || standing === 'retracted'
}
