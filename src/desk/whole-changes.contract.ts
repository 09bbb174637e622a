// All that was linked and tracked at once, as rows that take the place of everything before.

import type { Id } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import type { DocChains, LinkedNoun } from '../model/linked-nouns.ts'
import type { LinkedChanges, MadeRow, Replacement } from '../model/shelf.ts'

/** The whole as changes, each thing sorted as it comes. `docs` are those it was made of, in their order. */
export function wholeChanges(made: Linked & Tracked, docs: readonly Id<'doc'>[]): LinkedChanges {
  const rows = new Map<string, MadeRow[]>()
  const add = <T extends object>(noun: LinkedNoun, things: readonly T[], keysOf: (thing: T) => Keys): void => {
    for (const [at, thing] of things.entries()) {
      const sort = String(at).padStart(SORT_DIGITS, '0')
      const { owner, ...keys } = keysOf(thing)
      const own = rows.get(owner)
      const row = { noun, id: sort, sort, ...keys, thing }
      if (own) own.push(row)
      else rows.set(owner, [row])
    }
  }
  const ofClaim = ({ claim, doc }: { claim: Id<'claim'>; doc?: Id<'doc'> }): Keys => {
    return { owner: `claim ${claim}`, claim, ...(doc && { doc }) }
  }
  const entities = made.entities.map(({ chains, ...entity }) => entity)
  add('entity', entities, ({ id }) => ({ owner: `entity ${id}`, id }))
  add('chains', chainsByDoc(made, docs), ({ doc }) => ({ owner: `chains ${doc}`, id: doc, doc }))
  add('claim', made.claims, ({ id }) => ({ ...ofClaim({ claim: id }), id }))
  add('bearing', made.bearings, ofClaim)
  add('appearance', made.appearances, (one) => ({ ...ofClaim(one), id: one.id }))
  add('independence', made.independences, ofClaim)
  add('stance', made.stances, ofClaim)
  add('ledger_row', made.rows, (row) => ({ ...ofClaim(row), id: row.claim }))
  add('quote_match', made.quoteMatches, ({ later: { doc } }) => ({ owner: `quotes ${doc}`, doc }))
  add('copy_group', made.copyGroups, ({ first }) => ({ owner: `copies ${first}`, doc: first }))
  add('story', made.stories, ({ id }) => ({ owner: `story ${id}`, id }))
  const replacements = [...rows].map(([owner, own]): Replacement => ({ owner, rows: own }))
  return { isWhole: true, replacements }
}

type Keys = Pick<MadeRow, 'claim' | 'doc'> & { readonly owner: string; readonly id?: string }

const SORT_DIGITS = 9 // text sorts by bytes

function chainsByDoc({ entities }: Linked, docs: readonly Id<'doc'>[]): DocChains[] {
  const chainsOf = new Map(docs.map((doc) => [doc, [] as DocChains['chains'][number][]]))
  for (const { id, chains } of entities) {
    for (const { doc, chain } of chains) chainsOf.get(doc)?.push([chain, id])
  }
  return [...chainsOf].filter(([, chains]) => chains.length > 0).map(([doc, chains]) => ({ doc, chains }))
}
