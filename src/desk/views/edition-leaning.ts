// Lines of issued editions under which something has changed, as their page shows them.
import { serverLinks as links } from '../../publish/links.ts'
import type { LeaningItem } from '../../publish/pages/edition-leaning.ts'
import type { Desk } from '../desk.ts'
import { type Leaning, listLeaning } from '../editions/list-leaning.ts'
import { onceAState } from '../once-a-state.ts'
import { placeOf } from './edition-versions.ts'

/** All of them, the latest change first. */
export async function makeLeaning(desk: Pick<Desk, 'store'>): Promise<LeaningItem[]> {
  const leaning = await onceAState(desk.store, 'leaning', () => listLeaning(desk))
  return leaning.map(asItem)
}

function asItem(one: Leaning): LeaningItem {
  const { line, text, told, since, because } = one
  const href = because.kind === 'page' ? links.changes?.(because.name) : links.claim?.(because.claim)
  return {
    ...placeOf(one),
    line,
    text,
    kind: because.kind,
    told,
    ...(href !== undefined && { href }),
    ...(since !== undefined && { at: since }),
  }
}
