// Work that any process of a desk may take, and who leads what only one may do at a time.
import type { Instant } from './id.ts'

/** `read`: a few reports are made out. `mail`: a mailing that was begun is gone on with. */
export const JOB_NAMES = ['read', 'mail'] as const
export type JobName = (typeof JOB_NAMES)[number]

/** What a job is about: reports by what they answer to in the log, or a mailing by its id. */
export interface JobData {
  readonly reports?: readonly string[]
  readonly mailing?: string
}

/** `waiting`: for its time or for a process. `aside`: given up after several tries, until a person says what is to be done. */
export const JOB_STATES = ['waiting', 'at work', 'aside'] as const
export type JobState = (typeof JOB_STATES)[number]

/** A job that is to be done. `key`: of the same name and key there is one at a time. */
export interface NewJob {
  readonly key: string
  readonly data: JobData
}

/** A job as it is told of. */
export interface ToldJob extends NewJob {
  readonly id: string
  readonly name: JobName
  readonly state: JobState
  readonly tries: number // how often it was taken by processes that were not heard of again
  readonly since: Instant // put up, or laid aside
  readonly due?: Instant // of one that waits: not before
  readonly holder?: string
  readonly reason?: string // why the last try came to nothing
}

/** What one process at a time does for all: plan the reading and link; ask the sources; send mail. */
export const LEAD_ROLES = ['link', 'ask', 'mail'] as const
export type LeadRole = (typeof LEAD_ROLES)[number]

/** Who leads in a role. `fence` is raised with each who takes it; `beat` moves as long as the holder is there. */
export interface Lead {
  readonly role: LeadRole
  readonly holder: string | undefined // nobody: it was left
  readonly fence: number
  readonly beat: number
  readonly at: Instant // by the holder's clock; for people to read, since clocks differ
  readonly trouble?: string // why the last piece of its work came to nothing
}
