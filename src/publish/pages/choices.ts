// What lists can be narrowed to, in the order in which it is offered.
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Standing } from '../../model/timeline.ts'

export const ACTS: readonly Act[] = [
  'asserts',
  'announces',
  'confirms',
  'denies',
  'rejects',
  'doubts',
  'declines to comment',
  'did not respond',
  'promises',
  'demands',
  'threatens',
  'corrects',
  'retracts',
]

export const SOURCE_KINDS: readonly SourceKind[] = [
  'official',
  'expert',
  'person',
  'organisation',
  'government',
  'outlet',
  'document',
  'anonymous',
  'unstated',
]

export const STANDINGS: readonly Standing[] = [
  'reported',
  'announced',
  'confirmed',
  'contested',
  'denied',
  'corrected',
  'retracted',
]
