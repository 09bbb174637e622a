// The name and version that everything tracked bears. Apart from track.ts, so that naming it loads none of the work.
import type { Maker } from '../model/id.ts'

/** What tracked. Raised whenever the same claims may be tracked otherwise. */
export const tracker: Maker = 'track@0.7.1'
