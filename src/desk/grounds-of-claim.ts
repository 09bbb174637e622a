// What of a desk has to do with one claim: its first prints and answers with their reports, and all that counts them. A claim
// that thousands printed is told from the first of them, so that its page is as quick as any other's.
import { findCount, listByIds, listDocsOfClaim, listOfTheseDocs } from '../archive/linked-parts.ts'
import type { ChainRef, Claim, Entity } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Linked } from '../model/ledger.ts'
import type { LinkedNouns } from '../model/linked-nouns.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { ClaimGrounds } from './claim-file.ts'
import type { Desk } from './desk.ts'
import { readsById } from './reads-by-id.ts'

/** The grounds of a claim, and how many of its reports they leave out. */
export interface FoundGrounds extends ClaimGrounds {
  readonly prints: number // reports that put it forward, later versions among them
  readonly answers: number // reports that only answer it
  readonly isPart: boolean // not all of these are there
}

/** Which of a claim's reports to take, in the order of printing. */
export interface Part {
  readonly from: number
  readonly most: number // of those that put it forward, and as many of those that answer
}

/** The grounds of the claim. Each lookup goes by the claim's id or a doc's; none reads a list of the desk. */
export function groundsOfClaim(desk: Pick<Desk, 'store'>, claim: Claim, { from, most }: Part): FoundGrounds {
  const { store } = desk
  const { prints, stances } = listDocsOfClaim(store, claim.id)
  const put = new Set(prints)
  const answers = stances.filter((doc) => !put.has(doc))
  const docs = [...prints.slice(from, from + most), ...answers.slice(from, from + most)]
  const { row, independence } = findCount(store, claim.id)
  const own = listOfTheseDocs(store, docs, ['appearance', 'bearing', 'stance'], claim.id)
  const correcting = own.stance.flatMap(({ act, doc }) => (act === 'corrects' ? [doc] : []))
  const instead = listOfTheseDocs(store, correcting, ['appearance']).appearance.filter((one) => one.claim !== claim.id)
  const quoteMatches = listMatchesAround(
    store,
    own.bearing.map(({ doc }) => doc),
  )
  const around = quoteMatches.flatMap(({ earlier, later }) => [earlier.doc, later.doc])
  const reads = readsById(desk, [...docs, ...claim.evidence.slice(0, 1).map(({ doc }) => doc), ...around])
  const { chains } = listOfTheseDocs(store, docs, ['chains'])
  const tellers = independence?.origins.slice(0, most).map(({ teller }) => teller) ?? []
  const linked: Linked = {
    claims: [claim],
    bearings: own.bearing,
    appearances: [...own.appearance, ...instead],
    independences: independence ? [independence] : [],
    entities: listEntities(store, [...own.stance.map(({ holder }) => holder), ...tellers], chains),
    quoteMatches,
    copyGroups: [],
  }
  return {
    docs: [...reads.values()],
    linked,
    tracked: { stances: own.stance, rows: row ? [row] : [] },
    prints: prints.length,
    answers: answers.length,
    isPart: docs.length < prints.length + answers.length,
  }
}

const ROUNDS = 3 // a form of a form of a form

/** How the quotations of these docs compare. The printings of one remark are each compared with one before: back to the first. */
export function listMatchesAround(store: Desk['store'], docs: readonly Id<'doc'>[], rounds = ROUNDS): QuoteMatch[] {
  const found: QuoteMatch[] = []
  const seen = new Set<string>()
  let next: Id<'doc'>[] = [...new Set(docs)]
  for (let round = 0; round < rounds && next.length > 0; round += 1) {
    for (const doc of next) seen.add(doc)
    const matches = listOfTheseDocs(store, next, ['quote_match']).quote_match
    found.push(...matches)
    next = [...new Set(matches.map(({ earlier }) => earlier.doc))].filter((doc) => !seen.has(doc))
  }
  return found
}

function listEntities(
  store: Desk['store'],
  ids: readonly Id<'entity'>[],
  chains: readonly LinkedNouns['chains'][],
): Entity[] {
  const refs = new Map<Id<'entity'>, ChainRef[]>()
  for (const { doc, chains: named } of chains) {
    for (const [chain, entity] of named) {
      const known = refs.get(entity)
      if (known) known.push({ doc, chain })
      else refs.set(entity, [{ doc, chain }])
    }
  }
  return listByIds(store, 'entity', ids).flatMap((entity): Entity[] => {
    const [first, ...others] = refs.get(entity.id) ?? []
    return first ? [{ ...entity, chains: [first, ...others] }] : []
  })
}
