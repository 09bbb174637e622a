// What was said stands before the words that say so: "The offer is dead," said the envoy.
import { hasThatAhead } from './find-complement.ts'
import { clauseFrom, closesQuotationNear, contentBefore, withQuotationAfter, withRest } from './find-contents.ts'
import type { Cue } from './find-cues.ts'
import { findInvertedSubject, findSubject, isAfterContent } from './find-sources.ts'
import type { Site } from './relate-spoken.ts'
import type { Draft } from './relation.ts'
import { isQuoteMark, opensQuotation, type Range, type Scene } from './scene.ts'
import { isEnd, skipAdjuncts, skipMarks, skipTail } from './skip-tail.ts'
import type { Sentence } from './tokenise.ts'

/** As the envoy told Meridian on Friday, the offer is dead. / The offer is dead, as the envoy told Meridian. */
export function relateAside({ scene, cue, sentence, at }: Site): Draft | undefined {
  const isFirst = isFirstAside(scene, cue, sentence)
  const source = isFirst === undefined ? undefined : (findSubject(scene, cue) ?? findInvertedSubject(scene, cue))
  if (!source) return undefined
  const content = isFirst
    ? clauseFrom(scene, skipMarks(scene, asideEnd(scene, cue.to, sentence), sentence.to), sentence)
    : contentBefore(scene, Math.min(source.from, cue.from) - 1, sentence)
  return content.length > 0 ? { cue, pattern: 'as said', source, content, sentence: at, isOwn: true } : undefined
}

/** "The offer is dead," said the envoy. / The offer is dead, said the envoy. */
export function relateInverted({ scene, cue, sentence, at }: Site): Draft | undefined {
  if (cue.kind !== 'finite' || cue.verb?.takesHearer || !canStandAlone(cue)) return undefined
  if (!isAfterContent(scene, cue.from)) return undefined
  const isQuoted = closesQuotationNear(scene, cue.from)
  // "Ilse Marrow, the envoy, said it was over": the comma may end an insert, and the subject stand before it
  const isInsert = !isQuoted && findSubject(scene, cue) !== undefined
  if (isInsert && /^(that|to)$/.test(scene.tokens[cue.to]?.lower ?? '')) return undefined
  const source = findInvertedSubject(scene, cue)
  const content = source ? contentBefore(scene, cue.from, sentence) : []
  if (!source || content.length === 0) return undefined
  const draft = { cue, source, sentence: at, isOwn: true }
  if (!isInsert) {
    const whole = withQuotationAfter(scene, content, source.to, sentence)
    return { ...draft, pattern: isQuoted ? 'quotation before' : 'clause before', content: whole }
  }
  const ends = isEnd(scene, skipAdjuncts(scene, source.to, sentence), sentence)
  const isWhole = ends && !(!isEnd(scene, source.to, sentence) && hasThatAhead(scene, source.to, sentence))
  const isClause = isWhole && isMainClause(scene, content) && cue.verb?.frames.has('that') === true
  return isClause ? { ...draft, pattern: 'clause before', content } : undefined
}

/** The offer is dead, the envoy told Meridian. / The plan, the envoy said, is dead. */
export function relatePostposed({ scene, cue, sentence, at }: Site, source: Range): Draft | undefined {
  const tail = skipTail(scene, cue, sentence)
  if (!isEnd(scene, tail, sentence) || !canStandAlone(cue) || !isAfterContent(scene, source.from)) return undefined
  const isQuoted = closesQuotationNear(scene, source.from)
  const content = isQuoted || !isQuotationNext(scene, tail) ? contentBefore(scene, source.from, sentence) : []
  if (content.length === 0) return undefined
  const draft = { cue, source, sentence: at, isOwn: true }
  if (isQuoted)
    return { ...draft, pattern: 'quotation before', content: withQuotationAfter(scene, content, tail, sentence) }
  const whole = withRest(scene, content, tail, sentence)
  if (whole.length > content.length) return { ...draft, pattern: 'insert', content: whole }
  return isMainClause(scene, content) ? { ...draft, pattern: 'clause before', content } : undefined
}

// On the levy, she added, "nothing is settled.": what comes first only sets the scene
function isQuotationNext(scene: Scene, tail: number): boolean {
  let at = tail
  while (/^[,:.—–]$/.test(scene.tokens[at]?.text ?? '')) at += 1
  return at > tail && opensQuotation(scene, at) && scene.tokens[tail]?.text !== '.'
}

// A clause with a verb of its own that does not open with "when", "asked" or "after".
function isMainClause({ tokens }: Scene, content: readonly Range[]): boolean {
  return content.some(({ from, to }) => {
    const first = tokens[from]
    if (
      first &&
      (/^(SCONJ|ADP|VERB)$/.test(first.pos) || /^(when|if|while|asked|later)$/.test(first.lower)) &&
      !isQuoteMark(first)
    ) {
      const ahead = tokens.slice(from, to).findIndex(({ text }) => text === ',')
      if (ahead < 0) return false
      const comma = from + ahead
      return isMainClause({ tokens } as Scene, [{ from: comma + 1, to }])
    }
    return tokens.slice(from, to).some(({ pos, lower }) => /^(VERB|AUX)$/.test(pos) && !/ing$/.test(lower))
  })
}

// verbs that report no words: "…, the envoy knows" is not said of what came before
const NEVER_ALONE =
  /^(find|know|show|expect|hope|fear|determine|discover|cite|mention|detail|highlight|doubt|question|deny|refute|dispute|swear|threaten|demand|request|decide)$/

function canStandAlone(cue: Cue): boolean {
  const { verb } = cue
  return (
    verb !== undefined &&
    !NEVER_ALONE.test(verb.lemma) &&
    (verb.frames.has('that') || verb.frames.has('quote') || verb.takesHearer)
  )
}

/** True for "as the envoy said," first in the sentence, false for it further on, undefined for neither. */
function isFirstAside(scene: Scene, cue: Cue, sentence: Sentence): boolean | undefined {
  const subject = findSubject(scene, cue)
  const start = subject?.from ?? cue.from
  if (scene.tokens[start - 1]?.lower !== 'as' || start - 1 < sentence.from || !canStandAlone(cue)) return undefined
  const previous = scene.tokens[start - 2]
  if (start - 1 === sentence.from) return true
  return previous?.text === ',' ? false : undefined
}

function asideEnd({ tokens }: Scene, from: number, sentence: Sentence): number {
  for (let at = from; at < sentence.to; at++) if (tokens[at]?.text === ',') return at
  return sentence.to
}
