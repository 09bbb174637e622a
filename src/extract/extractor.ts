// The name and version that every doc of this room bears. Apart from extract.ts, so that naming it loads no HTML parser.
import type { Maker } from '../model/id.ts'

/** What made a doc. Raised whenever the same bytes may give another text. */
export const extractor: Maker = 'extract@0.6.0'
