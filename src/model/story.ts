// A matter followed over weeks.
import type { Id } from './id.ts'
import type { NonEmpty } from './span.ts'

/** A matter followed over weeks, such as an aid package or a prisoner exchange; it gathers claims. */
export interface Story {
  readonly id: Id<'story'>
  readonly aliases: readonly Id<'story'>[]
  readonly title: string // a quote from one of its reports
  readonly docs: NonEmpty<Id<'doc'>>
  readonly claims: readonly Id<'claim'>[]
}
