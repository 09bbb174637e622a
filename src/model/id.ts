// Names of things and of moments. An id is branded by its noun, so one noun's id cannot stand in for another's.

declare const brand: unique symbol

export type Noun =
  | 'capture'
  | 'doc'
  | 'chain'
  | 'attribution'
  | 'entity'
  | 'claim'
  | 'appearance'
  | 'origin'
  | 'story'
  | 'edition'
  | 'line'
  | 'editor'
  | 'decision'
  | 'source'

/** An id branded by its noun: an `Id<'doc'>` cannot stand in for an `Id<'claim'>`. */
export type Id<N extends Noun> = string & { readonly [brand]: N }

/** ISO 8601 in UTC, such as 2024-02-14T09:30:00.000Z; sorts as text. */
export type Instant = string

/** A calendar day: 2024-02-14. */
export type Day = string

/** True for a day that there is, written as in 2031-03-04; 2031-02-30 is none. */
export function isDay(text: string): text is Day {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** SHA-256 in lower-case hex. */
export type Digest = string

/** What made a derived thing: name@version. */
export type Maker = `${string}@${string}`

/** Gives a string its noun. The one place where an id is cast. */
export function asId<N extends Noun>(value: string): Id<N> {
  return value as Id<N>
}
