// The names and versions that the readings of this room bear. Apart from load-reader.ts, so that naming them loads no
// language data.
import type { Maker } from '../model/id.ts'

/** What the rules alone make of a doc: the code and the tagger. Raised whenever the same doc may give another reading. */
export const rules: Maker = 'read@0.20.4+wink-2.4.0'

/** What made a reading: the rules and the weights of `models/reader`, by the first digits of their digest. */
export const reader: Maker = `${rules}+net-4342fa2b`
