// A thing that can be ruled on, as a page shows it, and what has been ruled on it so far.
import type { SourceKind } from '../../model/attribution.ts'
import type { Ruling, Target } from '../../model/decision.ts'
import type { Instant } from '../../model/id.ts'

/** A thing that can be ruled on, as a page shows it. */
export interface ReviewTarget {
  readonly noun: Target['noun']
  readonly id: string // of a report: of its doc
  readonly label: string // what it is called: what was said, the claim's wording, a name, a title
  readonly seen: string // the state of what was ruled on it when the page was made: who rules goes by it
  readonly at: string // the address to come back to, on this desk
  readonly now: ReviewedNow
}

/** What holds for it by the decisions in force. */
export interface ReviewedNow {
  readonly kind?: SourceKind // of an attribution: what its source is held to be
  readonly rulings: readonly RulingNow[] // in log order; notes, tags and watching apart
  readonly notes?: readonly NoteNow[]
  readonly tags?: readonly TagNow[]
  readonly watched?: { readonly number: number; readonly by: string }
  readonly last?: number // the decision that an undoing undoes first; absent: there is none
}

/** A decision in force, as it is told beside what it is about. */
export interface RulingNow {
  readonly number: number // in the log
  readonly kind: Ruling['kind']
  readonly by: string
  readonly at: Instant
  readonly isPending: boolean // kept, and not yet in what is linked
}

export interface NoteNow {
  readonly number: number
  readonly by: string
  readonly at: Instant
  readonly text: string
}

export interface TagNow {
  readonly number: number
  readonly by: string
  readonly tag: string
}

/** What can be asked for on a thing, each with the key that asks for it. */
export const ACTION_KEYS = {
  confirm: 'c',
  reject: 'x',
  correct: 'e',
  're-attribute': 'a',
  merge: 'm',
  split: 's',
  'set kind': 'd', // k moves to the item before
  note: 'w', // n moves to the next one
  tag: 't',
  watch: 'f',
  undo: 'u',
} as const

export type Action = keyof typeof ACTION_KEYS

/** What can be asked for on each kind of thing, in the order in which it is offered. */
export const ACTIONS: Readonly<Record<Target['noun'], readonly Action[]>> = {
  attribution: ['confirm', 'reject', 'correct', 're-attribute', 'set kind', 'note', 'tag'],
  claim: ['confirm', 'merge', 'split', 'note', 'tag', 'watch'],
  entity: ['merge', 'note', 'tag', 'watch'],
  story: ['note', 'tag', 'watch'],
  report: ['note', 'tag', 'watch'],
}

/** Where the page of a form for an action lies. */
export function formAddress({ noun, id, at }: Pick<ReviewTarget, 'noun' | 'id' | 'at'>, action: Action): string {
  const query = new URLSearchParams({ do: action, at })
  return `/review/${noun}/${encodeURIComponent(id)}?${query}`
}
