// Words put in where the grounds have none: between two words that follow each other there, or behind the last of a sentence. Whoever
// puts other words in the place of some may have meant the same; whoever puts words in beside them says more.
import type { Miss } from '../../model/edition.ts'
import { findOwnWords } from './find-own-words.ts'
import type { LineGrounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, type Word } from './split-words.ts'

/** `Veldania's generous offer`, of "Veldania's offer", is a miss, and so is "said on Wednesday in tears". */
export function checkAdditions(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const own = new Set(findOwnWords(text, grounds).map(({ start }) => start))
  const matter = matterOf(splitWords(text)).filter(({ lower }) => !LIGHT.has(lower))
  const follow = new Set([grounds.ruledWords, ...grounds.pieces.map(({ words }) => words)].flatMap(pairsOf))
  return matter.flatMap((word, at): Miss[] => {
    if (!own.has(word.start)) return []
    const before = matter.slice(0, at).findLast(({ start }) => !own.has(start))
    const rest = matter.slice(at + 1)
    const after = rest.find(({ start }) => !own.has(start))
    const isLast = !after || text.slice(word.start, after.start).search(ENDS) !== -1
    return follow.has(pairOf(before, after)) || (isLast && follow.has(pairOf(before, undefined)))
      ? [{ kind: 'attribution', words: word.text, span: { start: word.start, end: word.end } }]
      : []
  })
}

// "unless Karsk took part" of "without Karsk"
const LIGHT: ReadonlySet<string> = new Set('take takes took taken taking part place'.split(' '))
const ENDS = /[.;!?(]/

function matterOf(words: readonly Word[]): Word[] {
  return words.filter(({ isMark, lower }) => !isMark && !isPlain(lower))
}

function pairsOf(words: readonly Word[]): string[] {
  const ends = words.flatMap((word, i) => (ENDS.test(words[i + 1]?.text ?? '.') ? [pairOf(word, undefined)] : []))
  const matter = matterOf(words)
  return [...matter.map((word, i) => pairOf(word, matter[i + 1])), ...ends]
}

function pairOf(before: Word | undefined, after: Word | undefined): string {
  return `${before?.stem ?? ''} ${after?.stem ?? ''}`
}
