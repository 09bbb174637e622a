// In which of its printed wordings a claim is put: the first that has the verb most of them have. A claim is often printed
// first as a hint ("is ready to leave the dam") and then, by many, as the deed ("has offered to leave the dam").
import type { PutVerb } from './deny-verb.ts'
import type { FoundRow } from './doc-rows.ts'

/** The words that put a claim, and the verb that they are known by; none where half of its wordings have none in common. */
export interface Worded<T> {
  readonly row: T
  readonly verb?: PutVerb | undefined
}

/**
 * The row whose words put the claim: the first with the deed that half of them tell, else with the verb that half of them have.
 * `rows`: those that put it forward, in the order of printing, and the one that opens it.
 */
export function chooseWorded<T extends FoundRow>(rows: readonly [T, ...T[]]): Worded<T> {
  const tellings = new Map<string, number>() // how many rows have a word of weight
  for (const { heads } of rows) for (const head of new Set(heads)) tellings.set(head, (tellings.get(head) ?? 0) + 1)
  const isShared = (verb: PutVerb): boolean => 2 * (tellings.get(verb.head) ?? 0) >= rows.length
  const shared = rows.flatMap(({ verb }) => (verb && isShared(verb) ? [verb] : []))
  const verb = shared.find(({ isDeed }) => isDeed) ?? shared[0]
  return { row: rows.find((row) => !isInOtherTerms(row, verb)) ?? rows[0], verb }
}

/** True where words put a claim without its verb: "is ready to leave the dam" beside "has offered to leave the dam". */
export function isInOtherTerms({ heads }: Pick<FoundRow, 'heads'>, verb: PutVerb | undefined): boolean {
  return verb !== undefined && !heads.includes(verb.head)
}
