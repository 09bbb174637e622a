// Whether lines of the catalogue lag behind. Light: a short command asks this before anything else.
import type { Store } from '../store.ts'

/** True where lines have to be written, or more than so many. One cheap query. */
export function isTouched({ plain }: Pick<Store, 'plain'>, most = 0): boolean {
  return plain.rows('select 1 from derived.touched limit 1 offset ?', most).length > 0
}
