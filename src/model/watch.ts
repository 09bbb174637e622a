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
  readonly weights: Readonly<Record<ChoiceReason, number>>
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]
