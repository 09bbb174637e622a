// The name and version that everything linked bears. Apart from link.ts, so that naming it loads none of the work.
import type { Maker } from '../model/id.ts'
import { embedder } from './embedder.ts'

/** What linked, and by whose vectors. Raised whenever the same docs may be linked otherwise, or what is remembered lies otherwise. */
export const linker: Maker = `link@0.13.3+${embedder.split('+').at(-1)}`
