// What the page shows on which an edition is edited: the version with its lines, the words that each rests on, what stops the
// issue, what was dropped, what the desk has besides, and why a change was not kept.
import type { Edition, SectionKind } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import type { Passage } from '../review/review-form.ts'
import type { EditionPlace, KeptVersion } from './edition-address.ts'

export interface EditPage extends EditionPlace {
  readonly kept: KeptVersion
  readonly edition: Edition
  readonly title?: string
  readonly isPrinted: boolean // readers see a version of it already
  readonly back?: number // the version before, to which undo goes
  readonly passages: ReadonlyMap<Id<'line'>, readonly Passage[]> // that each line rests on
  readonly stops: readonly Stop[]
  readonly dropped: readonly DroppedLine[]
  readonly asked?: string // the words that were looked for on the desk
  readonly found?: { readonly items: readonly FoundSaid[]; readonly hasMore: boolean }
  readonly problem?: EditProblem
}

/** What must be mended, or accepted with a reason, before it is issued. */
export interface Stop {
  readonly line?: Id<'line'>
  readonly text: string // of the line
  readonly why: string
}

/** A line that an earlier version had, and this one has not. */
export interface DroppedLine {
  readonly id: Id<'line'>
  readonly text: string
  readonly section: SectionKind
}

/** Something said in the week that no line prints. */
export interface FoundSaid {
  readonly id: Id<'attribution'>
  readonly who: string
  readonly act: string
  readonly words: string
  readonly outlet?: string
  readonly published?: string
  readonly href: string
}

/** Why a change was not kept, with all that was sent, so that no words are lost. */
export interface EditProblem {
  readonly kind: 'stale' | 'refused'
  readonly sent: Readonly<Record<string, string>>
  readonly message?: string // of what was refused
  readonly now?: KeptVersion // what somebody else kept meanwhile
  readonly changes?: readonly LineChange[] // what it did
}

/** A line that differs between two versions. */
export interface LineChange {
  readonly what: 'added' | 'dropped' | 'reworded' | 'moved'
  readonly line: Id<'line'>
  readonly section: SectionKind // where it stands; of a dropped one, where it stood
  readonly was?: string
  readonly now?: string
}
