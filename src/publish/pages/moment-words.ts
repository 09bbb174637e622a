// Moments as the pages of accounts tell them.
import type { Instant } from '../../model/id.ts'

/** 2031-05-06T10:12:30.000Z -> "2031-05-06 10:12 UTC" */
export function momentWords(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}
