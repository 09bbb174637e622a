// In which of its printed wordings a claim is put: the first that has the verb most of them have. A claim is often printed
// first as a hint ("is ready to leave the dam") and then, by many, as the deed ("has offered to leave the dam").
import type { FoundRow } from './doc-rows.ts'

/** The row whose words put the claim. `rows`: those that put it forward, in the order of printing, and the one that opens it. */
export function chooseWorded<T extends FoundRow>(rows: readonly [T, ...T[]]): T {
  const worded = rows.find(
    ({ verb }) => verb === undefined || 2 * rows.filter((row) => !isInOtherTerms(row, verb)).length >= rows.length,
  )
  return worded ?? rows[0]
}

/** True where words put a claim without its verb: "is ready to leave the dam" beside "has offered to leave the dam". */
export function isInOtherTerms({ heads }: Pick<FoundRow, 'heads'>, verb: string | undefined): boolean {
  return verb !== undefined && !heads.includes(verb)
}
