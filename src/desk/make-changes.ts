// What came of linking and tracking some reports, as rows that take the place of what was there before of the same claims,
// reports and entities.
import type { Finished } from '../link/finish.ts'
import type { FinishedDoc } from '../link/finish-doc.ts'
import { gatherFinished } from '../link/gather-finished.ts'
import type { Id } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { MadeRow, Replacement } from '../model/shelf.ts'
import type { Stance } from '../model/timeline.ts'
import { judgeStances } from '../track/judge-stances.ts'
import { makeLedger } from '../track/make-ledger.ts'

/** The rows of a portion of what changed. `storyOf`: of the report that a claim was first put in. */
export function makeChanges(finished: Finished, storyOf: (doc: Id<'doc'>) => Id<'story'> | undefined): Replacement[] {
  const { claims, docs, grounds, copies, gone } = finished
  const linked = gatherFinished(finished)
  const reads = grounds.map(({ read }) => read)
  const stances = judgeStances(reads, linked)
  const storyOfClaim = new Map(
    claims.flatMap(({ claim }) => {
      const story = storyOf(claim.evidence[0].doc)
      return story ? [[claim.id, story] as const] : []
    }),
  )
  const rows = makeLedger({ docs: reads, linked, stances, storyOf: storyOfClaim })
  const stancesOf = Map.groupBy(stances, ({ claim }) => claim)
  const rowOf = new Map(rows.map((row) => [row.claim, row]))
  return [
    ...gone.docs.flatMap((doc) => ['chains', 'quotes', 'copies'].map((of) => ({ owner: `${of} ${doc}`, rows: [] }))),
    ...gone.claims.map((claim) => ({ owner: `claim ${claim}`, rows: [] })),
    ...gone.entities.map((entity) => ({ owner: `entity ${entity}`, rows: [] })),
    ...claims.map((one) => replaceClaim(one, stancesOf.get(one.claim.id) ?? [], rowOf.get(one.claim.id))),
    ...docs.flatMap(replaceDoc),
    ...replaceEntities(docs),
    ...copies.flatMap(replaceCopies),
  ]
}

function replaceClaim(
  { claim, at, bearings, appearances, independence }: Finished['claims'][number],
  stances: readonly Stance[],
  row: LedgerRow | undefined,
): Replacement {
  const keys = { sort: at, claim: claim.id }
  const [first] = claim.evidence
  return {
    owner: `claim ${claim.id}`,
    rows: [
      { noun: 'claim', id: claim.id, ...keys, doc: first.doc, thing: claim },
      { noun: 'independence', id: claim.id, ...keys, thing: independence },
      ...(row ? [{ noun: 'ledger_row', id: claim.id, ...keys, sort: sortOfRow(row, at), thing: row } as const] : []),
      ...list('bearing', bearings, keys),
      ...list('appearance', appearances, keys),
      ...list('stance', stances, keys),
    ],
  }
}

const UNDATED = '9999'

// By first printing, the undated after all that are dated; of equal days the claim that was put first.
function sortOfRow({ firstPrinted = UNDATED }: LedgerRow, at: string): string {
  return `${firstPrinted} ${at}`
}

function idOf(thing: { readonly id?: string }): string {
  return thing.id ?? ''
}

function list<T extends { readonly doc: Id<'doc'>; readonly id?: string }>(
  noun: 'bearing' | 'appearance' | 'stance',
  things: readonly T[],
  { sort, claim }: { readonly sort: string; readonly claim: Id<'claim'> },
): MadeRow[] {
  return things.map((thing, at) => {
    const place = String(at).padStart(6, '0')
    return {
      noun,
      id: noun === 'appearance' ? idOf(thing) : `${claim} ${place}`,
      sort: `${sort} ${place}`,
      claim,
      doc: thing.doc,
      thing,
    }
  })
}

function replaceDoc({ read, at, chains, quotes }: FinishedDoc): Replacement[] {
  const doc = read.doc.id
  const named = chains.map(({ chain, entity }) => [chain, entity.id] as const)
  const thing = { doc, chains: named }
  return [
    { owner: `chains ${doc}`, rows: named.length > 0 ? [{ noun: 'chains', id: doc, sort: at, doc, thing }] : [] },
    {
      owner: `quotes ${doc}`,
      rows: quotes.map((match, place): MadeRow => {
        const sort = String(place).padStart(6, '0')
        return { noun: 'quote_match', id: `${doc} ${sort}`, sort: `${at} ${sort}`, doc, thing: match }
      }),
    },
  ]
}

function replaceEntities(docs: readonly FinishedDoc[]): Replacement[] {
  const chains = docs.flatMap((doc) => doc.chains)
  const last = new Map(chains.map((named) => [named.entity.id, named]))
  return [...last.values()].map(({ entity, at }) => ({
    owner: `entity ${entity.id}`,
    rows: [{ noun: 'entity', id: entity.id, sort: `${at} ${entity.id}`, thing: entity }],
  }))
}

function replaceCopies({ docs, groups }: Finished['copies'][number]): Replacement[] {
  const groupOf = new Map(groups.map((group) => [group.first, group]))
  return docs.map(({ id, at }): Replacement => {
    const group = groupOf.get(id)
    return {
      owner: `copies ${id}`,
      rows: group ? [{ noun: 'copy_group', id, sort: at, doc: id, thing: group }] : [],
    }
  })
}
