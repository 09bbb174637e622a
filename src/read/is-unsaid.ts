// Words that look like somebody's and are not: what is supposed, awaited, asked or given up, and the terms on which somebody speaks.
import { isNoSpeech, isThing, isWithdrawal } from './is-no-speech.ts'
import type { Relation } from './relation.ts'
import { lowerOf, type Scene } from './scene.ts'
import { tellsDeed } from './tells-deed.ts'

/** True where nobody is told to have said it. */
export function isUnsaid(scene: Scene, relation: Relation): boolean {
  if (isTerms(scene, relation)) return true
  if (isUnknown(scene, relation)) return true
  if (relation.pattern === 'silence') return false
  if (isNobody(scene, relation)) return true
  return (
    tellsDeed(scene, relation) ||
    isForeseen(scene, relation) ||
    isSupposed(scene, relation) ||
    isNotDone(scene, relation) ||
    isUrged(scene, relation) ||
    isOfQuoted(scene, relation) ||
    isNoSpeech(scene, relation) ||
    isThing(scene, relation) ||
    isWithdrawal(scene, relation)
  )
}

// asked not to be named because the talks are secret: the terms on which they spoke, not what they said
function isTerms(scene: Scene, { cue, content }: Relation): boolean {
  const [first] = content
  const words = first ? lowerOf(scene, Math.min(first.from, cue.to), first.from + 5) : ''
  const verb = scene.tokens[cue.head]?.lower ?? ''
  return /^(?:ask|request)(?:s|ed|ing)?$/.test(verb) && /\bto be (?:named|identified|quoted)|\banonymity\b/.test(words)
}

// If Marrow denied it, she lied. / The ferry was not sold, whatever Marrow says. / It is not true that Hale said so. / Imagine Hale saying so.
const SUPPOSED =
  /\b(?:if|unless|whether|lest|whether or not|whatever|whichever|no matter (?:what|how|who)|imagine|suppose|supposing|let|(?:hop(?:es?|ed|ing)|wish(?:es|ed)?)(?: that)?|(?:not true|untrue|false|not the case) that)$/
// Until Karsk says that it agrees, nobody leaves. But: until Karsk said that it agreed, nobody left
const AWAITED = /\b(?:until|till|once)$/
// Did Ilse Marrow deny the report? / Minister, did Karsk offer to leave?
const ASKING = /^(?:did|does|do|has|have|had|would|will|can|could|should|is|are|was|were)$/
const NEAR = 4 // words

function isSupposed(scene: Scene, { source, cue, sentence }: Relation): boolean {
  const { tokens, sentences } = scene
  const own = sentences[sentence]
  if (!source || !own || source.from < own.from || source.from > cue.from) return false
  const before = lowerOf(scene, Math.max(own.from, source.from - NEAR), source.from)
  if (SUPPOSED.test(before)) return true
  if (AWAITED.test(before)) return !cue.past
  const auxiliary = tokens[source.from - 1]?.lower ?? ''
  const isAsked = tokens.slice(cue.to, own.to).some(({ text }) => text === '?')
  if (isAsked) return ASKING.test(auxiliary)
  // Had Marrow said so earlier, the talks would have gone on.: at the head of the sentence
  return source.from - own.from === 1 && /^(?:had|should|were)$/.test(auxiliary)
}

// Police could not say how many shots were fired.: nor do they know, and it is no refusal
function isUnknown(scene: Scene, { cue, content: [first] }: Relation): boolean {
  const next = scene.tokens[first?.from ?? -1]?.lower ?? ''
  return (
    /^(?:whether|if|how|who|what|when|where|why|which)$/.test(next) &&
    /\b(?:could|can)(?: not|not| n['’]t|n['’]t) (?:\p{L}+ly |yet )?say$/u.test(lowerOf(scene, cue.from, cue.to))
  )
}

// Almost no one said the plan was good. / No senator has called for war. / Neither Marrow nor Hale said so. But: no official would confirm it
function isNobody(scene: Scene, { source, cue }: Relation): boolean {
  const words = source ? lowerOf(scene, source.from, source.to) : ''
  const isKept = /\b(?:comment|confirm|den(?:y|ies|ied)|respond|repl|answer|return|explain|elaborate)/.test(
    lowerOf(scene, cue.from, cue.to),
  )
  // no fewer than nine ministers; No Labels; neither of them accepted it, saying that it was unfair
  const isOther =
    /^no (?:fewer|less|more|friend|longer|doubt|matter)\b/.test(words) ||
    (/^\p{Lu}/u.test(scene.tokens[(source?.from ?? 0) + 1]?.text ?? '') && /^no /.test(words)) ||
    /ing$/.test(scene.tokens[cue.head]?.lower ?? '')
  if (
    !isKept &&
    !isOther &&
    /^(?:no one|nobody|none|neither)$|^(?:no|none of|neither of) \p{L}|^neither\b.*\bnor\b/u.test(words)
  )
    return true
  const before = source ? (scene.tokens[source.from - 1]?.lower ?? '') : ''
  if (/^(?:hardly|scarcely|almost|virtually)$/.test(before) && /^(?:any(?:one|body)?|no one|nobody)\b/.test(words))
    return true
  return /^(?:almost|virtually|practically|nearly) (?:no one|nobody)\b|^(?:hardly|scarcely) any(?:one|body)?\b/.test(
    words,
  )
}

// Hale has quit and is not expected [to return].: who does not return, and that he does not, would be lost
function isForeseen(scene: Scene, { source, cue, content: [first] }: Relation): boolean {
  const isBare = !source && first !== undefined && scene.tokens[first.from]?.lower === 'to' && first.from >= cue.to
  return isBare && /\b(?:not|never|no longer)\b|n['’]t\b/.test(lowerOf(scene, cue.from, cue.to))
}

// Hale forgot to tell the council; was about to say; avoided saying; came close to denying; Marrow is likely to deny it
const NOT_DONE = new RegExp(
  [
    '\\b(?:avoid(?:s|ed|ing)?|forg[eo]t(?:s|ten|ting)? to|refrain(?:s|ed|ing)? from|neglect(?:s|ed|ing)? to|plan(?:s|ned|ning)? to|about to|meant to|intend(?:s|ed|ing)? to|hop(?:es?|ed|ing) to|wants? to|wanted to|c(?:omes?|ame|oming) (?:\\p{L}+ )?close to|stop(?:s|ped)?) (?:\\p{L}+ly )?(?:say|tell|deny|claim|announc|confirm|admit|call|accus|declar|stat|warn|promis|discuss|mention)\\p{L}*$',
    '\\b(?:likely|set|due|expected|poised|scheduled) to (?:\\p{L}+ly )?deny$',
    '\\bwould (?:(?:probably|likely|surely|certainly) )?deny$',
    // is waiting for Hale to admit it
    '\\b(?:wait(?:s|ed|ing)? for|hop(?:es|ed|ing)|expect(?:s|ed|ing)?|want(?:s|ed)?) (?:\\S+ ){1,6}?(?:to|will|would) (?:admit|acknowledge|concede|confirm|deny)$',
    // has made no promise that the ferry will sail
    '\\b(?:ma(?:de|kes?)|g(?:ave|iven|ives?)|offer(?:s|ed)|issu(?:es|ed)) no (?:\\p{L}+ )?(?:promise|denial|announcement|threat|offer|commitment|demand|admission|apology|pledge|guarantee)s?$',
  ].join('|'),
  'u',
)
const LONGEST = 10 // words between whoever would say it and the verb

// The two sides have not reached an agreement on the dam.: what they did not do tells nothing of the dam
function isNotDone(scene: Scene, { source, cue, pattern }: Relation): boolean {
  const from = source && source.to <= cue.from ? Math.max(source.to, cue.from - LONGEST) : cue.from
  // Hale never stopped warning; Marrow, who had expected a truce, had to admit
  const leading = [lowerOf(scene, from, cue.head + 1), lowerOf(scene, from, cue.to)].map(
    (one) => one.split(' , ').at(-1) ?? '',
  )
  if (leading.some((one) => NOT_DONE.test(one) && !/\b(?:not|never|cannot|hardly)\b|n['’]t\b/.test(one))) return true
  const words = lowerOf(scene, cue.from, cue.to)
  return pattern === 'network' && /\b(?:not|never|n['’]t)\b.*\b(?:reach(?:ed)?|agree[ds]?|sign(?:ed)?)\b/.test(words)
}

// Marrow urged to quit over ferry: a headline's passive; she hears it
function isUrged({ tokens }: Scene, { source, cue }: Relation): boolean {
  const isBare = source !== undefined && source.to === cue.from && cue.to - cue.from <= 2
  const isPassive =
    /^(?:urged|told|ordered|warned|advised|pressed|begged|commanded|instructed|directed|summoned)$/.test(
      tokens[cue.head]?.lower ?? '',
    )
  return isBare && isPassive && tokens[cue.head + 1]?.lower === 'to'
}

// An official quoted in the Courier as denying it has resigned.: that the official is quoted says nothing yet
function isOfQuoted({ tokens }: Scene, { source, cue, content: [first], pattern }: Relation): boolean {
  const isCue = pattern === 'network' && /^(?:quoted|cited)$/.test(tokens[cue.from]?.lower ?? '')
  return isCue && source !== undefined && source.to === cue.from && tokens[first?.from ?? -1]?.lower === 'as'
}
