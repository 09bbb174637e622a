// The words that lists are filtered by, as the model has them.
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import type { Kind } from '../../model/reading.ts'

export const ACTS = [
  'asserts',
  'announces',
  'confirms',
  'denies',
  'rejects',
  'declines to comment',
  'did not respond',
  'doubts',
  'promises',
  'demands',
  'threatens',
  'corrects',
  'retracts',
] as const satisfies readonly Act[]

export const SOURCE_KINDS = [
  'official',
  'expert',
  'person',
  'organisation',
  'government',
  'outlet',
  'document',
  'anonymous',
  'unstated',
] as const satisfies readonly SourceKind[]

export const ENTITY_KINDS = [
  'person',
  'organisation',
  'government',
  'outlet',
  'document',
  'group',
  'place',
] as const satisfies readonly Kind[]
