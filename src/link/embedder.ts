// The name and version that vectors bear. Apart from load-embedder.ts, so that naming it loads no weights.
import type { Maker } from '../model/id.ts'

/** What made a vector: the weights of `models/embedder`, by the first digits of their digest. */
export const embedder: Maker = 'embed@1.0.0+net-a5c38d37'
