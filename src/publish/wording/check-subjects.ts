// Who does what to whom stays so: a name that stands right before a verb of the ruled sentence is not exchanged for
// another of its names, nor do "from" and "to" change places.
import type { Miss } from '../../model/edition.ts'
import { foldName } from './fold-names.ts'
import type { LineGrounds } from './grounds.ts'
import { isOpener } from './opener-words.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'
import { isTitle } from './title-words.ts'

/** `Veldania has rejected Karsk's offer`, of "Karsk has rejected Veldania's offer", is a miss. */
export function checkSubjects(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const own = findPairs(text)
  const known = [...findPairs(grounds.ruled), ...grounds.pieces.flatMap(({ evidence }) => findPairs(evidence.quote))]
  const names = new Set(
    grounds.ruledWords
      .filter(({ text: word }) => /^\p{Lu}/u.test(word) && !isOpener(word.toLowerCase()))
      .map(({ lower }) => foldName(lower)),
  )
  return own.flatMap(({ name, key, span }): Miss[] => {
    const same = known.filter((other) => other.key === key)
    const isElse = same.length > 0 && names.has(name) && !same.some((other) => other.name === name)
    return isElse ? [{ kind: 'name', words: text.slice(span.start, span.end), span }] : []
  })
}

interface Pair {
  readonly name: string
  readonly key: string // before reject, of offer, after to
  readonly span: { readonly start: number; readonly end: number }
}

function findPairs(text: string): Pair[] {
  const words = splitWords(text).filter(({ isMark, text: each }) => !isMark || /[,.;:“”"()]/.test(each))
  return words.flatMap((word, i): Pair[] => {
    if (!isNameEnd(words, i)) return []
    const name = foldName(word.lower)
    const pairs: Pair[] = []
    const next = nextMatter(words, i + 1)
    if (next && !isPassive(words, i + 1)) {
      const key = /['’]s$/.test(word.text) ? `of ${next.stem}` : `before ${next.stem}`
      pairs.push({ name, key, span: { start: word.start, end: next.end } })
    }
    const before = words.slice(Math.max(0, i - 4), i).findLast(({ lower }) => /^(?:from|to|against|by)$/.test(lower))
    const isNear =
      before &&
      words
        .slice(words.indexOf(before) + 1, i)
        .every(({ lower, text: each }) => /^the$/.test(lower) || /^\p{Lu}/u.test(each))
    if (before && isNear && before.lower !== 'by')
      pairs.push({ name, key: `after ${before.lower}`, span: { start: before.start, end: word.end } })
    return pairs
  })
}

function isNameEnd(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (!word || word.isMark || !/^\p{Lu}/u.test(word.text) || isPlain(word.lower) || isTitle(word.lower)) return false
  const next = words[i + 1]
  return next === undefined || !/^\p{Lu}/u.test(next.text)
}

function nextMatter(words: readonly Word[], from: number): Word | undefined {
  for (let i = from; i < Math.min(words.length, from + 5); i++) {
    const word = words[i]
    if (!word || word.isMark || /^\p{Lu}/u.test(word.text)) return undefined
    if (
      /^(?:and|or|but|that|who|which|in|on|at|of|from|to|with|by|for|the|a|an|as|after|before|until|without|because|if|when|while)$/.test(
        word.lower,
      )
    )
      return undefined
    if (!isPlain(word.lower) && !/ly$/.test(word.lower)) return word
  }
  return undefined
}

// "was rejected by Karsk": who did it stands behind.
function isPassive(words: readonly Word[], from: number): boolean {
  return words.slice(from, from + 3).some(({ lower }) => /^(?:was|were|been|being|is|are|be)$/.test(lower))
}
