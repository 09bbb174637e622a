// A decision of a person: made of what was named on the command line, refused where it says nothing or contradicts one that
// stands, and kept among the truths.
import { keepDecision, type LoggedDecision, listSound } from '../archive/keep-decision.ts'
import { inForce, type Ruling, undoneBy } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { type Grounds, loadGrounds } from './find-target.ts'
import { makeRuling, type Named } from './make-ruling.ts'
import { makeTargets } from './make-target.ts'

/** What a person wants ruled, by whom and why. */
export interface Asked extends Named {
  readonly by: string
  readonly why: string
}

/**
 * Keeps the decision; it is on the disk when this returns. The desk must be caught up. Throws USAGE, DECISION_REFUSED,
 * DECISION_UNKNOWN, and as `Targets` does.
 */
export async function decide(desk: Pick<Desk, 'store' | 'now' | 'dir'>, asked: Asked): Promise<LoggedDecision> {
  const [by, why] = [asked.by, asked.why].map((words) => words.replace(/\s+/g, ' ').trim()) as [string, string]
  if (by === '') throw new ReadoutError('USAGE', 'who decides? give a name with --by, or in READOUT_BY')
  if (why === '')
    throw new ReadoutError('USAGE', 'why is it so decided? give the reason with --why; it is kept with it')
  if (desk.store.isReadOnly) {
    throw new ReadoutError('STORE_FAILED', `${desk.dir}: the desk may not be written; decide where you may write to it`)
  }
  const known = listSound(desk.store).sound
  const ruling = asked.kind === 'undo' ? makeUndo(asked.ids, known) : await makeChecked(desk, asked, known)
  const record = { by: asId<'editor'>(by), at: desk.now(), ruling, why }
  const { id, number } = await keepDecision(desk.store, record)
  return { number, decision: { id, ...record } }
}

function makeUndo(ids: readonly string[], known: readonly LoggedDecision[]): Ruling {
  const [id = '', ...others] = ids
  if (id === '' || others.length > 0)
    throw new ReadoutError('USAGE', 'undo takes one decision; "readout decisions" lists them')
  const decision = findDecision(id, known)
  const by = undoneBy(known.map((one) => one.decision)).get(decision.decision.id)
  if (by) {
    const undoer = known.find((one) => one.decision.id === by)
    const cure = `undo ${undoer?.number} to bring it back`
    throw refused(
      `decision ${decision.number} is undone already, by decision ${undoer?.number} of ${undoer?.decision.by}; ${cure}`,
    )
  }
  return { kind: 'undo', decision: decision.decision.id }
}

function findDecision(id: string, known: readonly LoggedDecision[]): LoggedDecision {
  const byNumber = known.find(({ number }) => String(number) === id)
  const found = byNumber ? [byNumber] : known.filter(({ decision }) => decision.id.startsWith(id))
  const [only] = found
  if (only && found.length === 1) return only
  const what = only ? `"${id}" begins ${found.length} decisions` : `no decision "${id}" on this desk`
  throw new ReadoutError('DECISION_UNKNOWN', `${what}; "readout decisions" lists them with their numbers`)
}

async function makeChecked(desk: Pick<Desk, 'store'>, asked: Named, known: readonly LoggedDecision[]): Promise<Ruling> {
  const grounds = await loadGrounds(desk)
  const ruling = makeRuling(asked, makeTargets(desk, grounds), grounds)
  const counting = new Set(inForce(known.map(({ decision }) => decision)))
  checkAgainst(
    ruling,
    known.filter(({ decision }) => counting.has(decision)),
    grounds,
  )
  return ruling
}

// A second thought is an undoing: what stands is not contradicted by the way.
function checkAgainst(ruling: Ruling, standing: readonly LoggedDecision[], grounds: Grounds): void {
  const stands = ({ number, decision: { by, ruling: of, why } }: LoggedDecision): string =>
    `decision ${number} of ${by} (${of.kind}: ${why}) stands; undo ${number} first`
  if (ruling.kind === 'confirm' || ruling.kind === 'reject' || ruling.kind === 're-attribute') {
    const rejected = standing.find(
      ({ decision: { ruling: of } }) => of.kind === 'reject' && of.what.id === ruling.what.id,
    )
    if (rejected) throw refused(`attribution ${ruling.what.id} is rejected: ${stands(rejected)}`)
  }
  const joined = ruling.kind === 'merge' ? [ruling.keep, ...ruling.absorb] : ruling.kind === 'same' ? ruling.what : []
  const ids = new Set<string>(joined.map(({ id }) => id))
  for (const one of standing) {
    const { ruling: of } = one.decision
    if (of.kind !== 'different') continue
    const now = of.what.map((target) => (target.noun === 'claim' ? grounds.claimAt(target) : grounds.entityAt(target)))
    if (now.every((thing) => thing && ids.has(thing.id))) throw refused(`they are ruled different: ${stands(one)}`)
  }
}

function refused(message: string): ReadoutError {
  return new ReadoutError('DECISION_REFUSED', message)
}
