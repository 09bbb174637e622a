// What smooths the wording of a desk's drafts, from its settings.
import type { Edition } from '../../model/edition.ts'
import type { WordingContext } from '../../publish/wording/grounds.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { readVersion } from '../read-version.ts'
import { openSmoother } from './open-smoother.ts'
import { type SmoothedEdition, smoothEdition } from './smooth-edition.ts'

/** Opens it; whoever opens it closes it. Throws SETTINGS_BROKEN. */
export async function openSmoothing({ dir }: Pick<Desk, 'dir'>): Promise<{
  smooth(edition: Edition, context: WordingContext): Promise<SmoothedEdition>
  close(): Promise<void>
}> {
  const smoother = openSmoother(await loadSettings(dir), readVersion())
  return {
    smooth: (edition, context) => smoothEdition(edition, smoother, context),
    close: () => smoother.fetcher.close(),
  }
}
