// Who speaks in a saying, by the names that the desk knows them by; where it knows none, by the fullest words of the report.
import type { StatedSource } from '../../model/attribution.ts'
import type { Id } from '../../model/id.ts'
import { wordsOf } from '../../model/span.ts'
import type { Saying } from '../find-sayings.ts'

/** The name of the entity that a doc's chain is held to be, by "doc chain". */
export type NameOf = Pick<ReadonlyMap<string, string>, 'get'>

/** One name each of those who speak; none where nobody is named as the source. */
export function namesOfSources(saying: Saying, nameOf: NameOf): string[] {
  const { source } = saying.attribution
  return source.kind === 'unstated' ? [] : namesOf(source, saying, nameOf)
}

/** The names of one source: two of "Karsk and Veldania". */
export function namesOf(source: StatedSource, saying: Saying, nameOf: NameOf): string[] {
  const names = source.who.flatMap((chain) => nameOfChain(chain, saying, nameOf) ?? [])
  return names.length > 0 ? [...new Set(names)] : [wordsOf(saying.doc.text, source.words)]
}

/** The name that a chain of the report goes by. */
export function nameOfChain(chain: Id<'chain'>, { doc, reading }: Saying, nameOf: NameOf): string | undefined {
  return nameOf.get(`${doc.id} ${chain}`) ?? reading.chains.find(({ id }) => id === chain)?.name
}
