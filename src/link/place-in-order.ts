// The order of printing, in which reports are linked whenever they arrive.
import type { Doc } from '../model/doc.ts'

const UNDATED = '9999'

/**
 * The place of a doc as text that sorts: by when it was printed, then by name, then by id. A report without a date stands
 * at `seen`, when it first came in, since nobody can have printed it later; without that, after all that have a date.
 */
export function placeInOrder({ published, name, id }: Pick<Doc, 'published' | 'name' | 'id'>, seen = UNDATED): string {
  return `${published ?? seen} ${name} ${id}`
}
