// Where the words of a statement stand, by its id: as it is read now, or, where it had that id in an earlier reading and somebody
// decided on it, where the words that were looked at stand now.
import { findSaid } from '../archive/catalogue/said-lines.ts'
import { listDecisionsOn } from '../archive/decisions-on.ts'
import { targetsOf } from '../model/decision.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { reanchor } from '../model/reanchor.ts'
import type { Desk } from './desk.ts'
import { findByPage } from './find-by-page.ts'

/** A place in a report. */
export interface SaidPlace {
  readonly name: string // of the report
  readonly evidence: Evidence
}

/** Undefined for an id that nothing has, and that nobody decided on. */
export async function findSaidPlace(desk: Pick<Desk, 'store'>, id: string): Promise<SaidPlace | undefined> {
  const line = await findSaid(desk.store, id)
  if (line) {
    const { doc, name, start, end, words } = line
    return { name, evidence: { doc, span: { start, end }, quote: words } }
  }
  const targets = listDecisionsOn(desk.store, [id]).flatMap(({ decision }) => targetsOf(decision.ruling))
  const looked = targets.find((target) => target.noun === 'attribution' && target.id === id)
  if (!looked) return undefined
  const [cue, said = cue] = looked.words
  const doc = findByPage(desk, said.name)?.doc
  const span = doc && reanchor(said, doc)
  return doc && span && { name: doc.name, evidence: cite(doc, span) }
}
