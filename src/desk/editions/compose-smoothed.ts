// A week's edition as the rules compose it, and then smoothed by the model that the desk's settings name: what a draft is
// made from where smoothing is asked for.
import type { Desk } from '../desk.ts'
import { type Composed, composeEdition } from '../edition.ts'
import { loadSettings } from '../load-settings.ts'
import type { EditionKey } from './find-edition.ts'
import { openSmoother } from './open-smoother.ts'
import { type SmoothedEdition, smoothEdition } from './smooth-edition.ts'

export interface ComposedSmoothed extends Composed {
  readonly told: Omit<SmoothedEdition, 'edition'> // how many lines were smoothed, and why others were not
}

/** The edition; always one that could be issued. Throws SETTINGS_BROKEN where no model is set, else as composing does. */
export async function composeSmoothed(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  of: Partial<EditionKey>,
  { version, signal }: { version: string; signal?: AbortSignal },
): Promise<ComposedSmoothed> {
  const smoother = openSmoother(await loadSettings(desk.dir), version)
  try {
    const composed = await composeEdition(desk, of)
    const { findDoc } = composed.holdings
    const { edition, ...told } = await smoothEdition(composed.edition, smoother, { findDoc, ...(signal && { signal }) })
    return { ...composed, edition, told }
  } finally {
    await smoother.fetcher.close()
  }
}
