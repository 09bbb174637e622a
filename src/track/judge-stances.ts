// Who took which stance towards a claim: one for each holder of each attribution that bears on it.
import { type Act, putsForward } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Bearing } from '../model/claim.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { Stance } from '../model/timeline.ts'

/** The stances of a desk's docs, in the order of the bearings. Words that nobody stands behind give none. */
export function judgeStances(
  docs: readonly ReadDoc[],
  { bearings, entities }: Pick<Linked, 'bearings' | 'entities'>,
): Stance[] {
  const readById = new Map(docs.map((read) => [read.doc.id, read]))
  const holderOf = new Map(
    entities.flatMap(({ id, chains }) => chains.map(({ doc, chain }) => [`${doc} ${chain}`, id] as const)),
  )
  return bearings.flatMap((bearing): Stance[] => {
    const read = readById.get(bearing.doc)
    const attribution = read?.reading.attributions.find(({ id }) => id === bearing.attribution)
    if (!read || !attribution || attribution.source.kind === 'unstated') return []
    const { said, source, confidence } = attribution
    const { published } = read.doc
    return source.who.flatMap((chain): Stance[] => {
      const holder = holderOf.get(`${bearing.doc} ${chain}`)
      if (!holder) return []
      return [
        {
          claim: bearing.claim,
          holder,
          act: judgeAct(bearing, attribution),
          ...(said && { said: { from: said.from, until: said.until } }),
          ...(published && { printed: published }),
          doc: bearing.doc,
          attribution: attribution.id,
          evidence: bearing.evidence,
          confidence,
          ...(bearing.laterVersionOf && { laterVersionOf: bearing.laterVersionOf }),
          ...(bearing.gone && { gone: bearing.gone }),
        },
      ]
    })
  })
}

// The official said there had been no offer -> on the claim that there was one: denies. Doubt and silence stay as they
// are, and so does what the verb already turns round: "denied that there was an offer".
function judgeAct({ contrary }: Bearing, { act }: Attribution): Act {
  return contrary && putsForward(act) ? 'denies' : act
}
