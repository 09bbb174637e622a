// Whether a ruling contradicts one that stands, or would change nothing. A second thought is an undoing: what stands is not
// contradicted by the way.
import type { LoggedDecision } from '../archive/keep-decision.ts'
import { applyOne, applyToReading, isOnReading } from '../link/apply-to-reading.ts'
import type { Ruling } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import type { Grounds } from './find-target.ts'

/** Throws DECISION_REFUSED where it does. `standing`: the decisions in force, in log order. */
export function checkAgainst(
  { ruling, by }: { readonly ruling: Ruling; readonly by: string },
  standing: readonly LoggedDecision[],
  grounds: Grounds,
): void {
  checkRejected(ruling, standing, grounds)
  if (ruling.kind === 'correct' || ruling.kind === 'set kind') checkChange(ruling, standing, grounds)
  const again = standing.find(({ decision }) => isSameAside(decision, { ruling, by }))
  if (again) throw refused(`that is so already: ${tell(again)}`)
  const joined = ruling.kind === 'merge' ? [ruling.keep, ...ruling.absorb] : ruling.kind === 'same' ? ruling.what : []
  const ids = new Set<string>(joined.map(({ id }) => id))
  for (const one of ids.size > 0 ? standing : []) {
    const { ruling: of } = one.decision
    if (of.kind !== 'different') continue
    const now = of.what.map((target) => (target.noun === 'claim' ? grounds.claimAt(target) : grounds.entityAt(target)))
    if (now.every((thing) => thing && ids.has(thing.id))) throw refused(`they are ruled different: ${tell(one)}`)
  }
}

function tell({ number, decision: { by, ruling, why } }: LoggedDecision): string {
  return `decision ${number} of ${by} (${ruling.kind}${why && `: ${why}`}) stands; undo ${number} first`
}

function checkRejected(ruling: Ruling, standing: readonly LoggedDecision[], { attributionAt }: Grounds): void {
  if (ruling.kind !== 'confirm' && !isOnReading(ruling)) return
  if (ruling.what.noun === 'claim') return
  const { name } = ruling.what.words[0]
  const own = attributionAt(ruling.what)?.id
  const rejected = standing.find(({ decision: { ruling: of } }) => {
    if (of.kind !== 'reject' || of.what.words[0].name !== name) return false
    return of.what.id === ruling.what.id || attributionAt(of.what)?.id === own
  })
  if (rejected) throw refused(`attribution ${ruling.what.id} is rejected: ${tell(rejected)}`)
}

// The same tag on the same thing, or the same person watching it.
function isSameAside(
  { by, ruling: of }: { readonly by: string; readonly ruling: Ruling },
  { by: own, ruling }: { readonly by: string; readonly ruling: Ruling },
): boolean {
  if (ruling.kind === 'tag' && of.kind === 'tag') return of.what.id === ruling.what.id && of.tag === ruling.tag
  return ruling.kind === 'watch' && of.kind === 'watch' && of.what.id === ruling.what.id && by === own
}

function checkChange(
  ruling: Extract<Ruling, { kind: 'correct' | 'set kind' }>,
  standing: readonly LoggedDecision[],
  { reports, attributionAt }: Grounds,
): void {
  const read = reports.named(ruling.what.words[0].name)
  const decisions = standing.map(({ decision }) => decision)
  const ruled = read && applyToReading(read, decisions)
  const id = attributionAt(ruling.what)?.id
  const own = ruled?.reading.attributions.find((one) => one.id === id)
  if (!ruled || !own) throw refused(`attribution ${ruling.what.id} is not in the report any more`)
  const reading = applyOne(ruled, own, { id: asId<'decision'>('asked'), ruling })
  if (!reading) {
    throw refused(
      ruling.kind === 'set kind'
        ? `attribution ${ruling.what.id} names no source that could be of a kind; correct its source first`
        : 'what was said must stand apart from the cue, and no piece may run into another; mark them so',
    )
  }
  const after = reading.attributions.find((one) => one.id === id)
  if (JSON.stringify(after) === JSON.stringify(own)) throw refused('that is so already: nothing would change')
}

function refused(message: string): ReadoutError {
  return new ReadoutError('DECISION_REFUSED', message)
}
