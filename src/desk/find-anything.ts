// Whatever a person writes about, tags or watches: a claim, an attribution, somebody, a story or a report.
import { listIdsFrom } from '../archive/look-up.ts'
import type { Target } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Grounds } from './find-target.ts'
import type { Targets } from './make-target.ts'
import { nounOf } from './noun-of.ts'

/** The thing of this id or name, as a target. `noun`: what it is; absent: what it is found to be. Throws as `Targets` does. */
export function findAnything(id: string, noun: Target['noun'] | undefined, targets: Targets, grounds: Grounds): Target {
  const { noun: of, id: found, words } = targets[noun ?? guess(id, targets, grounds)](id)
  return { noun: of, id: found, words }
}

function guess(id: string, targets: Targets, grounds: Grounds): Target['noun'] {
  if (grounds.reports.named(id)) return 'report'
  const told = nounOf(grounds, id)
  if (told) return told.noun
  if (/^[0-9a-f]{6,}$/.test(id) && listIdsFrom(grounds.store, 'story', id, 1).length > 0) return 'story'
  try {
    targets.claim(id) // an address of before leads to one as well
    return 'claim'
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'CLAIM_UNKNOWN') throw error
    return 'entity'
  }
}
