// The latest edition composed as it would be printed, and every line of it tried against the stored words.
import { ReadoutError } from '../model/errors.ts'
import type { Breach } from './check.ts'
import type { Desk } from './desk.ts'
import { composeEdition } from './edition.ts'

/** What was tried, and why it could not be printed where it could not. */
export type CheckedEdition = { readonly week: string; readonly lines: number } | { readonly breach: Breach }

/** Tries the edition that a reader would get now. Changes nothing. */
export async function checkLatest(
  desk: Pick<Desk, 'store' | 'now' | 'dir'>,
  compose: typeof composeEdition = composeEdition,
): Promise<CheckedEdition> {
  try {
    const { week, sections } = (await compose(desk)).edition
    const items = sections.flatMap((section) => section.items)
    return { week, lines: items.reduce((sum, { heading, lines }) => sum + lines.length + (heading ? 1 : 0), 0) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const reason = error instanceof ReadoutError ? said : `it cannot be composed (${said})`
    return { breach: { what: 'the latest edition', reason } }
  }
}
