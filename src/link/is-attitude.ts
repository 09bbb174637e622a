// How somebody stands to a thing, which says of it nothing that could be so or not: "condemned the attack", "furious at the cuts",
// "described Hale as subdued". Such words put no claim; "the attack" and "the cuts" would stand in the ledger as if they did.
import { wordsOf } from '../model/span.ts'
import type { Content } from './make-contents.ts'
import { isVerb } from './split-clauses.ts'

const ATTITUDE =
  /\b(?:condemn|criticis|criticiz|denounc|welcom|prais|applaud|slam|blast|decr(?:y|ie)|deplor|lament|furious|angr|outrag|pleased|concern|worr|happy|urg|call(?:s|ed|ing)? (?:for|on)|describ|hail|salut|thank|congratulat|mourn|mock|defend|apologi)/iu

/** True where the cue tells an attitude, and what it is about has no verb. */
export function isAttitude({ attribution: { act, cue, content }, read: { doc }, statement }: Content): boolean {
  if (act !== 'asserts') return false
  const words = wordsOf(doc.text, cue)
  if (/\bdescrib/i.test(words) && / as /.test(wordsOf(doc.text, content))) return true
  return ATTITUDE.test(words) && !statement.words.some(isVerb)
}

/** True for words that hang on others: "if the fire was connected to it", "which was sold in May", "of the minister", "it on Tuesday". */
export function isFragment({ wording, attribution: { form } }: Content): boolean {
  if (form === 'direct') return false
  return HANGING.test(wording) || (/^if\b/i.test(wording) && !wording.includes(','))
}

const HANGING =
  /^(?:which|who|whose|whom|than|of)\b|^(?:it|this|that|him|her|them) (?:on|in|at|of|by|from|for|to|and|but|as|last|earlier|later)\b/i
