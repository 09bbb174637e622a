// What ties a cue to its source and its content, while it is being found and once it is.
import type { Cue } from './find-cues.ts'
import type { Range } from './scene.ts'

export type Pattern =
  | 'according to'
  | 'as said'
  | 'reportedly'
  | 'quoted as'
  | 'silence'
  | 'quotation before'
  | 'clause before'
  | 'quotation after'
  | 'that-clause'
  | 'bare clause'
  | 'infinitive'
  | 'object'
  | 'colon'
  | 'passive'
  | 'insert'
  | 'network'

/** A cue tied to what it attributes and to whom; ranges are of tokens. */
export interface Relation {
  readonly cue: Cue
  readonly pattern: Pattern
  readonly source: Range | undefined // none: unstated, or taken over from `sharedWith`
  readonly content: readonly Range[] // in order
  readonly sentence: number
  readonly confidence?: number // of the network, 0 to 1; a rule's is that of its pattern
}

export interface Draft {
  cue: Cue
  pattern: Pattern
  source: Range | undefined
  content: Range[]
  sentence: number
  confidence?: number
  isOwn: boolean // its source is its own, not that of a cue before it
}
