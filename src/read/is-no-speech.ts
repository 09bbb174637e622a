// Words that look like a cue and are none: a campaign that began, a law that covers, a firm that added staff, troops that are withdrawn.
import { OUTLET_NAME, outletNamed } from './english/outlets.ts'
import type { Relation } from './relation.ts'
import { lowerOf, type Scene, textOf } from './scene.ts'

// The “Fair Play” campaign began in May; a group called “The Friends” said so; Hale was not covered by the law; Hale can say that Karsk fired:
// nobody speaks there
/** True where the words are no cue of speech there, or their source no speaker. */
export function isNoSpeech(scene: Scene, { source, cue, content: [first], content }: Relation): boolean {
  const { tokens, quotationOf } = scene
  const [who, words] = [source ? lowerOf(scene, source.from, source.to) : '', lowerOf(scene, cue.from, cue.to)]
  if (
    (TIME.test(who) && source && source.from >= cue.to) ||
    /^(?:i|you|we|they) ['’](?:m|re|ve|ll|d)$|^(?:i|you|we|they)['’]/.test(who)
  )
    return true
  if (
    /^(?:began|begins|begun)$/.test(words) &&
    /\b(?:campaign|movement|strike|protest|project|series|programme?|war|effort|initiative|tour|festival)s?$/.test(who)
  )
    return true
  if (/\b(?:covered|governed|bound|protected|affected|regulated) by$/.test(words)) return true
  if (/\b(?:wait|hop|want|like|expect|eager|keen|anxious)\p{L}* to (?:learn|hear|see|know|find out)$/u.test(words))
    return true // insurers wait to learn whether
  if (/^(?:can|could) say$/.test(words) && !/^(?:i|we|you)$/.test(who)) return true
  if (
    /^disputed?$/.test(words.split(' ').at(-1) ?? '') &&
    first &&
    /^(?:control|ownership|sovereignty|possession)$/.test(tokens[first.from]?.lower ?? '') &&
    /^(?:of|over)$/.test(tokens[first.from + 1]?.lower ?? '') &&
    tokens.slice(first.from, first.to).every(({ pos }) => !/^(?:VERB|AUX)$/.test(pos))
  )
    return true
  const isName =
    words === 'called' && /^(?:NOUN|PROPN)$/.test(tokens[cue.from - 1]?.pos ?? '') && (quotationOf[cue.to] ?? -1) >= 0
  const isTitle = /^\p{Lu}/u.test(tokens[cue.to + 1]?.text ?? '')
  const end = isName && isTitle ? scene.quotationRanges[quotationOf[cue.to] ?? -1]?.to : undefined
  if (end !== undefined && end - cue.to <= LONGEST_TITLE && /^(?:VERB|AUX)$/.test(tokens[end]?.pos ?? '')) return true
  // The firm added staff.: a thing, and no words
  const isBare =
    content.length === 1 && first !== undefined && first.from >= cue.to && (quotationOf[first.from] ?? -1) < 0
  const isObject =
    isBare &&
    tokens
      .slice(first.from, first.to)
      .every(({ pos, text, at }) => !/^(?:VERB|AUX|SCONJ)$/.test(pos) && text !== ':' && (quotationOf[at] ?? -1) < 0)
  return isObject && /^(?:(?:has|have|had) )?(?:added|adds|add)$/.test(words) && tokens[cue.to]?.text !== ':'
}

const LONGEST_TITLE = 8 // words and marks
const TIME =
  /^(?:on )?(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|today|yesterday|tomorrow|last (?:week|month|year|night))$/

// Karsk withdrew its troops.: but the Courier withdrew the report, or withdraws it
/** True where something else than words is withdrawn. */
export function isWithdrawal(scene: Scene, { source, cue, content: [first], pattern }: Relation): boolean {
  if (pattern !== 'object' || cue.verb?.lemma !== 'withdraw' || !first) return false
  const object = lowerOf(scene, first.from, first.to)
  if (/^it\b/.test(object)) return !source || !isOutlet(textOf(scene, source))
  return !/^(?:(?!(?:after|before|over|on|in|of|for|to|from)\b)\S+ ){0,2}?(?:remarks?|comments?|statements?|claims?(?! (?:for|to)\b)|accusations?|allegations?|reports?|words|articles?|stor(?:y|ies))\b/.test(
    object,
  )
}

function isOutlet(words: string): boolean {
  const plain = words.replace(/^the /i, '')
  return outletNamed(words) !== undefined || OUTLET_NAME.test(plain)
}

// in a clash that signalled a bitter fight: a thing, which says nothing
/** True for a happening that stands where a speaker would. */
export function isThing({ tokens }: Scene, { source }: Relation): boolean {
  if (!source || source.to - source.from !== 1 || tokens[source.from]?.lower !== 'that') return false
  return HAPPENING.test(tokens[source.from - 1]?.lower ?? '')
}

const HAPPENING =
  /^(?:clash|battle|fight|dispute|row|deal|move|decision|attack|strike|vote|election|crisis|storm|step|shift|trend|moment|result|victory|defeat|scandal|development|incident|event|change|process|system|policy|effect|approach|pattern|wave|surge|failure|success|exchange|performance)(?:e?s)?$/
