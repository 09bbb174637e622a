// One unchanging view of both files for questions that belong together.
import type { Store } from './store.ts'

/** Does the work on the store as it is now, whatever others write meanwhile. `work` must not wait for anything. */
export function inSnapshot<T>({ plain }: Pick<Store, 'plain'>, work: () => T): T {
  plain.rows('begin')
  try {
    // Derived first: the truth is then at least as far as what was made of it.
    for (const table of ['derived.walk', 'truth.log']) plain.rows(`select 1 from ${table} limit 1`)
    return work()
  } finally {
    plain.rollback()
  }
}
