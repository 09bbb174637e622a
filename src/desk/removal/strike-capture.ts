// The record of a capture without what it told in words: its name, its address, its header lines, what hand and feed said of it. What
// stays is when it came, how it ended, and the digest of its bytes.
import type { Capture } from '../../model/capture.ts'
import { REMOVED_WORDS } from '../../model/removal.ts'

/** The record as it is from then on. */
export function strikeCapture({
  at,
  hops,
  outcome,
  foundIn,
  what,
  archived,
}: Omit<Capture, 'id'>): Omit<Capture, 'id'> {
  return {
    at,
    asked: REMOVED_WORDS,
    hops: hops.map((hop) => ({
      url: REMOVED_WORDS,
      status: hop.status,
      headers: [],
      ...(hop.at !== undefined && { at: hop.at }),
    })),
    outcome,
    ...(foundIn && { foundIn }),
    ...(what && { what }),
    ...(archived !== undefined && { archived }),
    removed: true,
  }
}
