// What is done in the background, told to the log.
import type { Told } from '../desk/background.ts'
import { tellAsked, tellIntake } from '../desk/web/tell-following.ts'
import type { Tell } from '../model/happening.ts'

/** What the background is to tell, and to whom. */
export function tellOfWork(tell: Tell): Pick<Told, 'onAsked' | 'onFault' | 'onIntake'> {
  return {
    onFault: (words) => tell({ what: 'fault', level: 'error', words }),
    onAsked: (asked) => tell(tellAsked(asked)),
    onIntake: (why) => tell(tellIntake(why)),
  }
}
