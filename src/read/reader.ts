// The name and version that every reading of this room bears. Apart from load-reader.ts, so that naming it loads no
// language data.
import type { Maker } from '../model/id.ts'

/** What made a reading: the code and the tagger. Raised whenever the same doc may give another reading. */
export const reader: Maker = 'read@0.7.0+wink-2.4.0'
