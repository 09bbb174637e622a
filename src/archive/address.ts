// An address in the diary, and the row that it is there.
import type { Selectable, Updateable } from 'kysely'
import type { Told, Wanted } from '../model/capture.ts'
import type { Digest, Instant } from '../model/id.ts'
import type { Tables } from './tables.ts'

/** An address in the diary. */
export interface Address {
  readonly url: string
  readonly host: string
  readonly what: Wanted
  readonly source?: string
  readonly due?: Instant // absent: never again
  readonly step: number // how many of its times have passed
  readonly etag?: string
  readonly modified?: string
  readonly tagsFrom?: string // the address that gave both; absent: this one
  readonly digest?: Digest // of the bytes last had
  readonly outcome?: string // of the last request, in a word
  readonly reason?: string // why it brought nothing
  readonly first: Instant
  readonly asked?: Instant
  readonly had?: Instant
  readonly failures: number // in a row
  readonly movedTo?: string
  readonly foundIn?: string
  readonly told?: Told
}

/** A new address. */
export interface NewAddress extends Pick<Address, 'url' | 'host' | 'what' | 'source' | 'foundIn' | 'told'> {
  readonly due: Instant
}

/** What a request changes. `undefined` clears; what is left out stays. */
export type Settled = {
  readonly [K in
    | 'due'
    | 'step'
    | 'etag'
    | 'modified'
    | 'tagsFrom'
    | 'digest'
    | 'outcome'
    | 'reason'
    | 'asked'
    | 'had'
    | 'failures'
    | 'movedTo'
    | 'host']?: Address[K] | undefined
}

/** What a new address has of what requests change: nothing. */
export const BLANK = {
  step: 0,
  holder: null,
  held_until: null,
  etag: null,
  modified: null,
  tags_from: null,
  digest: null,
  outcome: null,
  reason: null,
  asked_at: null,
  had_at: null,
  failures: 0,
  moved_to: null,
} as const

/** The rest of its row. */
export function rowOf({ url, host, what, source, due, foundIn, told }: NewAddress) {
  const record = told ? JSON.stringify(told) : null
  return { url, host, what, source: source ?? null, due_at: due, found_in: foundIn ?? null, told: record }
}

const COLUMNS = {
  due: 'due_at',
  step: 'step',
  etag: 'etag',
  modified: 'modified',
  tagsFrom: 'tags_from',
  digest: 'digest',
  outcome: 'outcome',
  reason: 'reason',
  asked: 'asked_at',
  had: 'had_at',
  failures: 'failures',
  movedTo: 'moved_to',
  host: 'host', // a known one
} as const

/** What a request changed, as columns. */
export function columnsOf(settled: Settled): Updateable<Tables['state.address']> {
  return Object.fromEntries(
    Object.entries(settled).map(([key, value]) => [COLUMNS[key as keyof Settled], value ?? null]),
  )
}

/** The address of a row. */
export function addressOf(row: Selectable<Tables['state.address']>): Address {
  const { url, host, what, step, failures, first_at } = row
  const optional = {
    source: row.source,
    due: row.due_at,
    etag: row.etag,
    modified: row.modified,
    tagsFrom: row.tags_from,
    digest: row.digest,
    outcome: row.outcome,
    reason: row.reason,
    asked: row.asked_at,
    had: row.had_at,
    movedTo: row.moved_to,
    foundIn: row.found_in,
    told: row.told === null ? null : (JSON.parse(row.told) as Told),
  }
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null))
  return { url, host, what: what as Wanted, step, failures, first: first_at, ...known }
}
