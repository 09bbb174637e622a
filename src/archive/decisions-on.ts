// The decisions that name a thing, without reading all that were ever made.
import { isOfKind, type LoggedDecision, soundOf } from './keep-decision.ts'
import type { Store } from './store.ts'

/**
 * In log order, those whose record holds one of the ids, and all undoings, so that it shows which still count; versions of
 * editions are left out. Records that were changed since are none.
 */
export function listDecisionsOn(store: Pick<Store, 'plain'>, ids: readonly string[]): LoggedDecision[] {
  const holds = ids.map(() => 'instr(record, ?) > 0').join(' or ')
  const rows = store.plain.rows(
    `select number, id, record from truth.decision
      where not ${isOfKind('issue')} and not ${isOfKind('draft')}
        and (${isOfKind('undo')}${holds === '' ? '' : ` or ${holds}`}) order by number`,
    ...ids,
  )
  return rows.flatMap((row) => soundOf(store, row) ?? [])
}
