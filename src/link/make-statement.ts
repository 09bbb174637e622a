// A sentence made ready for comparing: its words with their weights, and which of them stand under a "not".
import type { Vector } from '../model/vector.ts'
import { isGrammar, weighWord } from './common-words.ts'
import { findNegations, isNegator } from './find-negations.ts'
import { mergeNumbers } from './merge-numbers.ts'
import { mergePhrases } from './merge-phrases.ts'
import { splitWords, type Word } from './split-words.ts'
import { headStem } from './synonyms.ts'

/** A word that tells something, with its weight and whether it stands under a negator. */
export interface Term extends Word {
  readonly weight: number
  readonly isNegated: boolean
  readonly of?: string // the state for which whom it names acts, as a stem: of a president, his country
}

export interface Statement extends Stated {
  readonly words: readonly Word[]
  readonly terms: readonly Term[] // the words of weight, in order
  readonly weight: number // of all terms
  readonly keys: ReadonlyMap<string, number> // by which it is found: telling terms with their weights
  readonly tellingWeight: number
  readonly vector?: Vector // absent where none was made: then words alone decide
}

/** What a statement is made of, and can be made of again. */
export interface Stated {
  readonly text: string
  readonly namings: readonly Naming[]
  readonly isMidSentence: boolean // the text does not begin its sentence
  readonly printed?: string // the instant at which the report came out
}

/** Words of the text that name somebody already known: all mentions of one entity get one key. */
export interface Naming {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly of?: string
}

const TELLING = 0.55 // a word of lesser weight stands in too many claims to find one by
const NAME_BONUS = 0.15 // a name or a number tells more than a noun of its length
const NUMBER_WEIGHT = 1
const PLACE_WEIGHT = 0.7 // a country at war stands in every second claim
const PRONOUN_WEIGHT = 0.5 // "he", resolved, is still what every sentence about him has

/**
 * The statement that a text makes. Where `namings` are given, the words under each become one word of that key.
 * `isMidSentence`: the text does not begin its sentence, so that a capital on its first word makes a name.
 */
export function makeStatement(text: string, namings: readonly Naming[] = [], isMidSentence = false): Statement {
  const words = withNamings(mergePhrases(mergeNumbers(text, splitWords(text, isMidSentence))), namings)
  const negated = findNegations(text, words)
  const terms = words.flatMap((word, at): Term[] => {
    const weight = weightOf(word)
    return weight > 0 && !isNegator(word) ? [{ ...word, weight, isNegated: negated[at] ?? false }] : []
  })
  const telling = terms.filter(({ weight }) => weight >= TELLING)
  return {
    text,
    namings,
    isMidSentence,
    words,
    terms,
    weight: terms.reduce((sum, term) => sum + term.weight, 0),
    keys: new Map(telling.flatMap((term) => keysOf(term).map((key) => [key, term.weight] as const))),
    tellingWeight: telling.reduce((sum, term) => sum + term.weight, 0),
  }
}

// A name tied to an entity is found by the entity and by its printed form; a word with synonyms, by their group.
function keysOf({ stem, folded, isName }: Term): string[] {
  const bare = folded.replace(/'s$|'$/, '')
  if (stem.startsWith('@')) return isName ? [stem, bare] : [stem]
  return [isName && !stem.startsWith('#') ? bare : headStem(stem)]
}

function weightOf(word: Word): number {
  if (word.isNumber) return NUMBER_WEIGHT
  if (word.stem.startsWith('#')) return PLACE_WEIGHT
  if (word.stem.startsWith('@')) return isGrammar(word.folded) ? PRONOUN_WEIGHT : 1
  const weight = weighWord(word.folded, word.stem)
  return weight > 0 && word.isName ? weight + NAME_BONUS : weight
}

function withNamings(words: readonly Word[], namings: readonly Naming[]): (Word & { readonly of?: string })[] {
  if (namings.length === 0) return [...words]
  const made: (Word & { readonly of?: string })[] = []
  let last: Naming | undefined
  for (const word of words) {
    const naming = namings.find(({ start, end }) => start <= word.start && word.end <= end)
    const before = made.at(-1)
    if (naming && naming === last && before) {
      // "Ilse Marrow" is one word; "the envoy" weighs what "envoy" does, not what "the" does
      made[made.length - 1] = {
        ...before,
        end: word.end,
        folded: isGrammar(before.folded) ? word.folded : before.folded,
      }
      continue
    }
    made.push(
      naming
        ? { ...word, stem: `@${naming.key}`, isName: true, isNumber: false, ...(naming.of && { of: naming.of }) }
        : word,
    )
    last = naming
  }
  return made
}
