// The decisions that name a thing, without reading all that were ever made.
import type { Decision } from '../model/decision.ts'
import { digestOf } from '../model/digest.ts'
import { asId } from '../model/id.ts'
import type { LoggedDecision } from './keep-decision.ts'
import type { Store } from './open-store.ts'

/**
 * In log order, those whose record holds one of the ids, and all undoings, so that it shows which still count; versions of
 * editions are left out. Records that were changed since are none.
 */
export function listDecisionsOn({ plain }: Pick<Store, 'plain'>, ids: readonly string[]): LoggedDecision[] {
  const holds = ids.map(() => 'instr(record, ?) > 0').join(' or ')
  const rows = plain.rows(
    `select number, id, record from truth.decision
      where instr(substr(record, 1, ${HEAD}), '"kind":"issue"') = 0
        and instr(substr(record, 1, ${HEAD}), '"kind":"draft"') = 0
        and (instr(substr(record, 1, ${HEAD}), '"kind":"undo"') > 0${holds === '' ? '' : ` or ${holds}`}) order by number`,
    ...ids,
  )
  return rows.flatMap((row) => {
    const [id, record] = [String(row.id), String(row.record)]
    if (digestOf(record) !== id) return []
    const decision = { id: asId<'decision'>(id), ...(JSON.parse(record) as Omit<Decision, 'id'>) }
    return [{ number: Number(row.number), decision }]
  })
}

const HEAD = 400 // characters: who and when, then the ruling, which begins with its kind
