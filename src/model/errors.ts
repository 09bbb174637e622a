// Every error that a user can meet, in one list: the code, the exit status, and by its message the cure.

const EXIT = {
  // wrong use: 2
  USAGE: 2,
  FILE_WANTED: 2,
  DESK_NEWER: 2,
  DESK_BUSY: 2,
  DESK_HELD: 2,
  NOT_A_DESK: 2,
  EXPORT_REFUSED: 2,
  BACKUP_REFUSED: 2,
  WEEK_UNKNOWN: 2,
  WATCH_UNKNOWN: 2,
  EDITION_UNKNOWN: 2,
  EDITION_STALE: 2,
  EDITION_REFUSED: 2,
  EDIT_REFUSED: 2,
  CLAIM_UNKNOWN: 2,
  ATTRIBUTION_UNKNOWN: 2,
  DECISION_UNKNOWN: 2,
  DECISION_REFUSED: 2,
  DECISION_STALE: 2,
  STORY_UNKNOWN: 2,
  REPORT_UNKNOWN: 2,
  CAPTURE_UNKNOWN: 2,
  REPORT_REMOVED: 2,
  REMOVAL_REFUSED: 2,
  SOURCE_UNKNOWN: 2,
  SETTINGS_BROKEN: 2,
  CURSOR_UNKNOWN: 2,
  ENTITY_UNKNOWN: 2,
  ACCOUNT_UNKNOWN: 2,
  ACCOUNT_REFUSED: 2,
  ACCOUNT_NEEDED: 2,
  SIGN_IN_FAILED: 2,
  TOKEN_UNKNOWN: 2,
  TOO_MANY_REQUESTS: 2,
  MAIL_NOT_SET: 2,
  MAIL_REFUSED: 2,
  DELIVERY_UNKNOWN: 2,
  SUBSCRIBER_UNKNOWN: 2,
  JOB_UNKNOWN: 2,
  // the work found a fault: 1
  WHO_UNKNOWN: 1,
  WHO_AMBIGUOUS: 1,
  FILE_MISSING: 1,
  FILE_EMPTY: 1,
  FILE_BINARY: 1,
  FILE_TOO_LARGE: 1,
  FILE_UNREADABLE: 1,
  LINE_BROKEN: 1,
  NO_TEXT: 1,
  FEED_UNKNOWN: 1,
  OPML_BROKEN: 1,
  WARC_BROKEN: 1,
  FETCH_FAILED: 1,
  EXTRACT_TIMEOUT: 1,
  EXTRACT_FAILED: 1,
  READ_FAILED: 1,
  EVIDENCE_BROKEN: 1,
  STORE_DAMAGED: 1,
  BACKUP_DAMAGED: 1,
  STORE_FAILED: 1,
  STORE_AWAY: 1,
  INTAKE_STOPPED: 1,
  PORT_TAKEN: 1,
  MODEL_MISSING: 1,
  MAIL_FAILED: 1,
} as const

export type ErrorCode = keyof typeof EXIT

/** The world failed or the input is wrong. The message says what happened, where, and what to do. */
export class ReadoutError extends Error {
  readonly code: ErrorCode
  declare readonly details?: object // what a program needs beside the words

  constructor(code: ErrorCode, message: string, { details, ...options }: ErrorOptions & { details?: object } = {}) {
    super(message, options)
    this.name = 'ReadoutError'
    this.code = code
    if (details) this.details = details
  }

  /** 1: the work found a fault; 2: wrong use. */
  get exitCode(): 1 | 2 {
    return EXIT[this.code]
  }
}
