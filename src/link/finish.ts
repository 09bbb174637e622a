// What came of the pass, as it is shown: of each report that changed who is in it and which quotations it has, of each
// claim that changed all that hangs on it, and what is gone. Where people ruled, as they ruled.
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Draft } from './claim-index.ts'
import { compareAt, listVersions, numberOf, readDocRow, readFound, readQuotes } from './doc-rows.ts'
import { type FinishedClaim, finishClaim, type Part } from './finish-claim.ts'
import { type FinishedCopies, finishCopies } from './finish-copies.ts'
import { makeTellings, type Tellings } from './make-tellings.ts'
import type { Versions } from './mark-versions.ts'
import { type NamedChain, noteBearers } from './name-chains.ts'
import type { Changed, Pass, ReadOf } from './pass.ts'
import { planOnClaims } from './plan-rulings.ts'
import { type Matched, ruleParts } from './rule-parts.ts'
import { type RuledStates, spreadRulings } from './spread-rulings.ts'
import { ruleRows } from './word-row.ts'

export interface FinishedDoc {
  readonly read: ReadDoc
  readonly at: string // its place in the order of printing
  readonly chains: readonly NamedChain[]
  readonly quotes: readonly QuoteMatch[]
}

export interface Finished {
  readonly docs: readonly FinishedDoc[] // in the order of printing
  readonly around: readonly FinishedDoc[] // not changed: what else the claims rest on, in the order of printing
  readonly claims: readonly FinishedClaim[] // in the order in which they were first put
  readonly copies: readonly FinishedCopies[]
  readonly gone: {
    readonly docs: readonly Id<'doc'>[]
    readonly claims: readonly Id<'claim'>[]
    readonly entities: readonly Id<'entity'>[]
  }
}

/** Finishes what changed. `readStored` gives reports as `applyToReading` leaves them; `decisions` are those in force, in log order. */
export function finish(
  pass: Pass,
  changed: Pick<Changed, 'docs' | 'claims'>,
  readStored: ReadOf,
  decisions: readonly Decision[] = [],
): Finished {
  const { memory } = pass
  const readOf = holdReads(readStored)
  const there = [...changed.docs].flatMap((id) => numberOf(memory, id) ?? [])
  const numbers = new Set(there)
  const inOrder = (some: Iterable<number>): number[] =>
    [...some].sort((a, b) => compareAt(readDocRow(memory, a), readDocRow(memory, b)))
  const tellings = makeTellings(pass, readOf, decisions, inOrder(numbers))
  const finishDoc = (number: number): FinishedDoc => {
    const { chains, telling } = tellings.of(number)
    return { read: telling.read, at: readDocRow(memory, number).at, chains, quotes: readQuotes(memory, number) }
  }
  const docs = inOrder(numbers).map(finishDoc)
  const gone = [...changed.docs].filter((id) => numberOf(memory, id) === undefined)

  const plan = planOnClaims(decisions, { memory, readOf })
  const before = memory.read<RuledStates>('ruled') ?? {}
  const { redo, ids, now } = spreadRulings(changed.claims, plan, before)
  if (JSON.stringify(now) !== JSON.stringify(before)) memory.write('ruled', now)
  const matched = [...redo].flatMap((id) => matchedOf(id, pass, tellings) ?? []).sort(inPrintingOrder)
  const ruled = ruleParts(matched, plan, decisions)
  const claims = ruled.flatMap(
    (one) => finishClaim(one, { claims: plan, entities: tellings.plan, now: tellings.now }) ?? [],
  )
  const still = new Set(claims.map(({ claim }) => claim.id))
  return {
    docs,
    around: inOrder(findAround(pass, numbers, matched)).map(finishDoc),
    claims: claims.sort(compareAt),
    copies: finishCopies(pass, numbers, readOf),
    gone: {
      docs: gone,
      claims: [...ids].filter((id) => !still.has(id)),
      entities: noteAllBearers(pass, docs, gone),
    },
  }
}

// What claims rest on and what shares its text with that is asked for again and again; all of it is held until the end anyway.
function holdReads(readOf: ReadOf): ReadOf {
  const held = new Map<Id<'doc'>, ReadDoc>()
  return (id) => {
    const read = held.get(id) ?? readOf(id)
    held.set(id, read)
    return read
  }
}

function inPrintingOrder(a: Matched, b: Matched): number {
  const placeOf = ({ parts: [first], id }: Matched): { at: string } => ({ at: `${first?.at ?? ''} ${id}` })
  return compareAt(placeOf(a), placeOf(b))
}

// A claim as it was matched; undefined for one that no report puts any more.
function matchedOf(id: Id<'claim'>, { memory }: Pass, tellings: Tellings): Matched | undefined {
  const number = memory.read<number>(`draft of ${id}`)
  const draft = number === undefined ? undefined : memory.read<Draft>(`draft ${number}`)
  if (!draft || number === undefined) return undefined
  const parts = [...new Set(memory.list(`docs of ${number}`).toArray())]
    .map((doc): Part => {
      const { found, late, voiced } = readFound(memory, doc)
      const { telling, contents } = tellings.of(doc)
      const rows = [...found, ...late].filter((row) => row.draft === number)
      const own = [...ruleRows(rows, telling.read, contents)]
      return {
        telling,
        at: readDocRow(memory, doc).at,
        found: own.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)),
        voiced: voiced.filter((row) => row.draft === number),
        versions: versionsOf(doc, memory, tellings),
      }
    })
    .filter(({ found, voiced }) => found.length + voiced.length > 0)
    .sort(compareAt)
  return { id, about: draft.about, parts }
}

function versionsOf(doc: number, memory: Pass['memory'], tellings: Tellings): Versions {
  const numbers = listVersions(memory, readDocRow(memory, doc))
  if (numbers.length < 2) return []
  return numbers.map((number) => {
    const { id, at } = readDocRow(memory, number)
    return { id, at, doc: tellings.of(number).telling.read.doc }
  })
}

// The docs beside those that changed: of the claims, and those whose quotations they cut.
function findAround({ memory }: Pass, numbers: ReadonlySet<number>, matched: readonly Matched[]): Set<number> {
  const docs = matched.flatMap(({ parts }) => parts.map(({ telling }) => telling.read.doc.id))
  const around = new Set(docs.flatMap((id) => numberOf(memory, id) ?? []))
  for (const number of [...numbers, ...around]) {
    for (const { earlier } of readQuotes(memory, number)) around.add(numberOf(memory, earlier.doc) ?? number)
  }
  return new Set([...around].filter((number) => !numbers.has(number)))
}

// The entities that no doc names any more.
function noteAllBearers({ memory }: Pass, docs: readonly FinishedDoc[], gone: readonly Id<'doc'>[]): Id<'entity'>[] {
  const lost = new Set(gone.flatMap((id) => noteBearers(memory, id, new Set())))
  for (const { read, chains } of docs) {
    const ids = new Set(chains.map(({ entity }) => entity.id))
    for (const id of noteBearers(memory, read.doc.id, ids)) lost.add(id)
  }
  for (const { chains } of docs) for (const { entity } of chains) lost.delete(entity.id)
  return [...lost]
}
