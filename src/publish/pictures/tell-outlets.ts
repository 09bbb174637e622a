// The picture of outlets in words: in sentences, and as a table.

import type { PicturedOutlet, PicturedOutlets } from '../../model/edition-pictures.ts'
import { oneLine } from '../../model/one-line.ts'
import { WORDS } from '../interface-words.ts'
import type { Picture } from './picture.ts'

/** The whole of it in sentences, an outlet each. */
export function tellOutlets({ rows, left }: PicturedOutlets): string[] {
  const words = WORDS.pictures
  if (rows.length === 0) return [words.noOutlets]
  const told = rows.map((row) => `${nameOf(row)}: ${words.reports(row.reports, row.reprints)}.`)
  return [...told, ...(left.outlets > 0 ? [words.moreOutlets(left.outlets, left.reports)] : [])].map(oneLine)
}

/** A row for each outlet. */
export function tabulateOutlets({ rows }: PicturedOutlets): Picture['table'] {
  const numbers = ({ reports, reprints }: PicturedOutlet): string[] => [String(reports), String(reprints)]
  return { head: WORDS.pictures.outletsTable, rows: rows.map((row) => [nameOf(row), ...numbers(row)]) }
}

function nameOf({ outlet }: PicturedOutlet): string {
  return outlet ?? WORDS.pictures.outletUnknown
}
