// What a claim's line tells, by its columns.

/** All columns but its key and what search knows of it. */
export const CLAIM_COLUMNS = [
  'wording',
  'standing',
  'standing_before',
  'standing_since',
  'first_printed',
  'last_printed',
  'reports',
  'at_least',
  'at_most',
  'unknown',
  'denied',
  'declined',
  'confirmed',
  'altered',
  'story',
] as const

/** Those that hold numbers. */
export const CLAIM_COUNTS = [
  'reports',
  'at_least',
  'at_most',
  'unknown',
  'denied',
  'declined',
  'confirmed',
  'altered',
] as const
