// How a desk does, as its page, the command line, the metrics and the check of a supervisor show it.

import type { AtWork } from './at-work.ts'
import type { Instant } from './id.ts'

/** One thing that is amiss, in words for a person. `name` is for machines; several may have the same. */
export interface Alarm {
  readonly name:
    | 'intake stopped'
    | 'behind'
    | 'journal'
    | 'quiet'
    | 'silent'
    | 'all silent'
    | 'failing'
    | 'jobs aside'
    | 'mail unknown'
  readonly words: string
}

export interface DeskStatus {
  readonly at: Instant
  readonly version: string // of Readout
  readonly node: string
  readonly engine: string // what keeps the desk
  readonly captures: number
  readonly decisions: number
  readonly reports: number
  readonly read: number
  readonly faults: number
  readonly waiting: number // reports
  readonly waitingSince?: Instant
  readonly latest?: Instant // when anything came in
  readonly sources: {
    readonly followed: number
    readonly silent: number
    readonly failing: number
    readonly paused: number
  }
  readonly jobsAside: number // given up after several tries, until a person says what is to be done
  readonly mailUnknown: number
  readonly bytes: number // of the desk
  readonly journalBytes?: number
  readonly diskFree?: number // bytes
  readonly memoryFree: number // bytes
  readonly stopped?: string // why nothing is taken in
  readonly processes: readonly AtWork[]
  readonly alarms: readonly Alarm[]
}
