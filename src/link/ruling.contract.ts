// For tests: decisions on docs written by hand, made as the desk makes them.
import type { Attribution } from '../model/attribution.ts'
import type { Decision, LookedAt, Ruling, Target } from '../model/decision.ts'
import { asId } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import { lookAt } from '../model/reanchor.ts'
import type { NonEmpty } from '../model/span.ts'

/** A decision of this ruling. */
export function rule(ruling: Ruling, why = 'as read in print'): Decision {
  return {
    id: asId(`decision ${JSON.stringify(ruling).length} ${why}`),
    by: asId('Ada Orme'),
    at: '2031-03-09T10:00:00.000Z',
    ruling,
    why,
  }
}

/** The attribution of this place in the list of a report, as a person looked at it. */
export function attributionOf(read: ReadDoc, at = 0): Target {
  const attribution = read.reading.attributions[at]
  if (!attribution) throw new Error(`${read.doc.name} has no attribution ${at}`)
  const { id, cue, content }: Attribution = attribution
  const words = [cue[0], ...content].map((span) => lookAt(read.doc, span, read.doc.name))
  return { noun: 'attribution', id, words: words as unknown as NonEmpty<LookedAt> }
}

/** The claim of this place in the ledger, as a person looked at it. */
export function claimOf({ claims }: Linked, reads: readonly ReadDoc[], at = 0): Target {
  const claim = claims[at]
  if (!claim) throw new Error(`there is no claim ${at}`)
  const words = claim.evidence.flatMap(({ doc, span }) =>
    reads.filter((one) => one.doc.id === doc).map((one) => lookAt(one.doc, span, one.doc.name)),
  )
  return { noun: 'claim', id: claim.id, words: words as unknown as NonEmpty<LookedAt> }
}

/** The entity of this name, as a person looked at it. */
export function entityOf({ entities }: Linked, reads: readonly ReadDoc[], name: string): Target {
  const entity = entities.find((one) => one.name === name)
  if (!entity) throw new Error(`nobody is called ${name}; there are ${entities.map((one) => one.name).join(', ')}`)
  const words = entity.chains.flatMap(({ doc, chain }) =>
    reads
      .filter((one) => one.doc.id === doc)
      .flatMap((read) => {
        const mention = read.reading.chains.find(({ id }) => id === chain)?.mentions[0]
        return mention ? [lookAt(read.doc, mention.span, read.doc.name)] : []
      }),
  )
  return { noun: 'entity', id: entity.id, words: words as unknown as NonEmpty<LookedAt> }
}
