// How an unnamed source is printed in the ledger and known again: side and head noun, "three Karskan officials" ->
// "Karskan officials".
import type { AnonymousSource } from '../model/attribution.ts'
import { wordsOf } from '../model/span.ts'
import { foldBody } from './fold-name.ts'

// Singular and plural, with the kind that tells unnamed groups apart: an aide may be one of "the officials".
const HEADS: Readonly<Record<string, string>> = {
  source: 'source',
  person: 'source',
  individual: 'source',
  insider: 'source',
  official: 'official',
  officer: 'official',
  aide: 'official',
  adviser: 'official',
  advisor: 'official',
  minister: 'official',
  diplomat: 'diplomat',
  envoy: 'diplomat',
  negotiator: 'diplomat',
  lawmaker: 'lawmaker',
  legislator: 'lawmaker',
  senator: 'lawmaker',
  soldier: 'soldier',
  commander: 'soldier',
  analyst: 'analyst',
  expert: 'analyst',
  witness: 'witness',
}

/** The head noun of a description in the singular, and the kind of source it makes. */
export function headOfDescription(words: string): { head: string; kind: string } {
  const found = words.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const word of found) {
    const singular = word === 'people' ? 'person' : word.replace(/(?<=ss)es$|(?<!s)s$/, '')
    const kind = HEADS[singular]
    if (kind) return { head: singular, kind }
  }
  return { head: 'source', kind: 'source' }
}

/** "three anonymous Karskan sources" -> "Karskan sources"; "a senior official" -> "unnamed official". */
export function describeAnonymous(text: string, source: AnonymousSource, side = source.side): string {
  const { head } = headOfDescription(wordsOf(text, source.words))
  const isMany = source.count.atLeast > 1 || source.among !== undefined
  const noun = isMany ? (head === 'person' ? 'people' : /s$/.test(head) ? `${head}es` : `${head}s`) : head
  return `${side ?? 'unnamed'} ${noun}`
}

/** What must agree for two unnamed sources of one outlet to be held to be one group: their side and their kind. */
export function keyOfAnonymous(text: string, source: AnonymousSource, side = source.side): string {
  return `${side ? foldBody(side) : ''}|${headOfDescription(wordsOf(text, source.words)).kind}`
}
