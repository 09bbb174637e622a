// Claims with what each of their reports tells of them. The reports are gone through one after the other, each once for all the claims
// of a portion, and of each no more is kept than tells who said these words, and through whom.
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Reading } from '../model/reading.ts'
import { listVersions, readDocRow, readQuotes } from './doc-rows.ts'
import type { ToldClaim } from './finish-claim.ts'
import type { FinishedDoc } from './finish-doc.ts'
import type { ToldDoc } from './make-tellings.ts'
import type { Versions } from './mark-versions.ts'
import type { Memory } from './memory.ts'
import type { ReadOf } from './pass.ts'
import type { Matched, Part } from './rule-parts.ts'
import { type ToldPart, tellPart } from './tell-part.ts'

interface Surroundings {
  readonly memory: Memory
  readonly readOf: ReadOf
  readonly tellings: { readonly of: (number: number) => ToldDoc }
}

/** The claims with their parts told, and the reports of these. */
export function tellClaims(
  claims: readonly Matched[],
  { memory, readOf, tellings }: Surroundings,
): { claims: ToldClaim[]; docs: FinishedDoc[] } {
  const placed = claims.flatMap(({ id, parts }, claim) => parts.map((part, place) => ({ id, part, claim, place })))
  const told = claims.map(({ parts }): ToldPart[] => new Array(parts.length))
  const versionsOf = openVersions(memory, readOf)
  const docs = [...Map.groupBy(placed, ({ part }) => part.number)].map(([number, own]): FinishedDoc => {
    const { telling, chains } = tellings.of(number)
    const versions = versionsOf(number)
    for (const { id, part, claim, place } of own) {
      const parts = told[claim]
      if (parts) parts[place] = tellPart(id, part, telling, versions)
    }
    const read = keepSaid(
      telling.read,
      own.map(({ part }) => part),
    )
    const kept = new Set(read.reading.chains.map(({ id }) => id))
    return {
      read,
      at: readDocRow(memory, number).at,
      chains: chains.filter(({ chain }) => kept.has(chain)),
      quotes: readQuotes(memory, number),
    }
  })
  return { claims: claims.map(({ id, about }, claim) => ({ id, about, parts: told[claim] ?? [] })), docs }
}

/** A report with nothing of its reading. */
export function keepDoc({ doc, reading: { doc: id, madeBy } }: ReadDoc): ReadDoc {
  return { doc, reading: { ...NOTHING, doc: id, madeBy } }
}

const NOTHING: Omit<Reading, 'doc' | 'madeBy'> = {
  sentences: [],
  quotations: [],
  chains: [],
  names: [],
  attributions: [],
  notes: [],
}

// Of the reading only who said these words, and through whom.
function keepSaid(read: ReadDoc, parts: readonly Part[]): ReadDoc {
  const bearing = new Set(parts.flatMap(({ found }) => found.map(({ attribution }) => attribution)))
  const attributions = read.reading.attributions.filter(({ id }) => bearing.has(id))
  const voices = new Set<Id<'chain'>>(
    attributions
      .flatMap(({ source, via }) => [source, ...via])
      .flatMap((one) => (one.kind === 'unstated' ? [] : one.who)),
  )
  const { doc, reading } = keepDoc(read)
  return { doc, reading: { ...reading, attributions, chains: read.reading.chains.filter(({ id }) => voices.has(id)) } }
}

// Each page's once, whichever of its versions is asked about.
function openVersions(memory: Memory, readOf: ReadOf): (doc: number) => Versions {
  const known = new Map<string, Versions>()
  return (doc) => {
    const row = readDocRow(memory, doc)
    const numbers = listVersions(memory, row)
    if (row.page === undefined || numbers.length < 2) return []
    const versions =
      known.get(row.page) ??
      numbers.map((number) => {
        const { id, at } = readDocRow(memory, number)
        return { id, at, doc: readOf(id).doc }
      })
    known.set(row.page, versions)
    return versions
  }
}
