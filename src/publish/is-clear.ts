// Whether words can be understood by themselves. An edition prints sentences out of their reports: what leans on the
// sentence before, "it had not" or "would not confirm it", tells a reader nothing and is left to the ledger.
import { wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { sideOf } from './sides.ts'

const VERB = '(?:is|was|are|were|will|would|had|has|have|did|does|do|can|could|may|might|must|should|shall)\\b'
const ALONE = new RegExp(
  `^(?:it|they|he|she|them|him|her|so|(?:this|that|these|those)(?=$|\\s+${VERB}))(?:\\s|$|[’'])`,
  'i',
)
// "Veldania would answer it": with nothing before but who would. Not "the offer meant it would".
const OBJECT = new RegExp(`^(?:\\S+\\s+){1,4}(?:it|them)(?!\\s+${VERB})\\b`, 'i')
const BARE = /^(?:the|that|this|such an?|any such)\s+\p{L}+$/iu // rejected the charge
// denied that any of it would go to arms, that it was its own, had said nothing of the kind
const LEANING =
  /^(?:any|some|all|none|most|part|half) of (?:it|them|this|that|these|those)\b|^(?:it|they) (?:is|are|was|were) (?:its|their|his|hers?) own$|\b(?:nothing|anything|something) of the (?:kind|sort)$/i
const STUB = 3 // "it had not", "they would not"

/** True where the saying's words name what they are about, or need only the one who said them. */
export function isClear(saying: Saying): boolean {
  const { attribution, doc } = saying
  const words = contentOf(saying)
  const side = sideOf(saying)
  if (side === 'silent') return tellsMatter(words)
  if (LEANING.test(words)) return false
  if (side === 'turned down') return !BARE.test(words) && isClearWording(words)
  if (!ALONE.test(words)) return attribution.form === 'direct' || !OBJECT.test(words)
  if (attribution.form === 'direct' || words.split(/\s+/).length <= STUB) return false
  // "She had learned of it from the radio, Marrow said": the speaker is meant, where it can be one
  const { source } = attribution
  const isOne = source.kind === 'person' || source.kind === 'anonymous'
  const isBody = source.kind !== 'unstated' && source.kind !== 'person'
  if (/^(?:he|she)\b/i.test(words)) return isOne
  return /^(?:it|they)\b/i.test(words) && isBody && !/^(?:it|they)\b/i.test(wordsOf(doc.text, source.words))
}

/** True where a claim's wording stands by itself: as a heading, it has no speaker beside it. */
export function isClearWording(wording: string): boolean {
  const words = bare(wording)
  return !ALONE.test(words) && !OBJECT.test(words) && !/^(?:but|and|or|because|so)\s/i.test(words)
}

// "declined to comment on the pact" names the matter; "declined to comment as she left" "would not confirm it" and
// "would not say how he knew" do not.
function tellsMatter(content: string): boolean {
  const words = content.replace(/^to (?:comment|respond|reply|answer)\s*/i, '')
  return /^(?:on|about|questions|requests|whether)\b/i.test(words) && !/\b(?:it|them|they|this)\b/i.test(words)
}

function contentOf({ doc, attribution }: Saying): string {
  return bare(wordsOf(doc.text, attribution.content))
}

function bare(words: string): string {
  return words.replace(/^[\s"“]+|[\s"”,.;:]+$/g, '').replace(/^that\s+(?!(?:is|was|will|would|had|has)\b)/i, '')
}
