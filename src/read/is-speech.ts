// Whether a cue says that something was said, and not thought, hoped or done.
import { SPEECH } from './english/cue-verbs.ts'
import type { Relation } from './relation.ts'

const MORE =
  /^(?:continue|conclude|recall|clarify|describe|comment|remark|observe|refute|repeat|recount|relay|caution|concede|call|accuse|vow|pledge|urge|predict|note|point out|respond|reply|tweet|quip|joke|lament|complain|criticize|criticise|praise|dispute|dismiss|reject|deny|affirm|attest|testify|counter|retort|assure|brief|quote)$/

/** Hale said, Hale declined to comment, according to Hale; not: Hale hoped. */
export function isSpeech({ cue, pattern }: Relation): boolean {
  const lemma = cue.verb?.lemma ?? ''
  return (
    /^(?:according to|colon|silence|quoted as)$/.test(pattern) ||
    /^(?:according to|silence|quoted as)$/.test(cue.kind) ||
    SPEECH.has(lemma) ||
    MORE.test(lemma)
  )
}
