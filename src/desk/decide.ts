// A decision of a person: made of what was named, refused where it says nothing or contradicts one that stands, and kept among
// the truths. Of two that are made at once on the same thing one is kept, and the other hears of it.
import { keepDecisionAfter, type LoggedDecision, listSound } from '../archive/keep-decision.ts'
import { mayDo, type Role } from '../model/account.ts'
import { type Decision, inForce, type Ruling, targetsOf, undoneBy } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { checkAgainst } from './check-against.ts'
import type { Desk } from './desk.ts'
import { openGrounds } from './find-target.ts'
import { checkSeen } from './fingerprint-of.ts'
import { makeRuling, type Named } from './make-ruling.ts'
import { makeTargets } from './make-target.ts'

/** What a person wants ruled, by whom and why. */
export interface Asked extends Named {
  readonly by: string // who decides, from whoever lets people in; never from what they send
  readonly role?: Role // that they decide in; absent: at the command line
  readonly why: string
  /** The fingerprint of what is ruled on, as the person saw it; of several things, of each in its order. */
  readonly seen?: string | readonly string[]
}

/** A desk that can be decided on. */
export type Deciding = Pick<Desk, 'store' | 'now' | 'dir'> & Partial<Pick<Desk, 'nudge'>>

/**
 * Keeps the decision; it is on the disk when this returns. The desk must be caught up. Throws USAGE, DECISION_REFUSED,
 * DECISION_STALE, DECISION_UNKNOWN, and as `Targets` does.
 */
export async function decide(desk: Deciding, asked: Asked): Promise<LoggedDecision> {
  const [by, why] = [asked.by, asked.why].map((words) => words.replace(/\s+/g, ' ').trim()) as [string, string]
  if (by === '') throw new ReadoutError('USAGE', 'who decides? give a name with --by, or in READOUT_BY')
  if (why === '' && !NEEDS_NO_REASON.has(asked.kind)) {
    throw new ReadoutError('USAGE', 'why is it so decided? give the reason with --why; it is kept with it')
  }
  if (desk.store.isReadOnly) {
    throw new ReadoutError('STORE_FAILED', `${desk.dir}: the desk may not be written; decide where you may write to it`)
  }
  for (let tries = 1; ; tries++) {
    const { sound: known, harmed } = listSound(desk.store)
    const ruling = asked.kind === 'undo' ? makeUndo(asked, known) : makeChecked(desk, { ...asked, by }, known)
    checkAllSeen(desk, asked, ruling, known)
    const record = { by: asId<'editor'>(by), at: desk.now(), ruling, why }
    const upTo = Math.max(0, known.at(-1)?.number ?? 0, ...harmed)
    const kept = await keepDecisionAfter(desk.store, record, upTo)
    if (kept) {
      desk.nudge?.()
      return { number: kept.number, decision: { id: kept.id, ...record } }
    }
    // another decision came meanwhile: what it means for this one is asked again
    if (tries >= TRIES) throw new ReadoutError('DESK_BUSY', `${desk.dir}: others decide all the time; try again`)
  }
}

const TRIES = 50

const NEEDS_NO_REASON: ReadonlySet<Asked['kind']> = new Set(['confirm', 'note', 'tag', 'watch', 'undo'])

function makeUndo({ ids, role = 'admin' }: Asked, known: readonly LoggedDecision[]): Ruling {
  const [id = '', ...others] = ids
  if (id === '' || others.length > 0)
    throw new ReadoutError('USAGE', 'undo takes one decision; "readout decisions" lists them')
  const decision = findDecision(id, known)
  const first = firstRuled(decision.decision, known)
  if (OF_EDITORS.has(first) && !mayDo(role, 'editor')) {
    throw new ReadoutError('DECISION_REFUSED', `to undo a decision of the kind “${first}” needs the role editor`)
  }
  if (first === 'withdraw') {
    throw new ReadoutError('DECISION_REFUSED', 'a removal cannot be undone: what it took is on this desk no more')
  }
  if (first === 'draft' || first === 'issue') {
    const issued = 'an edition that was issued cannot be undone: readers have it; "readout edition correct" corrects it'
    const drafted = 'a draft of an edition cannot be undone; "readout edition edit" makes another'
    throw new ReadoutError('DECISION_REFUSED', first === 'issue' ? issued : drafted)
  }
  const by = undoneBy(known.map((one) => one.decision)).get(decision.decision.id)
  if (by) {
    const undoer = known.find((one) => one.decision.id === by)
    const cure = `undo ${undoer?.number} to bring it back`
    throw new ReadoutError(
      'DECISION_REFUSED',
      `decision ${decision.number} is undone already, by decision ${undoer?.number} of ${undoer?.decision.by}; ${cure}`,
    )
  }
  return { kind: 'undo', decision: decision.decision.id }
}

const OF_EDITORS: ReadonlySet<Ruling['kind']> = new Set(['draft', 'issue', 'follow'])

// The undoing of an undoing brings back what was ruled first.
function firstRuled({ ruling }: Decision, known: readonly LoggedDecision[]): Ruling['kind'] {
  const undone = ruling.kind === 'undo' && known.find(({ decision }) => decision.id === ruling.decision)
  return undone ? firstRuled(undone.decision, known) : ruling.kind
}

function findDecision(id: string, known: readonly LoggedDecision[]): LoggedDecision {
  const byNumber = known.find(({ number }) => String(number) === id)
  const isNumber = /^\d{1,15}$/.test(id) // one that no decision has is never the beginning of another's id
  const found = byNumber ? [byNumber] : known.filter(({ decision }) => !isNumber && decision.id.startsWith(id))
  const [only] = found
  if (only && found.length === 1) return only
  const what = only ? `"${id}" begins ${found.length} decisions` : `no decision "${id}" on this desk`
  throw new ReadoutError('DECISION_UNKNOWN', `${what}; "readout decisions" lists them with their numbers`)
}

function makeChecked(desk: Pick<Desk, 'store'>, asked: Asked, known: readonly LoggedDecision[]): Ruling {
  const grounds = openGrounds(desk)
  const ruling = makeRuling(asked, makeTargets(grounds), grounds)
  const counting = new Set(inForce(known.map(({ decision }) => decision)))
  const standing = known.filter(({ decision }) => counting.has(decision))
  checkAgainst({ ruling, by: asked.by }, standing, grounds)
  return ruling
}

function checkAllSeen(
  { store }: Pick<Desk, 'store'>,
  { seen = [] }: Asked,
  ruling: Ruling,
  known: readonly LoggedDecision[],
): void {
  const undone = ruling.kind === 'undo' && known.find(({ decision }) => decision.id === ruling.decision)
  const targets = targetsOf(undone ? undone.decision.ruling : ruling)
  for (const [at, own] of (typeof seen === 'string' ? [seen] : seen).entries()) {
    const target = targets[at]
    if (!target) throw new ReadoutError('USAGE', `${ruling.kind} is about ${targets.length} things that can be seen`)
    const { noun, id, words } = target
    checkSeen(store, { noun, id, doc: words[0].doc }, own)
  }
}
