// Where the words that follow a verb begin to be what was said: a that-clause, a quotation, a bare clause, an object.
import type { Cue } from './find-cues.ts'
import { tellsAct } from './judge-act.ts'
import type { Pattern } from './relation.ts'
import { opensQuotation, type Scene } from './scene.ts'
import { skipAdjuncts, skipPhrase } from './skip-tail.ts'
import type { Sentence } from './tokenise.ts'

/** Where the complement begins, and by which pattern. */
export function findComplement(
  scene: Scene,
  cue: Cue,
  sentence: Sentence,
): { from: number; pattern: Pattern } | undefined {
  const { tokens } = scene
  const frames = cue.verb?.frames ?? new Set()
  const wantsClause = frames.has('that') || cue.verb?.takesHearer === true
  // told reporters on Friday that / said in a statement: "
  for (let at = cue.to; at < Math.min(sentence.to, cue.to + 26); at++) {
    const token = tokens[at]
    if (!token) break
    if (opensQuotation(scene, at)) {
      if (wantsClause || frames.has('quote')) return { from: at, pattern: 'quotation after' }
      break
    }
    if (
      token.lower === 'that' &&
      wantsClause &&
      (token.pos === 'SCONJ' || at === cue.to || tokens[at - 1]?.pos !== 'ADP')
    )
      return { from: at, pattern: 'that-clause' }
    if (
      /^(whether|if|how|why|what)$/.test(token.lower) &&
      at <= cue.to + 3 &&
      (wantsClause || /^(ask|wonder|question|discuss)$/.test(cue.verb?.lemma ?? ''))
    )
      return { from: at, pattern: 'that-clause' }
    if (token.text === ':' && (wantsClause || frames.has('quote')))
      return at + 1 < sentence.to ? { from: at + 1, pattern: 'quotation after' } : undefined
    if (
      /^(VERB|AUX)$/.test(token.pos) &&
      !/^(following|regarding|released|posted|published|concerning)$/.test(token.lower)
    )
      break
    const isBeforeQuotation = token.text === ',' && opensQuotation(scene, at + 1)
    if (token.text === ';' || (token.text === ',' && !isBeforeQuotation && !hasThatAhead(scene, at, sentence))) break
  }
  const afterHearer =
    cue.verb?.takesHearer || cue.verb?.lemma === 'ask' || cue.verb?.lemma === 'urge' || cue.verb?.particle === 'on'
      ? skipPhrase(scene, cue.to, sentence)
      : cue.to
  if (
    (frames.has('to') || cue.verb?.takesHearer) &&
    tokens[afterHearer]?.lower === 'to' &&
    /^(VERB|AUX|ADV|NOUN)$/.test(tokens[afterHearer + 1]?.pos ?? '')
  ) {
    return { from: afterHearer, pattern: 'infinitive' }
  }
  if (
    wantsClause &&
    !/^(find|know|see|show|understand|hear|describe|determine|discover|report|propose|detail|doubt|question|write|read|mention|cite|highlight)$/.test(
      cue.verb?.lemma ?? '',
    )
  ) {
    const at = skipAdjuncts(scene, afterHearer, sentence)
    for (const start of new Set([afterHearer, at]))
      if (isClause(scene, start, sentence)) return { from: start, pattern: 'bare clause' }
  }
  if (isHypothetical(scene, cue)) return undefined
  const isPhrase = startsPhrase(scene, cue.to, sentence) || isBareIt(scene, cue, sentence)
  if (frames.has('np') && isPhrase) return { from: cue.to, pattern: 'object' }
  return undefined
}

// would not discuss the levy, did not mention the paper, will reject it: nothing is said of the object
function isHypothetical({ tokens }: Scene, cue: Cue): boolean {
  return tokens
    .slice(cue.from, cue.head)
    .some(({ lower }) => /^(not|n't|n’t|never|would|will|could|can|may|might|should|must)$/.test(lower))
}

export function hasThatAhead({ tokens }: Scene, from: number, sentence: Sentence): boolean {
  for (let at = from + 1; at < Math.min(sentence.to, from + 24); at++) {
    if (tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'that') return true
  }
  return false
}

// said he spoke, says the deal is dead: a noun phrase and then a verb, with no stop between
function isClause({ tokens }: Scene, from: number, sentence: Sentence): boolean {
  if (!/^(NOUN|PROPN|PRON|DET|ADJ|NUM|ADV|X)$/.test(tokens[from]?.pos ?? '')) return false
  for (let at = from + 1; at < Math.min(sentence.to, from + 24); at++) {
    const token = tokens[at]
    if (!token || /^[;:.]$/.test(token.text)) return false
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower)))
      return tokens[at - 1]?.lower !== 'to'
  }
  return false
}

// Marrow denied it.; but: makes it clear, saw it
function isBareIt({ tokens }: Scene, { from, to, verb }: Cue, sentence: Sentence): boolean {
  const isTold = tokens
    .slice(sentence.from, from)
    .some(({ lower }) => /^(?:after|before|since|when|while|although|though|as|because|that|which|who|if)$/.test(lower))
  if (isTold) return false // a week after Karsk denied it
  const isPronoun = /^(?:it|this|that)$/.test(tokens[to]?.lower ?? '')
  // withdraws it and apologises
  const isAlone = /^(?:[.,;]|and)$/.test(tokens[to + 1]?.text ?? '.')
  return isPronoun && tellsAct(verb?.lemma) && isAlone
}

function startsPhrase({ tokens }: Scene, from: number, sentence: Sentence): boolean {
  return (
    from < sentence.to &&
    /^(NOUN|PROPN|PRON|DET|ADJ|NUM|PUNCT|VERB|X)$/.test(tokens[from]?.pos ?? '') &&
    !/^[.,;:)—–]$/.test(tokens[from]?.text ?? '') &&
    !/^(it|that)$/.test(tokens[from]?.lower ?? '')
  )
}
