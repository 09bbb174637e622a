// How somebody stands to a thing, which says of it nothing that could be so or not: "condemned the attack", "furious at the cuts",
// "described Hale as subdued", "citing the exercise". Such words put no claim; "the attack" and "the cuts" would stand in the ledger as if they did.
import { wordsOf } from '../model/span.ts'
import type { Content } from './make-contents.ts'
import { isVerb } from './split-clauses.ts'

const ATTITUDE =
  /\b(?:condemn|criticis|criticiz|denounc|welcom|prais|applaud|slam|blast|decr(?:y|ie)|deplor|lament|furious|angr|outrag|pleased|concern|worr|happy|urg|call(?:s|ed|ing)? (?:for|on)|describ|hail|salut|thank|congratulat|mourn|mock|apologi|cit(?:e[sd]?|ing)\b)/iu

/** True where the cue tells an attitude, and what it is about has no verb. */
export function isAttitude({ attribution: { act, cue, content }, read: { doc }, statement }: Content): boolean {
  if (act !== 'asserts') return false
  const words = wordsOf(doc.text, cue)
  // described Hale as subdued: but the dam as unsafe can be so or not
  if (/\bdescrib/i.test(words) && /^(?!The\b)\p{Lu}[^,]* as /u.test(wordsOf(doc.text, content))) return true
  return ATTITUDE.test(words) && !statement.words.some(isVerb)
}

/** True for words that hang on others: "if the fire was connected to it", "which was sold in May", "of the minister", "it on Tuesday". */
export function isFragment({ wording, attribution: { form } }: Content): boolean {
  if (form === 'direct') return false
  return (
    HANGING.test(wording) ||
    (/^if\b/i.test(wording) && !/,|\b(?:will|would|could|may|might|must|should)\b/.test(wording))
  )
}

const HANGING =
  /^(?:which|who|whose|whom|than) |^(?:that )?of (?:the|an?|his|her|its|their) (?!.*\b(?:is|are|was|were|has|had|have|will|would)\b)|^(?:[Ii]t|[Tt]his|[Tt]hat|him|her|them) (?:on|in|at|of|by|from|for|to|and|but|as|last|earlier|later)\b/
