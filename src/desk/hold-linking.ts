// What linking holds of the reports before, from one walk to the next. To read ten thousand filed reports again takes longer than to file
// fifty, and to work out again what hundreds of them tell of one claim longer than to take the report that came.
import type { Walk } from '../archive/linked.ts'
import type { Store } from '../archive/store.ts'
import type { Held } from './linking.ts'

const heldOf = new WeakMap<Store['plain'], { readonly version: number; readonly held: Held }>()

/** Holds it as of the walk that it was at work in, once that is kept. */
export function holdLinking({ plain }: Pick<Store, 'plain'>, { version }: Pick<Walk, 'version'>, held: Held): void {
  heldOf.set(plain, { version, held })
}

/** What is held as of this walk, and from now on no more; undefined where there is none, or another process linked since. */
export function takeHeld({ plain }: Pick<Store, 'plain'>, walk: Pick<Walk, 'version'> | undefined): Held | undefined {
  const known = heldOf.get(plain)
  heldOf.delete(plain)
  return known !== undefined && known.version === walk?.version ? known.held : undefined
}
