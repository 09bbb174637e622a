// Where the rulings in force lead, as far as the pass has come: which claims and which entities they are about now.
import type { Decision, LookedAt } from '../model/decision.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { makeSpan } from '../model/span.ts'
import { type FoundRow, numberOf, readFound } from './doc-rows.ts'
import { findAt, findAttribution, findChain, findSaid } from './find-ruled.ts'
import type { Memory } from './memory.ts'
import type { NamedChain } from './name-chains.ts'
import { type ClaimPlan, planClaims, type Row } from './plan-claims.ts'
import { type EntityPlan, planEntities } from './plan-entities.ts'
import { planRow } from './rule-parts.ts'

interface Surroundings {
  readonly memory: Memory
  readonly readOf: (doc: Id<'doc'>) => ReadDoc
}

/** The plan of the decisions on claims. */
export function planOnClaims(decisions: readonly Decision[], { memory, readOf }: Surroundings): ClaimPlan {
  const rowsIn = (read: ReadDoc): { row: Row; found: FoundRow }[] => {
    const number = numberOf(memory, read.doc.id)
    if (number === undefined) return []
    const { found, late } = readFound(memory, number)
    return [...found, ...late].flatMap((one) => {
      const draft = memory.read<{ id: Id<'claim'> }>(`draft ${one.draft}`)
      return draft ? [{ row: planRow(draft.id, read.doc.id, one), found: one }] : []
    })
  }
  const readAt = (name: string): ReadDoc | undefined => findNamed(name, memory, readOf)
  return planClaims(decisions, {
    rowsAt(words) {
      const read = readAt(words.name)
      const rows = read ? rowsIn(read) : []
      const found = findAt<(typeof rows)[0]>(words, {
        docOf: () => read?.doc,
        listIn: () => rows,
        evidenceOf: ({ found: { spans } }) => {
          const [start, end] = spans[0] ?? [0, 1]
          const doc = (read as ReadDoc).doc
          return cite(doc, makeSpan(doc.text, start, end))
        },
      }).map(({ row }) => row)
      if (found.length > 0 || !read?.asRead) return found
      const said = findSaid(words, read.reading, read.doc) // put so since, by a person
      return rows.flatMap(({ row }) => (row.attribution === said?.id ? [row] : []))
    },
    rowsOf(target) {
      const read = readAt(target.words[0].name)
      const id = read && findAttribution(target, read)?.id
      return read ? rowsIn(read).flatMap(({ row }) => (row.attribution === id ? [row] : [])) : []
    },
  })
}

/** The plan of the decisions on who is who. `chainsOf`: the chains of a doc as they were matched. */
export function planOnEntities(
  decisions: readonly Decision[],
  { memory, readOf }: Surroundings,
  chainsOf: (doc: Id<'doc'>) => readonly NamedChain[],
): EntityPlan {
  const readAt = (name: string): ReadDoc | undefined => findNamed(name, memory, readOf)
  return planEntities(decisions, {
    readOf: readAt,
    chainAt(words: LookedAt) {
      const read = readAt(words.name)
      const chain = read && findChain(words, read)
      const named = chain && chainsOf(read.doc.id).find((one) => one.chain === chain.id)
      return (
        named && { ref: { doc: read.doc.id, chain: chain.id }, called: chain.name, entity: named.entity, at: named.at }
      )
    },
  })
}

function findNamed(name: string, memory: Memory, readOf: (doc: Id<'doc'>) => ReadDoc): ReadDoc | undefined {
  const id = memory.read<Id<'doc'>>(`answers to ${name}`)
  return id === undefined ? undefined : readOf(id)
}
