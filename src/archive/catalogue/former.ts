// Where an id leads that was a thing's once.
import type { Store } from '../store.ts'

/**
 * The id that the thing goes by now, or undefined for one that nothing had. A claim that another put first later is found by
 * what linking remembers of the words that put it.
 */
export function findNow(
  { plain }: Pick<Store, 'plain'>,
  noun: 'claim' | 'story' | 'entity',
  id: string,
): string | undefined {
  const [row] = plain.rows('select now from derived.former where noun = ? and id = ?', noun, id)
  if (row) return String(row.now)
  if (noun !== 'claim') return undefined
  const [put] = plain.rows(`select value from derived.shelf where key = 'put ' || ?`, id)
  const [draft] = put ? plain.rows(`select value from derived.shelf where key = 'draft ' || ?`, put.value) : []
  return typeof draft?.value === 'string' ? (JSON.parse(draft.value) as { readonly id: string }).id : undefined
}
