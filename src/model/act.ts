// What saying it does to the claim.

/** `denies`: it is not so. `rejects`: an offer or a charge is turned down. */
export type Act =
  | 'asserts'
  | 'announces'
  | 'confirms'
  | 'denies'
  | 'rejects'
  | 'declines to comment'
  | 'doubts'
  | 'corrects'
  | 'retracts'
