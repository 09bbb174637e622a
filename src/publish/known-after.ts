// Whom the lines before named in full, so that the surname is enough: "Defence Minister Per Oskarde said …. “…,” Oskarde told a
// seminar." Two of one surname, in whatever reports, are named in full each time.
import type { Saying } from './find-sayings.ts'
import { type Known, surnameOf } from './name-source.ts'
import { outermost } from './write-line.ts'

/** Those who spoke in the lines of these sayings, by name. */
export function knownAfter(told: readonly Saying[]): Known[] {
  const speakers = told.flatMap((saying) => {
    const { doc, reading, attribution } = outermost(saying)
    const { source } = attribution
    if (source.kind !== 'person' || source.who.length !== 1) return []
    const chain = reading.chains.find(({ id }) => id === source.who[0])
    const surname = chain && surnameOf(chain)
    return chain && surname
      ? [{ doc: doc.id, chain: chain.id, surname, who: saying.holder ?? `${doc.id} ${chain.id}` }]
      : []
  })
  const bearers = Map.groupBy(speakers, ({ surname }) => surname)
  const isOne = (surname: string): boolean => new Set(bearers.get(surname)?.map(({ who }) => who)).size === 1
  return speakers.flatMap(({ doc, chain, surname }): Known[] => (isOne(surname) ? [{ doc, chain }] : []))
}
