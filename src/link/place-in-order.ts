// The order of printing, in which reports are linked whenever they arrive.
import type { Instant } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Placed } from './pass.ts'

const UNDATED = '9999'

/**
 * A report with its place: by when it was printed, then by name, then by id. One without a date stands at `seen`, when it
 * first came in, since nobody can have printed it later; without that, after all that have a date. `before`: the place of
 * the version of its page before it.
 */
export function placeInOrder({ doc, reading }: ReadDoc, seen: Instant = UNDATED, before?: string): Placed {
  const { id, outlet } = doc
  const at = placeOf(doc, seen, before)
  return { id, at, ...(outlet && { outlet }), ...(reading.wire && { wire: reading.wire.name }) }
}

/**
 * The place itself. A later version of a page comes after the one before it, whatever day and name it bears: right after
 * that, where it has no later day of its own.
 */
export function placeOf({ id, name, published }: ReadDoc['doc'], seen: Instant, before?: string): string {
  const day = published ?? seen
  const isAfter = before === undefined || before.slice(0, before.indexOf(' ')) < day
  return isAfter ? `${day} ${name} ${id}` : `${before} ~${seen}`
}

/**
 * The day of a place: when the report was printed; of a later version without a day of its own, when it
 * was first seen.
 */
export function dayOfPlace(at: string): Instant | undefined {
  const day = at.includes(' ~') ? at.slice(at.lastIndexOf(' ~') + 2) : at.slice(0, at.indexOf(' '))
  return day === UNDATED ? undefined : day
}
