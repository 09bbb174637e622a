// What people ruled, and the one log that numbers all truth.
import type { SourceKind } from './attribution.ts'
import type { EditionRef } from './edition-version.ts'
import type { Evidence } from './evidence.ts'
import type { Followed } from './followed.ts'
import type { Digest, Id, Instant } from './id.ts'
import type { Kind } from './reading.ts'
import type { Removal } from './removal.ts'
import type { NonEmpty } from './span.ts'

/** What a person ruled: who, when, what, why. Kept for ever, applied again in every rebuild. */
export interface Decision {
  readonly id: Id<'decision'>
  readonly by: Id<'editor'>
  readonly at: Instant
  readonly ruling: Ruling
  readonly why: string
}

/**
 * `confirm`: it was said so; or the claim is one, as it stands. `merge`: the claims are one. `split`: words leave a claim for one of their own. `same`: two entities are one.
 * `different`: two entities, or two claims, are never one. `reject`: nobody said this; `on`: the claims that it bore on.
 * `follow`: from now on this is how a source is followed. `correct`: an attribution has these words. `set kind`: its source is
 * of this kind. `note`, `tag`, `watch`: what people keep beside a thing; they change nothing that is linked. `draft`, `issue`: a version of
 * an edition is kept; its record lies under the digest. `withdraw`: words were taken away for good; nothing undoes it.
 */
export type Ruling =
  | { readonly kind: 'confirm'; readonly what: Target }
  | { readonly kind: 'reject'; readonly what: Target; readonly on: readonly Target[] }
  | { readonly kind: 're-attribute'; readonly what: Target; readonly to: RuledHolder | 'unstated' }
  | { readonly kind: 'merge'; readonly keep: Target; readonly absorb: NonEmpty<Target> }
  | { readonly kind: 'split'; readonly from: Target; readonly move: NonEmpty<LookedAt> }
  | { readonly kind: 'same' | 'different'; readonly what: readonly [Target | RuledHolder, Target | RuledHolder] }
  | { readonly kind: 'correct'; readonly what: Target; readonly to: CorrectedWords }
  | { readonly kind: 'set kind'; readonly what: Target; readonly to: SourceKind }
  | { readonly kind: 'note'; readonly what: Target; readonly text: string }
  | { readonly kind: 'tag'; readonly what: Target; readonly tag: string }
  | { readonly kind: 'watch'; readonly what: Target }
  | { readonly kind: 'draft' | 'issue'; readonly edition: EditionRef }
  | { readonly kind: 'follow'; readonly source: Followed }
  | { readonly kind: 'withdraw'; readonly removal: Removal }
  | { readonly kind: 'undo'; readonly decision: Id<'decision'> }

export const RULED_NOUNS = ['attribution', 'claim', 'entity', 'story', 'report'] as const

/**
 * What is ruled on: the id on the screen, and the words looked at, by which it is found again. Of an attribution these
 * are the cue and then what was said; of a claim or an entity each piece stands for all of it, the first one first.
 */
export interface Target {
  readonly noun: (typeof RULED_NOUNS)[number] // a story or a report: on notes, tags and watches only
  readonly id: Id<'attribution' | 'claim' | 'entity' | 'story' | 'doc'>
  readonly words: NonEmpty<LookedAt>
}

/** The words of an attribution as a person corrected them; what is left out stays as it was read. */
export interface CorrectedWords {
  readonly source?: NonEmpty<LookedAt>
  readonly cue?: NonEmpty<LookedAt>
  readonly content?: NonEmpty<LookedAt>
}

/** Somebody who was ruled on, as called then. */
export interface RuledHolder extends Target {
  readonly name: string
  readonly kind: Kind
}

/** Words as a person looked at them, with what leads back to them when another version makes another doc of the report. */
export interface LookedAt extends Evidence {
  readonly report: string // its key among the truths
  readonly name: string // what it answers to
  readonly before: string // the characters around the words
  readonly after: string
}

/** One line of the log. `before` is the digest of the entry before it, so that a gap shows. */
export interface LogEntry {
  readonly number: number
  readonly at: Instant
  readonly what: Id<'capture' | 'decision'>
  readonly before: Digest
}

/** By which decision each one that does not count is undone. An undoing can itself be undone. Given in log order. */
export function undoneBy(decisions: readonly Decision[]): ReadonlyMap<Id<'decision'>, Id<'decision'>> {
  const undone = new Map<Id<'decision'>, Id<'decision'>>()
  for (const { id, ruling } of decisions.toReversed()) {
    if (ruling.kind === 'undo' && !undone.has(id)) undone.set(ruling.decision, id)
  }
  return undone
}

/** The decisions that count, in log order: neither undone nor an undoing. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const undone = undoneBy(decisions)
  return decisions.filter(({ id, ruling }) => ruling.kind !== 'undo' && !undone.has(id))
}

const UNLINKED: ReadonlySet<Ruling['kind']> = new Set([
  'confirm',
  'note',
  'tag',
  'watch',
  'draft',
  'issue',
  'follow',
  'withdraw',
])

/** True where the ruling changes what is linked. */
export function isOnLinking({ kind }: Ruling): boolean {
  return !UNLINKED.has(kind)
}

/** A ruling as a reason for what it did. */
export function tellRuling({ by, why }: Pick<Decision, 'by' | 'why'>): string {
  return `ruled by ${by}: ${why}`
}

/** Everything that a ruling was made on, in its order. */
export function targetsOf(ruling: Ruling): Target[] {
  switch (ruling.kind) {
    case 'confirm':
    case 'correct':
    case 'set kind':
    case 'note':
    case 'tag':
    case 'watch':
      return [ruling.what]
    case 'reject':
      return [ruling.what, ...ruling.on]
    case 're-attribute':
      return [ruling.what, ...(ruling.to === 'unstated' ? [] : [ruling.to])]
    case 'merge':
      return [ruling.keep, ...ruling.absorb]
    case 'split':
      return [ruling.from]
    case 'same':
    case 'different':
      return [...ruling.what]
    default:
      return []
  }
}

/** All words that a ruling was made by. */
export function lookedAt(ruling: Ruling): LookedAt[] {
  const own = targetsOf(ruling).flatMap(({ words }) => words)
  return ruling.kind === 'split' ? [...own, ...ruling.move] : own
}
