// What a check found wrong: the thing, and what is wrong with it.

/** One fault of the store. `what` names the thing as a person can find it: "payload 3f…", "log entry 17". */
export interface Breach {
  readonly what: string
  readonly reason: string
}
