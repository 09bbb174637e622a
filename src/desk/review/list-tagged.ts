// Tags in use, and what bears one; what is followed, and by whom.
import type { Target } from '../../model/decision.ts'
import type { Instant } from '../../model/id.ts'
import { type IndexedDecision, isInForce } from './decided-index.ts'
import type { Reviewing } from './make-target.ts'

/** A thing with the decision that put it on a list. */
export interface Beside {
  readonly number: number
  readonly by: string
  readonly at: Instant
  readonly what: Target
}

/** Tags in use, in the order of the alphabet. */
export function listTags({ decided }: Pick<Reviewing, 'decided'>): string[] {
  return [...new Set(decided.all.flatMap((one) => tagOf(one) ?? []))].toSorted()
}

/** What bears the tag, the last one first. */
export function listTagged({ decided }: Pick<Reviewing, 'decided'>, tag: string): Beside[] {
  return decided.all
    .filter((one) => tagOf(one) === tag)
    .map(besideOf)
    .toReversed()
}

/** What is followed, the last one first; by this person, or by anybody. */
export function listWatched({ decided }: Pick<Reviewing, 'decided'>, by?: string): Beside[] {
  const watched = decided.all.filter((one) => isInForce(one) && one.decision.ruling.kind === 'watch')
  return watched
    .filter(({ decision }) => by === undefined || decision.by === by)
    .map(besideOf)
    .toReversed()
}

function tagOf(one: IndexedDecision): string | undefined {
  const { ruling } = one.decision
  return ruling.kind === 'tag' && isInForce(one) ? ruling.tag : undefined
}

function besideOf({ number, decision: { by, at, ruling } }: IndexedDecision): Beside {
  if (!('what' in ruling) || 'length' in ruling.what) throw new Error(`decision ${number} is on no one thing`)
  return { number, by, at, what: ruling.what as Target }
}
