// The processes of a desk as they say of themselves, so that whoever looks knows which are at work, where, and whether one has gone quiet.
import type { Instant } from './id.ts'

/** What a process does: shows pages, follows sources, makes out what came in, or does jobs on any machine. */
export type ProcessKind = 'serve' | 'follow' | 'derive' | 'work'

export interface AtWork {
  readonly id: string
  readonly kind: ProcessKind
  readonly machine: string
  readonly pid: number
  readonly version: string // of Readout
  readonly begun: Instant
  readonly at: Instant // when it last said that it is there
  readonly memory: number // bytes that it held then
  readonly stopped?: string // why it takes in nothing, in words
}
