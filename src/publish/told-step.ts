// One step of a claim's timeline with the names that people read, and the words that say what it did.

import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Instant } from '../model/id.ts'
import { listNames } from '../model/list-names.ts'
import type { Standing } from '../model/timeline.ts'

export interface ToldStep {
  readonly who: readonly string[] // an outlet, where it speaks in its own voice
  readonly act: Act
  readonly silence?: NonNullable<Attribution['silence']>
  readonly isOwnVoice: boolean
  readonly isPutForward: boolean // false of an answer, and of what somebody only passed on
  readonly via: readonly string[]
  readonly said?: string // when it was said, as in TIMEX3
  readonly doc: string // the report's name
  readonly outlet?: string
  readonly published?: Instant
  readonly version?: string // what is said of the version that it stands in
  readonly evidence: Evidence
  readonly standing: Standing // once this was printed
  readonly before?: Standing // where it was another
}

const DONE: Readonly<Record<Act, string>> = {
  asserts: 'asserted by',
  announces: 'announced by',
  confirms: 'confirmed by',
  denies: 'denied by',
  rejects: 'rejected by',
  'declines to comment': 'not commented on by',
  'did not respond': 'not answered by',
  doubts: 'doubted by',
  promises: 'promised by',
  demands: 'demanded by',
  threatens: 'threatened by',
  corrects: 'corrected by',
  retracts: 'retracted by',
}

const SILENCES: Readonly<Record<NonNullable<ToldStep['silence']>, string>> = {
  refused: 'not commented on by',
  'no answer': 'not answered by',
  'not reached': 'could not be put to',
  'left open': 'left open by',
}

/** "denied by", "passed on by", "not answered by": what the step did, before the names. */
export function doneWords({ act, silence, isPutForward }: ToldStep): string {
  if (silence) return SILENCES[silence]
  const isPassedOn = !isPutForward && (act === 'asserts' || act === 'announces')
  return isPassedOn ? 'passed on by' : DONE[act]
}

/** "Corvin Hale and Ilse Marrow", "Radio Askevar, in its own voice". */
export function whoWords({ who, isOwnVoice }: ToldStep): string {
  const names = listNames(who)
  return isOwnVoice ? `${names}, in its own voice` : names
}
