// Which words are those of removed reports: a run of several that stands in one of them and in none of the texts that stay, or a word
// that no other report of the desk has, such as a name. White space, case and punctuation do not count.

/** What is asked of words that stand elsewhere. */
export interface TheirWords {
  /** True where four words in a row are theirs, or one of the rare words stands there. */
  quotes(words: string): boolean
  /** True where all of the words stand in a row in a removed text, and in none that stays. */
  holds(words: string): boolean
}

const RUN = 4 // words: fewer, such as "in the capital", stand in any two reports

/** The words of the removed texts, told from those of the texts that stay. `rare`: words that only they have. */
export function openTheirWords(
  removed: readonly string[],
  {
    staying = [],
    rare = new Set(),
  }: { readonly staying?: readonly string[]; readonly rare?: ReadonlySet<string> } = {},
): TheirWords {
  const own = removed.map(fold)
  const others = staying.map(fold)
  const stands = (words: string, texts: readonly string[]): boolean => texts.some((text) => text.includes(words))
  const isTheirs = (words: string): boolean => words.trim() !== '' && stands(words, own) && !stands(words, others)
  return {
    holds: (words) => isTheirs(fold(words)),
    quotes(words) {
      const all = splitWords(words)
      if (all.some((word) => rare.has(word))) return true
      return all.slice(RUN - 1).some((_, i) => isTheirs(` ${all.slice(i, i + RUN).join(' ')} `))
    },
  }
}

const SHORTEST = 4 // letters of a word that may be rare: "the" is in every report, and a short one tells little

/** The words that people wrote, that removed texts have, and that none of the others has. `others` is gone through once, if at all. */
export function findRare(
  written: readonly string[],
  removed: readonly string[],
  others: Iterable<string>,
): Set<string> {
  const theirs = new Set(removed.flatMap(splitWords))
  const rare = new Set(written.flatMap(splitWords).filter((word) => word.length >= SHORTEST && theirs.has(word)))
  if (rare.size === 0) return rare
  for (const text of others) {
    for (const word of splitWords(text)) rare.delete(word)
    if (rare.size === 0) break
  }
  return rare
}

// " the dam is open " – each word with a space on both sides, so that no word is found within another.
function fold(text: string): string {
  return ` ${splitWords(text).join(' ')} `
}

function splitWords(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
