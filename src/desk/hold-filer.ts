// What filing holds of the reports before, from one walk to the next. To read ten thousand of them again takes longer than to file fifty.
import type { Walk } from '../archive/linked.ts'
import type { Store } from '../archive/store.ts'
import type { Filer } from '../track/make-filer.ts'

const held = new WeakMap<Store['plain'], { readonly version: number; readonly filer: Filer }>()

/** Holds it as of the walk that it was at work in, once that is kept. */
export function holdFiler({ plain }: Pick<Store, 'plain'>, { version }: Pick<Walk, 'version'>, filer: Filer): void {
  held.set(plain, { version, filer })
}

/** What is held as of this walk, and from now on no more; undefined where there is none, or another process linked since. */
export function takeFiler({ plain }: Pick<Store, 'plain'>, walk: Pick<Walk, 'version'> | undefined): Filer | undefined {
  const known = held.get(plain)
  held.delete(plain)
  return known !== undefined && known.version === walk?.version ? known.filer : undefined
}
