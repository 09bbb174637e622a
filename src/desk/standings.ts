// Where each claim stood when last week ended and stands when this one ends: what "changed" is measured by.
import type { Days } from '../model/attribution.ts'
import type { Id } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { StandingChange } from '../publish/compose.ts'

/** One entry a claim that is known by the end of the week. */
export function standingsOf(_linked: Linked, _tracked: Tracked, _days: Days): ReadonlyMap<Id<'claim'>, StandingChange> {
  return new Map()
}
