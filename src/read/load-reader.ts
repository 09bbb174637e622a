// Loads what reading needs, once.
import type { Maker } from '../model/id.ts'
import { loadTagger, type Tagger } from './load-tagger.ts'
import { loadNetwork } from './network/load-network.ts'
import type { Scorer } from './network/network.ts'
import { reader, rules } from './reader.ts'

/** What reading needs: loaded once, handed in everywhere. `version` names the code and the data. */
export interface Reader {
  readonly version: Maker
  readonly tagger: Tagger
  readonly network?: Scorer // absent: the rules read alone, and the version says so
}

/**
 * Loads the reader: the tagger, and the network of `models/reader` unless `rulesAlone`. Takes about half a second and
 * no internet. Throws MODEL_MISSING where the model or what runs it is not there.
 */
export async function loadReader({ rulesAlone = false } = {}): Promise<Reader> {
  if (rulesAlone) return { version: rules, tagger: loadTagger() }
  return { version: reader, tagger: loadTagger(), network: await loadNetwork() }
}
