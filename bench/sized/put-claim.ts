// The rows of a claim: where it stands, who put it forward or denied it, and how many origins are behind it.
import { countOrigins } from '../../src/link/count-origins.ts'
import { toldOf } from '../../src/link/keep-tellers.ts'
import type { StatedSource } from '../../src/model/attribution.ts'
import type { Appearance, Bearing, Claim, Entity } from '../../src/model/claim.ts'
import { digestOfParts } from '../../src/model/digest.ts'
import type { Doc } from '../../src/model/doc.ts'
import { cite } from '../../src/model/evidence.ts'
import { asId, type Id } from '../../src/model/id.ts'
import type { Teller } from '../../src/model/origin.ts'
import type { Stance } from '../../src/model/timeline.ts'
import { makeLedger } from '../../src/track/make-ledger.ts'
import { claimOf, entityOf, kindOf, nameOf, wordingOf } from './invent-names.ts'
import { type Put, putLinked } from './put-rows.ts'
import type { Told } from './tell-report.ts'

export function chainsIn({ reading, said }: Told): Map<Id<'chain'>, number> {
  const chains = reading.attributions.flatMap(({ source }, at) => {
    const chain = source.kind === 'unstated' ? undefined : source.who[0]
    const person = said[at]?.person
    return chain === undefined || person === undefined ? [] : [[chain, person] as const]
  })
  return new Map(chains)
}

function entitiesIn(told: readonly Told[]): Entity[] {
  const chainsOf = new Map<number, { doc: Id<'doc'>; chain: Id<'chain'> }[]>()
  for (const one of told) {
    for (const [chain, person] of chainsIn(one)) {
      const refs = chainsOf.get(person)
      if (refs) refs.push({ doc: one.doc.id, chain })
      else chainsOf.set(person, [{ doc: one.doc.id, chain }])
    }
  }
  return [...chainsOf].map(([person, chains]) => ({
    id: entityOf(person),
    kind: kindOf(person),
    name: nameOf(person),
    chains: chains as unknown as Entity['chains'],
  }))
}

// As the linker keeps them: people and governments by name, officials by the outlet that heard them.
function tellerOf(person: number, doc: Doc, { words: [words] }: StatedSource): Teller {
  const named = { name: nameOf(person), entity: { id: entityOf(person), name: nameOf(person) } }
  const told = { ...named, heads: { atLeast: 1, atMost: 1 }, evidence: cite(doc, words) }
  if (kindOf(person) !== 'group') return { kind: 'named', key: entityOf(person), ...told }
  return {
    kind: 'unnamed',
    key: `${nameOf(person)}|officials`,
    isRetold: false,
    ...told,
    ...(doc.outlet && { toldTo: doc.outlet }),
  }
}

export function putClaim(
  put: Put,
  {
    story,
    id: storyId,
    claim,
    uses,
  }: {
    readonly story: number
    readonly id: Id<'story'>
    readonly claim: number
    readonly uses: readonly { readonly told: Told; readonly said: Told['said'][number] }[]
  },
): void {
  const id = claimOf(story, claim)
  const bearings: Bearing[] = []
  const appearances: Appearance[] = []
  const stances: Stance[] = []
  for (const { told, said } of uses) {
    const { doc, reading } = told
    const attribution = reading.attributions[said.at]
    if (!attribution) continue
    const [span] = attribution.content
    const evidence = { doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }
    const base = { claim: id, doc: doc.id, attribution: attribution.id, evidence }
    bearings.push({ ...base, because: 'the words are the same' })
    stances.push({
      ...base,
      holder: entityOf(said.person),
      act: said.act,
      printed: doc.published ?? '',
      confidence: attribution.confidence,
    })
    if (said.act === 'denies' || said.act === 'declines to comment') continue
    const own = asId<'appearance'>(digestOfParts('bench appearance', id, doc.id, said.at))
    appearances.push({
      ...base,
      id: own,
      at: doc.published ?? '',
      lineage: [{ kind: 'named in text', from: doc.outlet ?? '', evidence }],
      tellers: attribution.source.kind === 'unstated' ? [] : [tellerOf(said.person, doc, attribution.source)],
    })
  }
  const [first] = bearings
  if (!first) return
  const thing: Claim = { id, aliases: [], wording: wordingOf(story, claim), about: [], evidence: [first.evidence] }
  const outlets = new Map(uses.map(({ told: { doc } }) => [doc.id, doc.outlet]))
  const independence = countOrigins(
    { id },
    toldOf(appearances, (doc) => outlets.get(doc)),
  )
  const docs = [...new Map(uses.map(({ told }) => [told.doc.id, told])).values()]
  const linked = {
    entities: entitiesIn(docs),
    claims: [thing],
    bearings,
    appearances,
    independences: [independence],
    quoteMatches: [],
    copyGroups: [],
  }
  const [row] = makeLedger({ docs, linked, stances, storyOf: new Map([[id, storyId]]) })
  const at = docs[0]?.doc.published ?? ''
  const owner = `claim ${id}`
  const keys = { sort: at, claim: id }
  putLinked(put, owner, { noun: 'claim', id, ...keys, doc: first.doc, thing })
  putLinked(put, owner, { noun: 'independence', id, ...keys, thing: independence })
  if (row)
    putLinked(put, owner, { noun: 'ledger_row', id, ...keys, sort: `${row.firstPrinted ?? '9999'} ${at}`, thing: row })
  const list = (
    noun: 'bearing' | 'appearance' | 'stance',
    things: readonly (Bearing | Appearance | Stance)[],
  ): void => {
    for (const [place, one] of things.entries()) {
      const sort = `${at} ${String(place).padStart(6, '0')}`
      const own = noun === 'appearance' && 'id' in one ? one.id : `${id} ${String(place).padStart(6, '0')}`
      putLinked(put, owner, { noun, id: own, sort, claim: id, doc: one.doc, thing: one })
    }
  }
  list('bearing', bearings)
  list('appearance', appearances)
  list('stance', stances)
}
