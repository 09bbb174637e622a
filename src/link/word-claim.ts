// In which of its printed wordings a claim is put: the first that has the verb most of them have. A claim is often printed
// first as a hint ("is ready to leave the dam") and then, by many, as the deed ("has offered to leave the dam").
import type { PutVerb } from './deny-verb.ts'
import type { FoundRow } from './doc-rows.ts'

/**
 * The row whose words put the claim: the first that tells a deed that half of them tell, else the first with a verb that
 * half of them have. `rows`: those that put it forward, in the order of printing, and the one that opens it.
 */
export function chooseWorded<T extends FoundRow>(rows: readonly [T, ...T[]]): T {
  const isShared = ({ verb }: T): boolean =>
    verb !== undefined && 2 * rows.filter((row) => !isInOtherTerms(row, verb)).length >= rows.length
  const shared = rows.filter(isShared)
  return shared.find(({ verb }) => verb?.isDeed) ?? shared[0] ?? rows[0]
}

/** True where words put a claim without its verb: "is ready to leave the dam" beside "has offered to leave the dam". */
export function isInOtherTerms({ heads }: Pick<FoundRow, 'heads'>, verb: PutVerb | undefined): boolean {
  return verb !== undefined && !heads.includes(verb.head)
}
