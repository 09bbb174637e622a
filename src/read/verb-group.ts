// A verb with what stands before it as part of it: "has repeatedly said".
import type { Range } from './scene.ts'
import type { Token } from './tokenise.ts'

/** The forms of *be*, in small letters. */
export const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', '’s', "'s", 'am'])
/** The forms of *have*, in small letters. */
export const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had', '’ve', "'ve"])
const ADVERBS = new Set([
  'also',
  'later',
  'then',
  'once',
  'often',
  'never',
  'not',
  'n’t',
  "n't",
  'again',
  'now',
  'still',
  'even',
  'just',
  'already',
  'previously',
  'first',
  'long',
  'since',
  'always',
  'further',
  'all',
  'both',
])
/** The verb with the auxiliaries and adverbs before it, within the sentence. */
export function groupOf(tokens: readonly Token[], at: number, sentence: Range): Range {
  let from = at
  while (from > sentence.from) {
    const token = tokens[from - 1]
    if (!token) break
    const isAdverb = ADVERBS.has(token.lower) || (token.pos === 'ADV' && token.lower.endsWith('ly'))
    const isAuxiliary = token.pos === 'AUX' || HAVE.has(token.lower) || (BE.has(token.lower) && token.pos !== 'PART')
    if (!isAdverb && !isAuxiliary) break
    from -= 1
  }
  return { from, to: at + 1 }
}
