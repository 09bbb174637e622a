// Claims as they were matched: which reports have them, and in which words.
import type { Id } from '../model/id.ts'
import type { Draft } from './claim-index.ts'
import { compareAt, readDocRow, readFound } from './doc-rows.ts'
import type { Tellings } from './make-tellings.ts'
import type { Memory } from './memory.ts'
import type { ReadOf } from './pass.ts'
import type { Matched, Part } from './rule-parts.ts'
import { ruleRows } from './word-row.ts'

interface Surroundings {
  readonly memory: Memory
  readonly readOf: ReadOf
  readonly tellings: Tellings
  readonly isRuled: (name: string) => boolean // whether people ruled on the report, which may be put in other words since
}

/** How many reports have a claim, about. */
export function weigh(id: Id<'claim'>, memory: Memory): number {
  const number = memory.read<number>(`draft of ${id}`)
  return number === undefined ? 0 : memory.list(`docs of ${number}`).length
}

/** The claims of these ids, in the order in which they were first printed; without those that no report puts any more. */
export function listMatched(ids: readonly Id<'claim'>[], surroundings: Surroundings): Matched[] {
  const matched = ids.flatMap((id): Matched[] => {
    const { memory } = surroundings
    const number = memory.read<number>(`draft of ${id}`)
    const draft = number === undefined ? undefined : memory.read<Draft>(`draft ${number}`)
    return draft && number !== undefined ? [{ id, about: draft.about, parts: listParts(number, surroundings) }] : []
  })
  const placeOf = ({ parts: [first], id }: Matched): { at: string } => ({ at: `${first?.at ?? ''} ${id}` })
  return matched.sort((a, b) => compareAt(placeOf(a), placeOf(b)))
}

function listParts(draft: number, { memory, readOf, tellings, isRuled }: Surroundings): Part[] {
  return [...new Set(memory.list(`docs of ${draft}`).toArray())]
    .map((number): Part => {
      const { found, late, voiced } = readFound(memory, number)
      const { id, name, at } = readDocRow(memory, number)
      const rows = [...found, ...late].filter((row) => row.draft === draft)
      const own = isRuled(name) ? [...ruleRows(rows, readOf(id), () => tellings.of(number).contents())] : rows
      return {
        number,
        doc: id,
        name,
        at,
        found: own.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
        voiced: voiced.filter((row) => row.draft === draft),
      }
    })
    .filter(({ found, voiced }) => found.length + voiced.length > 0)
    .sort(compareAt)
}
