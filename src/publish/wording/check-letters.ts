// Words that look like others: letters of another script among Latin ones, and characters that nobody sees. They would
// slip past every comparison, so none may stand that the evidence does not have.
import type { Miss } from '../../model/edition.ts'
import type { LineGrounds } from './grounds.ts'

const UNSEEN = /\p{Cf}|\p{Cc}|\p{Co}|\p{Cn}|\u115f|\u1160|\u3164|\uffa0|\p{Variation_Selector}/u

/** `Ilse M\u0430rrow`, with a Cyrillic a, is a miss; so is a word with a zero-width space. */
export function checkLetters(text: string, { pieces }: LineGrounds): Miss[] {
  return [...text.matchAll(/\S+/gu)].flatMap(([word], i, all): Miss[] => {
    const start = all[i]?.index ?? 0
    const isPlain = !UNSEEN.test(word) && !isMixed(word) && isComposed(word.replaceAll('…', ''))
    if (isPlain || pieces.some(({ evidence }) => evidence.quote.includes(word))) return []
    return [{ kind: 'name', words: word, span: { start, end: start + word.length } }]
  })
}

function isMixed(word: string): boolean {
  return /\p{L}/u.test(word.replace(/\p{Script=Latin}/gu, ''))
}

// full-width and mathematical letters, ligatures
function isComposed(word: string): boolean {
  return word === word.normalize('NFKC')
}
