// Who said it, the words that say so, what was said, and through whose hands it came here.
import type { Act } from './act.ts'
import type { Day, Id } from './id.ts'
import type { Bounds, NonEmpty, Pieces, Span } from './span.ts'

/** Who said it, the words that say so, what was said, and through whose hands it came here. */
export interface Attribution {
  readonly id: Id<'attribution'>
  readonly source: Source
  readonly cue: Pieces // "said", "have denied", "reportedly"
  readonly content: Pieces
  readonly form: 'direct' | 'indirect' | 'mixed' // marks around all, none, some of the content
  readonly act: Act
  readonly silence?: 'refused' | 'no answer' | 'not reached' | 'left open' // how a non-comment came about
  readonly target?: ActTarget // what was denied, rejected, confirmed, doubted: the words that name it
  readonly hearer?: Hearer
  readonly setting?: Setting
  readonly said?: When // when the words were said
  readonly event?: When // when what they tell of is to happen: "will sign on Friday"
  readonly via: readonly StatedSource[] // nearest the speaker first; never the doc's own outlet
  readonly restsOn?: StatedSource // "Meridian, which cites three unnamed Veldanian officials"
  readonly within?: Id<'attribution'> // nested: an official said that Roke told the delegation that …
  readonly confidence: number // 0 to 1
}

/** On whose authority. `unstated`: "reportedly", only the cue speaks. */
export type Source = StatedSource | { readonly kind: 'unstated' }

export type StatedSource = KnownSource | AnonymousSource

export interface KnownSource {
  readonly kind: 'person' | 'organisation' | 'government' | 'outlet' | 'document' // a metonym ("the Lantern Palace"): government
  readonly words: Pieces
  readonly who: NonEmpty<Id<'chain'>> // two in "Both Karsk and Veldania"
  readonly role?: 'official' | 'expert' // of a person, as the text presents them
}

export interface AnonymousSource {
  readonly kind: 'anonymous'
  readonly words: Pieces // the description: "three Veldanian officials", "a senior Karskan diplomat"
  readonly who: NonEmpty<Id<'chain'>> // "the official" further down is the same chain
  readonly count: Bounds // "three": 3 to 3; "sources": at least 2
  readonly side?: string // "Veldanian", "Karskan", as printed
  readonly among?: Id<'chain'> // "one of the sources": the group they belong to
  readonly terms?: Span // "on condition of anonymity because the talks are secret"
}

/** Whom the words were said to: an outlet, reporters, a counterpart, a crowd. An outlet that hears is in `via`. */
export interface Hearer {
  readonly kind: 'outlet' | 'press' | 'counterpart' | 'public'
  readonly words: Span
  readonly who?: Id<'chain'>
}

/** "Hale denied [the report]": the words that name what an act is done to, and the attribution that put it, if one did. */
export interface ActTarget {
  readonly words: Pieces
  readonly of?: Id<'attribution'>
}

/** "In a Wednesday press briefing", "in an interview", "announced in a statement". */
export interface Setting {
  readonly kind: 'briefing' | 'interview' | 'statement' | 'call' | 'speech' | 'post' | 'letter'
  readonly words: Span
}

/** "on Wednesday": the days it comes to, half-open, resolved against the publication date; `value` as in TIMEX3. */
export interface When extends Days {
  readonly words: Span
  readonly value: string // "2031-03-05", "2031-W10", "2030-FA"
}

/** Half-open: from the first day to the day after the last. */
export interface Days {
  readonly from: Day
  readonly until: Day
}

/** The labels that sources are printed under: official and expert before person. */
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
] as const

export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The label that a source is printed under. */
export function sourceKindOf(source: Source): SourceKind {
  return source.kind === 'person' ? (source.role ?? 'person') : source.kind
}
