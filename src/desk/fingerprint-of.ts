// A thing as a person sees it, in one short word: another one where it was linked otherwise since, or decided about. So of two
// who rule on the same thing at once, the second hears of the first. It serves as the ETag of the thing as well.
import { lookAtClaim } from '../archive/catalogue/look-at-claim.ts'
import { findLinked } from '../archive/linked.ts'
import { listLinkedIn, openReports, type Reports } from '../archive/look-up.ts'
import type { Store } from '../archive/store.ts'
import type { Decision, Target } from '../model/decision.ts'
import { digestOfParts } from '../model/digest.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { decidedIds, decisionsOn, type Standing, type Thing } from './decisions-on.ts'
import { findAttributionsBy } from './noun-of.ts'

/** What is looked at; `doc`: of an attribution, where it is known, so that its report need not be looked for. */
export interface Looked {
  readonly noun: Target['noun']
  readonly id: string
  readonly doc?: string
}

/**
 * The fingerprint of a thing as it stands now. Cheap where the thing is; of what is not there, that of nothing. `reports`: where
 * many things of one report are looked at, opened once for all of them.
 */
export function fingerprintOf(store: Store, looked: Looked, reports = openReports(store)): string {
  const { rows, things } = lookAtThing(store, looked, reports)
  const last = decisionsOn(store, things).reduce((most, one) => Math.max(most, lastOf(one)), 0)
  return `${digestOfParts(looked.noun, ...rows)}-${last}`
}

/** Throws DECISION_STALE where the thing is not as it was seen any more. What stands beside it (a note, a tag) harms nobody. */
export function checkSeen(store: Store, looked: Looked, seen: string): void {
  const [digest, number] = seen.split('-')
  if (digest === undefined || !/^\d+$/.test(number ?? '')) {
    throw new ReadoutError('USAGE', `"${seen}" is no fingerprint of a thing; load it again`)
  }
  const { rows, things } = lookAtThing(store, looked, openReports(store))
  const since = decisionsOn(store, things).filter((one) => lastOf(one) > Number(number) && !isAside(one.decision))
  if (since.length === 0 && digest === digestOfParts(looked.noun, ...rows)) return
  const meanwhile = since.map(tellSince)
  const told =
    meanwhile.length > 0
      ? meanwhile.map(({ number: own, kind, by }) => `decision ${own} (${kind}) of ${by} came meanwhile`).join('; ')
      : 'reports that came in meanwhile changed it'
  throw new ReadoutError(
    'DECISION_STALE',
    `the ${looked.noun} ${looked.id} is not as you saw it: ${told}; look again`,
    {
      details: {
        noun: looked.noun,
        id: looked.id,
        now: fingerprintOf(store, looked),
        meanwhile,
      } satisfies StaleDetails,
    },
  )
}

/** What goes with DECISION_STALE. */
export interface StaleDetails extends Looked {
  readonly now: string // the fingerprint as it is now
  readonly meanwhile: readonly Meanwhile[]
}

/** A decision that came between looking and deciding. */
export interface Meanwhile {
  readonly number: number
  readonly by: string
  readonly at: string
  readonly kind: string
  readonly why: string
}

function tellSince({ number, decision, undoneBy }: Standing): Meanwhile {
  const last = undoneBy ?? { number, decision }
  const { by, at, why, ruling } = last.decision
  return { number: last.number, by, at, why, kind: undoneBy ? `undo of ${decision.ruling.kind}` : ruling.kind }
}

function lastOf({ number, undoneBy }: Standing): number {
  return undoneBy?.number ?? number
}

function isAside({ ruling: { kind } }: Decision): boolean {
  return kind === 'note' || kind === 'tag' || kind === 'watch'
}

// All that is shown of a thing, and all that decisions about it may be about.
function lookAtThing(store: Store, { noun, id, doc }: Looked, reports: Reports): { rows: string[]; things: Thing[] } {
  const own: Thing = { noun, ids: [id] }
  switch (noun) {
    case 'claim': {
      const claim = findLinked(store, 'claim', id)
      const { rows, attributions } = lookAtClaim(store, id, decidedIds(store, 'attribution'))
      return {
        rows,
        things: [
          { noun, ids: [id, ...(claim?.aliases ?? [])] },
          { noun: 'attribution', ids: attributions },
        ],
      }
    }
    case 'entity': {
      const entity = findLinked(store, 'entity', id)
      const ids = [id, ...(entity?.aliases ?? []).map((alias) => alias.id)]
      return { rows: entity ? [JSON.stringify(entity)] : [], things: [{ noun, ids }] }
    }
    case 'story': {
      const story = findLinked(store, 'story', id)
      return { rows: story ? [JSON.stringify(story)] : [], things: [{ noun, ids: [id, ...(story?.aliases ?? [])] }] }
    }
    case 'report': {
      const read = reports.of(asId<'doc'>(id))
      return { rows: read ? [read.doc.madeBy, read.reading.madeBy, read.doc.text] : [], things: [own] }
    }
    case 'attribution': {
      const read = doc === undefined ? undefined : reports.of(asId<'doc'>(doc))
      const here = read?.reading.attributions.find((one) => one.id === id)
      const found = read && here ? { read, attribution: here } : findAttributionsBy({ store }, id)[0]
      if (!found) return { rows: [], things: [own] }
      const bearings = listLinkedIn(store, 'bearing', found.read.doc.id).filter(({ attribution }) => attribution === id)
      return { rows: [JSON.stringify(found.attribution), ...bearings.map((one) => JSON.stringify(one))], things: [own] }
    }
  }
}
