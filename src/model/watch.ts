// What a desk publishes an edition on: a name and a question, and what belongs to it.
import type { ChoiceReason, SectionKind } from './edition.ts'

/** A watch as an edition names it. */
export interface WatchHead {
  readonly id: string // in addresses and names of files: dam-talks
  readonly name: string
  readonly question?: string // diplomacy around the Ketter dam
}

/** A matter belongs to it by any of its places, people, bodies or words; where it has none, all that the desk holds does. */
export interface Watch extends WatchHead {
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly bodies: readonly string[]
  readonly words: readonly string[]
  readonly sections: readonly SectionKind[] // in the order in which they are printed
  readonly weekday: Weekday // that it is issued on; it tells of the seven days before
  readonly zone: string // IANA: Europe/Vienna
  readonly weights: Weights
}

export type Weights = Readonly<Record<ChoiceReason, number>>

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** The sections that there are, in the order in which they are printed where a watch says nothing else. */
export const SECTION_KINDS: readonly [SectionKind, ...SectionKind[]] = [
  'lead',
  'in other news',
  'official briefings',
  'denials and non-comments',
  'corrected or withdrawn',
  'altered quotations',
  'changed since last edition',
  'one origin',
  'who spoke',
]

/** What each thing that is counted weighs where a watch says nothing else. */
export const WEIGHTS: Weights = {
  outlets: 2,
  reports: 1,
  'standing changed': 2,
  answered: 1,
  officials: 1,
  'new this week': 1,
}

/** The watch of all that a desk holds, as it is where the settings do not say otherwise. */
export const ALL: Watch = {
  id: 'all',
  name: 'All that the desk holds',
  places: [],
  people: [],
  bodies: [],
  words: [],
  sections: SECTION_KINDS,
  weekday: 'monday',
  zone: 'UTC',
  weights: WEIGHTS,
}
