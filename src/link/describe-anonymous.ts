// How an unnamed source is printed in the ledger and known again: by the name its doc gives the chain, which is side
// and head noun ("three unnamed Karskan officials" -> "Karskan officials").
import type { AnonymousSource } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'
import { foldBody } from './fold-name.ts'

// Nouns that one outlet puts for another when it retells: an aide may be one of "the officials".
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    person: 'source',
    people: 'source',
    individual: 'source',
    insider: 'source',
    officer: 'official',
    aide: 'official',
    adviser: 'official',
    advisor: 'official',
    minister: 'official',
    envoy: 'diplomat',
    negotiator: 'diplomat',
    legislator: 'lawmaker',
    senator: 'lawmaker',
  }),
)

const DOCUMENTS: ReadonlySet<string> = new Set(
  `copy draft transcript letter memo memorandum report study statement document paper text email note record survey poll
  analysis review filing indictment recording video`.split(/\s+/),
)

/** "a study", "a copy": a document that nothing shows the issuer of. Any other name as it is. */
export function nameDocument(name: string): string {
  if (!DOCUMENTS.has(name.toLowerCase())) return name
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`
}

/** "Karskan officials", "Karskan official"; "unnamed source" where the doc gives no side. */
export function describeAnonymous(read: ReadDoc, source: AnonymousSource): string {
  const isLast = wordsOf(read.doc.text, source.words).trimEnd().endsWith(' and others') // Karskan officials and others
  return isLast ? `${nameGroup(read, source)} and others` : nameGroup(read, source)
}

function nameGroup({ reading }: ReadDoc, { who, side }: AnonymousSource): string {
  const name = reading.chains.find(({ id }) => id === who[0])?.name ?? 'source'
  const bare = name.replace(/^(?:an?|the|some|several|\d+)\s+/i, '')
  if (DOCUMENTS.has(bare.toLowerCase())) return nameDocument(bare)
  return side || /^\p{Lu}/u.test(bare) ? bare : `unnamed ${bare}`
}

/** What must agree for two unnamed sources of one outlet to be held to be one group: their side and their kind. */
export function keyOfAnonymous(read: ReadDoc, source: AnonymousSource): string {
  const head = nameGroup(read, source).split(' ').at(-1)?.toLowerCase() ?? ''
  const singular = head === 'people' ? head : head.replace(/(?<=ss)es$|(?<!s)s$/, '')
  return `${source.side ? foldBody(source.side) : ''}|${KINDS.get(singular) ?? singular}`
}
