// The order of printing, in which reports are linked whenever they arrive.
import type { Instant } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Placed } from './pass.ts'

const UNDATED = '9999'

/**
 * A report with its place: by when it was printed, then by name, then by id. One without a date stands at `seen`, when it
 * first came in, since nobody can have printed it later; without that, after all that have a date.
 */
export function placeInOrder({ doc, reading }: ReadDoc, seen: Instant = UNDATED): Placed {
  const { id, name, published, outlet } = doc
  const at = `${published ?? seen} ${name} ${id}`
  return { id, at, ...(outlet && { outlet }), ...(reading.wire && { wire: reading.wire.name }) }
}
