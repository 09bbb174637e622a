// What a check found, as lines on standard error.
import { warn } from './output.ts'

const MOST_BREACHES = 20 // printed as lines; --json prints all

/** Names the first ones, and says how many more there are. */
export function warnOfBreaches(breaches: readonly { readonly what: string; readonly reason: string }[]): void {
  for (const { what, reason } of breaches.slice(0, MOST_BREACHES)) warn(`${what}: ${reason}`)
  if (breaches.length > MOST_BREACHES) warn(`and ${breaches.length - MOST_BREACHES} more; --json names them all`)
}
