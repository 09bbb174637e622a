// What an id is of, so that whoever gives one of another noun hears what it is.
import { docOfSaid } from '../archive/catalogue/doc-of-said.ts'
import { findLinked } from '../archive/linked.ts'
import { listAttributionsFrom, listIdsFrom, openReports } from '../archive/look-up.ts'
import type { Attribution } from '../model/attribution.ts'
import type { Target } from '../model/decision.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'
import type { Grounds } from './find-target.ts'

const ID_SHORTEST = 6 // letters and figures from which a word is taken for the beginning of an id
const MOST = 20 // that begin alike

/** What an id, or the beginning of one, is of, and what to call it. */
export function nounOf(grounds: Grounds, id: string): { noun: Target['noun']; told: string } | undefined {
  const { store } = grounds
  if (!/^[0-9a-f]+$/.test(id) || id.length < ID_SHORTEST) return undefined
  const [claim] = listIdsFrom(store, 'claim', id, 1)
  if (claim !== undefined) return { noun: 'claim', told: `a claim (“${findLinked(store, 'claim', claim)?.wording}”)` }
  const [entity] = listIdsFrom(store, 'entity', id, 1)
  const who = entity === undefined ? undefined : findLinked(store, 'entity', entity)
  if (who) return { noun: 'entity', told: `${who.name} (${who.kind})` }
  const [said] = findAttributionsBy(grounds, id)
  if (!said) return undefined
  const words = wordsOf(said.read.doc.text, said.attribution.content).replace(/\s+/g, ' ')
  return { noun: 'attribution', told: `an attribution (“${words}” in ${said.read.doc.name})` }
}

/** The attributions whose ids begin so, each with its report as the reader left it. */
export function findAttributionsBy(
  { store }: Pick<Grounds, 'store'>,
  id: string,
): { read: ReadDoc; attribution: Attribution }[] {
  if (id === '') return []
  const doc = docOfSaid(store, id) // a whole id, as pages and programs give it: no report is looked through
  const read = doc && openReports(store).of(doc)
  const known = read?.reading.attributions.find((one) => one.id === id)
  if (read && known) return [{ read, attribution: known }]
  return listAttributionsFrom(store, id, MOST).flatMap((read) =>
    read.reading.attributions
      .filter((attribution) => attribution.id.startsWith(id))
      .map((attribution) => ({ read, attribution })),
  )
}
