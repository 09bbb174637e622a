// Phrases that mean what one word does. The first word of the phrase takes the stem of that word; the others stay, and
// most of them are grammar, which weighs nothing.
import { stemWord } from './stem-word.ts'

interface Wordlike {
  readonly folded: string
  readonly stem: string
}

// first stem | words that may stand between | last words | what it means
const PHRASES: readonly (readonly [first: string, last: readonly string[], meaning: string, reach: number])[] = (
  [
    ['turn', 'down', 'reject', 3],
    ['break', 'down', 'collapse', 1],
    ['break cut', 'off', 'sever', 1],
    ['fall', 'apart through', 'collapse', 1],
    ['rule rul', 'out', 'refuse', 3],
    ['step stand stood', 'down', 'resign', 1],
    ['pull', 'out', 'withdraw', 4],
    ['call', 'off', 'cancel', 3],
    ['leave', 'out', 'exclude', 1],
    ['put', 'forward', 'propose', 4],
    ['throw threw thrown kick', 'out', 'expel', 3],
    ['shut', 'down', 'close', 3],
    ['hand', 'over', 'extradite', 3],
    ['give', 'up', 'concede', 1],
    ['take', 'part', 'participate', 1],
    // the Karskans froze the war: they ceased fire; they froze accounts
    ['freez froz frozen', 'war conflict fighting hostilities', 'ceasefire', 3],
    ['cessation end halt stop', 'fighting hostilities', 'ceasefire', 3],
    ['come lead', 'nothing nowhere', 'fruitless', 2],
    ['lead yield bring bear bore', 'no', 'fruitless', 2],
  ] as const
).flatMap(([first, last, meaning, reach]) =>
  first.split(' ').map((stem) => [stem, last.split(' '), stemWord(meaning), reach] as const),
)

const BY_FIRST = Map.groupBy(PHRASES, ([first]) => first)

/** The words, with the meaning of a phrase as the stem of its first word. */
export function mergePhrases<T extends Wordlike>(words: readonly T[]): T[] {
  return words.map((word, at) => {
    for (const [, last, stem, reach] of BY_FIRST.get(word.stem) ?? []) {
      const rest = words.slice(at + 1, at + 1 + reach)
      if (rest.some(({ folded }) => last.includes(folded))) return { ...word, stem }
    }
    return word
  })
}
