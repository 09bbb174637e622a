// Words to the pieces that the encoder knows, by the tokenizer it was trained with.
import { Tokenizer } from '@huggingface/tokenizers'

const LONGEST = 16 // pieces of one word; what has more is noise
const REMEMBERED = 50_000 // words whose pieces are kept
const UNKNOWN = 100

/** A function from a word to its pieces, at least one and at most LONGEST. `json`: the tokenizer's own file. */
export function makePieces(json: string): (word: string) => readonly number[] {
  const tokenizer = new Tokenizer(JSON.parse(json) as object, {})
  const known = new Map<string, readonly number[]>()
  return (word) => {
    const before = known.get(word)
    if (before) return before
    const { ids } = tokenizer.encode(word, { add_special_tokens: false })
    const pieces = ids.length === 0 ? [UNKNOWN] : ids.slice(0, LONGEST)
    if (known.size >= REMEMBERED) known.clear()
    known.set(word, pieces)
    return pieces
  }
}
