// Ties each cue to its source and its content. One pattern after the other is tried, the surest first; what no
// pattern fits is not an attribution. Each pattern's confidence is its precision on annotated news.
import type { Cue } from './find-cues.ts'
import { findAuthority, findInvertedSubject, findSubject, isAfterContent } from './find-sources.ts'
import { closesQuotation, isClosed, isQuoteMark, opensQuotation, type Range, type Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'

export type Pattern =
  | 'according to'
  | 'as said'
  | 'reportedly'
  | 'silence'
  | 'quotation before'
  | 'clause before'
  | 'quotation after'
  | 'that-clause'
  | 'bare clause'
  | 'infinitive'
  | 'object'
  | 'colon'
  | 'passive'
  | 'insert'

/** A cue tied to what it attributes and to whom; ranges are of tokens. */
export interface Relation {
  readonly cue: Cue
  readonly pattern: Pattern
  readonly source: Range | undefined // none: unstated, or taken over from `sharedWith`
  readonly content: readonly Range[] // in order
  readonly sentence: number
}

interface Draft {
  cue: Cue
  pattern: Pattern
  source: Range | undefined
  content: Range[]
  sentence: number
  isOwn: boolean // its source is its own, not that of a cue before it
}

/** The relations of the doc, in order of their cues. */
export function findRelations(scene: Scene, cues: readonly Cue[]): Relation[] {
  const drafts: Draft[] = []
  const bySentence = new Map<number, Cue[]>()
  for (const cue of cues) {
    const sentence = scene.sentenceOf[cue.head] ?? -1
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), cue])
  }
  for (const [sentence, own] of bySentence) {
    const here: Draft[] = []
    for (const cue of own) {
      const draft = relate(scene, cue, sentence, here)
      if (draft) here.push(draft)
    }
    drafts.push(...separate(scene, here))
  }
  const kept = drafts.filter(
    (draft) =>
      scene.sentences[draft.sentence]?.kind !== 'heading' && isOutspoken(scene, draft) && !isTerms(scene, draft),
  )
  return continued(scene, kept).filter(({ content }) => content.length > 0)
}

// asked not to be named because the talks are secret: the terms on which they spoke, not what they said
function isTerms({ tokens }: Scene, { cue, content }: Draft): boolean {
  const [first] = content
  const words = first
    ? tokens
        .slice(Math.min(first.from, cue.to), first.from + 5)
        .map(({ lower }) => lower)
        .join(' ')
    : ''
  return (
    /^(ask|request)$/.test(cue.verb?.lemma ?? '') && /\bto be (?:named|identified|quoted)|\banonymity\b/.test(words)
  )
}

// "I think she knows," he said.: inside a quotation only a named third voice that plainly speaks is one of its own.
function isOutspoken(scene: Scene, { cue, pattern, source }: Draft): boolean {
  if ((scene.quotationOf[cue.head] ?? -1) < 0) return true
  if (!source || pattern === 'object' || pattern === 'infinitive' || pattern === 'passive') return false
  const words = scene.tokens.slice(source.from, source.to)
  return words.some(({ pos }) => /^(PROPN|NOUN)$/.test(pos)) && (cue.verb === undefined || SPEAKS.test(cue.verb.lemma))
}

const SPEAKS =
  /^(say|tell|announce|write|report|state|add|note|inform|claim|reveal|disclose|confirm|deny|declare|warn|explain)$/

function relate(scene: Scene, cue: Cue, at: number, earlier: readonly Draft[]): Draft | undefined {
  const sentence = scene.sentences[at]
  if (!sentence) return undefined
  switch (cue.kind) {
    case 'according to':
      return accordingTo(scene, cue, at, sentence)
    case 'reportedly':
      return reportedly(scene, cue, at, sentence)
    case 'colon':
      return undefined
    case 'passive':
      return passive(scene, cue, at, sentence)
    default:
      return spoken(scene, cue, at, sentence, earlier)
  }
}

// ---- according to

// The offer is dead, according to Meridian. / According to Meridian, the offer is dead.
function accordingTo(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const isFirst = scene.tokens.slice(sentence.from, cue.from).every(({ pos }) => /^(CCONJ|ADV|PUNCT)$/.test(pos))
  const source = findAuthority(scene, cue, isFirst)
  if (!source) return undefined
  const after = skipMarks(scene, source.to, sentence.to)
  const content = isFirst ? clauseFrom(scene, after, sentence) : before(scene, cue.from, sentence)
  return content.length ? { cue, pattern: 'according to', source, content, sentence: at, isOwn: true } : undefined
}

// ---- reportedly

// Karsk reportedly turned the offer down. -> content: turned the offer down, nobody named
function reportedly(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  let to = cue.to
  while (to < sentence.to && !/^[,;:—.]$/.test(scene.tokens[to]?.text ?? '')) to += 1
  const content = ranges(scene, cue.to, to)
  return content.length
    ? { cue, pattern: 'reportedly', source: undefined, content, sentence: at, isOwn: true }
    : undefined
}

// ---- passive

const HEARSAY =
  /^(expect|believe|say|think|know|understand|report|estimate|consider|see|allege|hear|rumou?r|announce|reveal|disclose|describe|call)$/

// The talks are expected to fail. / It was announced that …: nobody is named; with "by" somebody is.
function passive(scene: Scene, cue: Cue, at: number, sentence: Sentence): Draft | undefined {
  const lemma = cue.verb?.lemma ?? ''
  const next = scene.tokens[cue.to]
  if (HEARSAY.test(lemma) && (next?.lower === 'to' || next?.lower === 'that')) {
    const content = clauseFrom(scene, next.lower === 'to' ? cue.to : cue.to, sentence)
    return content.length
      ? { cue, pattern: 'passive', source: undefined, content, sentence: at, isOwn: true }
      : undefined
  }
  // "The offer is dead," he was quoted as saying.
  if (lemma === 'quote' && next?.lower === 'as') return undefined
  // Reporters were told that the talks had failed. / He was informed that …
  if (cue.verb?.takesHearer && next?.lower === 'that') {
    const content = clauseFrom(scene, cue.to, sentence)
    return content.length
      ? { cue, pattern: 'passive', source: undefined, content, sentence: at, isOwn: true }
      : undefined
  }
  return undefined
}

// ---- verbs with a subject

function spoken(scene: Scene, cue: Cue, at: number, sentence: Sentence, earlier: readonly Draft[]): Draft | undefined {
  const { tokens } = scene
  const isAside = isAsCue(scene, cue, sentence)
  const tail = skipTail(scene, cue, sentence)
  const ends = isEnd(scene, tail, sentence)
  const draft = (pattern: Pattern, source: Range | undefined, content: Range[], isOwn = true): Draft | undefined =>
    content.length ? { cue, pattern, source, content, sentence: at, isOwn } : undefined

  // As the envoy told Meridian on Friday, the offer is dead.
  if (isAside !== undefined) {
    const source = findSubject(scene, cue) ?? findInvertedSubject(scene, cue)
    if (!source) return undefined
    const end = asideEnd(scene, cue.to, sentence)
    const content = isAside
      ? clauseFrom(scene, skipMarks(scene, end, sentence.to), sentence)
      : before(scene, (source.from < cue.from ? source.from : cue.from) - 1, sentence)
    return draft('as said', source, content)
  }
  // "The offer is dead," said the envoy. / The offer is dead, said the envoy.
  if (cue.kind === 'finite' && isAfterContent(scene, cue.from) && canStandAlone(cue) && !cue.verb?.takesHearer) {
    const subject = findSubject(scene, cue)
    const isInsert =
      subject !== undefined &&
      tokens[cue.from - 1]?.text === ',' &&
      !closesQuotation(scene, cue.from - 1) &&
      !closesQuotation(scene, cue.from - 2)
    const inverted =
      isInsert && /^(that|to)$/.test(tokens[cue.to]?.lower ?? '') ? undefined : findInvertedSubject(scene, cue)
    if (inverted && !(isInsert && !isEnd(scene, inverted.to, sentence) && hasThatAhead(scene, inverted.to, sentence))) {
      const content = before(scene, cue.from, sentence)
      if (content.length && (!isInsert || closesQuotationNear(scene, cue.from))) {
        return draft(
          closesQuotationNear(scene, cue.from) ? 'quotation before' : 'clause before',
          inverted,
          withQuotationAfter(scene, content, inverted.to, sentence),
        )
      }
      if (
        content.length &&
        isInsert &&
        isEnd(scene, skipAdjuncts(scene, inverted.to, sentence), sentence) &&
        cue.verb?.frames.has('that')
      ) {
        return draft('clause before', inverted, content)
      }
    }
  }
  const own = cue.kind === 'participle' ? undefined : findSubject(scene, cue)
  const shared = own ?? sharedSubject(scene, cue, sentence, earlier)
  if (!shared) return undefined
  const isOwn = own !== undefined
  if (isExcluded(scene, shared)) return undefined

  if (cue.kind === 'silence') {
    const content = clauseFrom(scene, cue.to, sentence)
    if (content.length) return draft('silence', shared, content, isOwn)
    // All four declined to comment.: the cue is "declined", and "to comment" is what it leaves unsaid
    const last = tokens[cue.to - 2]?.lower === 'to' ? cue.to - 2 : cue.to - 1
    return {
      cue: { ...cue, to: last },
      pattern: 'silence',
      source: shared,
      content: [{ from: last, to: cue.to }],
      sentence: at,
      isOwn,
    }
  }
  // The offer is dead, the envoy told Meridian. / The plan, the envoy said, is dead.
  if (ends && own && canStandAlone(cue) && isAfterContent(scene, own.from)) {
    const isQuoted = closesQuotationNear(scene, own.from)
    const content = isQuoted || !isQuotationNext(scene, tail) ? before(scene, own.from, sentence) : []
    if (
      content.length &&
      (isQuoted || isMainClause(scene, content) || withRest(scene, content, tail, sentence).length > content.length)
    ) {
      const rest = isQuoted
        ? withQuotationAfter(scene, content, tail, sentence)
        : withRest(scene, content, tail, sentence)
      return draft(
        isQuoted ? 'quotation before' : rest.length > content.length ? 'insert' : 'clause before',
        shared,
        rest,
      )
    }
  }
  const complement = complementAt(scene, cue, sentence)
  if (!complement) return undefined
  return draft(complement.pattern, shared, clauseFrom(scene, complement.from, sentence), isOwn)
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
      const comma = tokens.findIndex(({ text }, at) => at > from && at < to && text === ',')
      if (comma < 0) return false
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

// There, it: subjects that speak for nobody. "It said" may be a body; "it was announced" is a passive.
function isExcluded({ tokens }: Scene, source: Range): boolean {
  return (
    source.to - source.from === 1 &&
    /^(there|this|that|which|what|it’s|its|my|our|their|your)$/.test(tokens[source.from]?.lower ?? '')
  )
}

/** True for "as the envoy said," first in the sentence, false for it further on, undefined for neither. */
function isAsCue(scene: Scene, cue: Cue, sentence: Sentence): boolean | undefined {
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

/** Over hearer, day and setting: "told Meridian on Friday in an interview" -> the token after them. */
function skipTail(scene: Scene, cue: Cue, sentence: Sentence): number {
  let at = cue.to
  if (cue.verb?.takesHearer || cue.verb?.lemma === 'ask') at = skipPhrase(scene, at, sentence)
  return skipAdjuncts(scene, at, sentence)
}

function skipPhrase(scene: Scene, from: number, sentence: Sentence): number {
  const { tokens } = scene
  let at = from
  for (; at < sentence.to; at++) {
    const token = tokens[at]
    if (!token || !/^(NOUN|PROPN|PRON|DET|ADJ|NUM|PART|X)$/.test(token.pos) || NOT_IN_PHRASE.test(token.lower)) break
    // told Meridian she: a new subject; on Friday Karsk: the day is over
    if (
      at > from &&
      (token.pos === 'DET' || DAY.test(tokens[at - 1]?.lower ?? '')) &&
      !/^(’s|'s)$/.test(token.lower) &&
      token.pos !== 'NUM' &&
      token.pos !== 'NOUN'
    )
      break
  }
  const [next, after] = [tokens[at], tokens[at + 1]]
  const isLinked =
    at > from && /^(of|for|and|from)$/.test(next?.lower ?? '') && /^(NOUN|PROPN|DET|ADJ)$/.test(after?.pos ?? '')
  return isLinked ? skipPhrase(scene, at + 1, sentence) : at
}

const NOT_IN_PHRASE = /^(that|who|which|he|she|they|we|i|it|there|to)$/
const DAY = /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)$/
const TIME_WORD =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|last|earlier|late|later|early|this|recently|then|again|afterward|afterwards|there|publicly|privately|simply|anonymously|here|instead|separately)$/

function skipAdjuncts(scene: Scene, from: number, sentence: Sentence): number {
  const { tokens } = scene
  let at = from
  while (at < sentence.to) {
    const token = tokens[at]
    if (!token || isQuoteMark(token)) return at
    if ((token.pos === 'ADP' && token.lower !== 'that') || TIME_WORD.test(token.lower)) {
      at = skipPhrase(scene, at + 1, sentence)
      if (
        at < sentence.to &&
        /^(following|regarding|concerning|announcing|about|condemning|responding|released|posted|published|aired|broadcast|due)$/.test(
          tokens[at]?.lower ?? '',
        )
      )
        at = skipPhrase(scene, at + 1, sentence)
      continue
    }
    if (token.pos === 'ADV' && !/^(how|why|when|where)$/.test(token.lower)) {
      at += 1
      continue
    }
    return at
  }
  return at
}

function isEnd({ tokens }: Scene, at: number, sentence: Sentence): boolean {
  return (
    at >= sentence.to ||
    /^[.,;:!?—–”"]$/.test(tokens[at]?.text ?? '') ||
    isQuoteMark(tokens[at]) ||
    /^(and|but|as|when|while|after|before|because|who|adding|saying)$/.test(tokens[at]?.lower ?? '')
  )
}

/** Where the complement begins, and by which pattern. */
function complementAt(scene: Scene, cue: Cue, sentence: Sentence): { from: number; pattern: Pattern } | undefined {
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
  if (frames.has('np') && startsPhrase(scene, cue.to, sentence)) return { from: cue.to, pattern: 'object' }
  return undefined
}

// would not discuss the levy, did not mention the paper, will reject it: nothing is said of the object
function isHypothetical({ tokens }: Scene, cue: Cue): boolean {
  return tokens
    .slice(cue.from, cue.head)
    .some(({ lower }) => /^(not|n't|n’t|never|would|will|could|can|may|might|should|must)$/.test(lower))
}

function hasThatAhead({ tokens }: Scene, from: number, sentence: Sentence): boolean {
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

function startsPhrase({ tokens }: Scene, from: number, sentence: Sentence): boolean {
  return (
    from < sentence.to &&
    /^(NOUN|PROPN|PRON|DET|ADJ|NUM|PUNCT|VERB|X)$/.test(tokens[from]?.pos ?? '') &&
    !/^[.,;:)—–]$/.test(tokens[from]?.text ?? '') &&
    !/^(it|that)$/.test(tokens[from]?.lower ?? '')
  )
}

/** The subject that a participle or a second verb shares with the cue before it: "said …, adding that". */
function sharedSubject(scene: Scene, cue: Cue, sentence: Sentence, earlier: readonly Draft[]): Range | undefined {
  const { tokens } = scene
  const last = earlier.at(-1)
  if (
    last?.source &&
    (cue.kind === 'participle' || tokens[cue.from - 1]?.pos === 'CCONJ' || tokens[cue.from - 1]?.text === ',')
  )
    return last.source
  if (cue.kind !== 'participle' && tokens[cue.from - 1]?.pos !== 'CCONJ') return undefined
  // Karsk turned the offer down, saying that …: the subject of the sentence's first verb
  for (let at = sentence.from + 1; at < cue.from; at++) {
    const token = tokens[at]
    if (!token || !/^(VERB|AUX)$/.test(token.pos) || /ing$/.test(token.lower)) continue
    let from = at
    while (from > sentence.from && /^(ADV|AUX)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1
    const subject = findSubject(scene, { from, to: at + 1 })
    if (subject && scene.quotationOf[subject.from] === scene.quotationOf[cue.from]) return subject
  }
  return undefined
}

// ---- contents

function skipMarks({ tokens }: Scene, from: number, to: number): number {
  let at = from
  while (at < to && /^[,:;—–]$/.test(tokens[at]?.text ?? '')) at += 1
  return at
}

/** From a token to the end of its sentence, or of the quotation that opens on the way, without the last stop. */
function clauseFrom(scene: Scene, from: number, sentence: Sentence): Range[] {
  const { tokens, quotationOf, sentenceOf } = scene
  let to = sentence.to
  const start = quotationOf[from] ?? -1
  const isInside = start >= 0 && !opensQuotation(scene, from)
  for (let at = from; at < to; at++) {
    const q = quotationOf[at] ?? -1
    // inside a quotation the clause ends with it; outside, it runs on to the end of one that it opened
    if (isInside && q !== start) to = at
    if (!isInside && at === to - 1 && q >= 0) while (to < tokens.length && quotationOf[to] === q) to += 1
  }
  if (isInside) while (to > from && isQuoteMark(tokens[to - 1])) to -= 1
  while (to > from && /^[.;,!?]$/.test(tokens[to - 1]?.text ?? '') && (sentenceOf[to - 1] === sentenceOf[from] || true))
    to -= 1
  return ranges(scene, from, to)
}

function ranges(scene: Scene, from: number, to: number): Range[] {
  return to > from && scene.tokens.slice(from, to).some(({ pos }) => pos !== 'PUNCT') ? [{ from, to }] : []
}

function closesQuotationNear(scene: Scene, at: number): boolean {
  return closesQuotation(scene, at - 1) || (scene.tokens[at - 1]?.text === ',' && closesQuotation(scene, at - 2))
}

/** What stands before `at`: the sentence so far, back to where a quotation that ends here began. */
function before(scene: Scene, at: number, sentence: Sentence): Range[] {
  const { tokens, quotationOf, sentences, sentenceOf } = scene
  let to = at
  if (tokens[to - 1]?.text === ',') to -= 1
  let from = sentence.from
  const q = quotationOf[to - 1] ?? -1
  const isOutside = q !== (quotationOf[at] ?? -1)
  if (q >= 0 && isOutside) {
    let open = to - 1
    while (open > 0 && quotationOf[open - 1] === q) open -= 1
    const first = sentences[sentenceOf[open] ?? -1]
    from = first && first.from < open && isClean(scene, first.from, open) ? first.from : open
    if (first && sentence.block !== first.block) from = sentence.from
  } else if (q >= 0) {
    while (from < to && quotationOf[from] !== q) from += 1
    if (isQuoteMark(tokens[from])) from += 0
  }
  while (
    from < to &&
    tokens[from]?.pos === 'PUNCT' &&
    !isQuoteMark(tokens[from]) &&
    !/^[([]$/.test(tokens[from]?.text ?? '')
  )
    from += 1
  const whole = ranges(scene, from, to)
  return q >= 0 && isOutside ? [...openParagraphsBefore(scene, q), ...whole] : whole
}

// The Karskian side “never asked,” she said.: the words before the mark belong to the content, unless they are a
// sentence of their own kind: a colon or another cue's words
function isClean({ tokens }: Scene, from: number, to: number): boolean {
  return !tokens.slice(from, to).some(({ text }) => /^[:;]$/.test(text)) && to - from <= 30
}

/** Earlier paragraphs of one quotation: each opened again, none closed until now. */
function openParagraphsBefore(scene: Scene, q: number): Range[] {
  const range = rangeOfQuotation(scene, q - 1)
  return range && !isClosed(scene, q - 1) ? [...openParagraphsBefore(scene, q - 1), range] : []
}

const VERBAL = /^(is|are|was|were|had|has|have|said|told|added|will|would)$/

/** A quotation that goes on after the cue's words: `"…," she said. "…"` and `"…," she said, "…"`. */
function withQuotationAfter(scene: Scene, content: Range[], from: number, sentence: Sentence): Range[] {
  const { tokens, quotationOf } = scene
  let at = from
  while (at < sentence.to && !opensQuotation(scene, at)) {
    const token = tokens[at]
    if (token && /^(VERB|AUX)$/.test(token.pos) && VERBAL.test(token.lower)) return content
    at += 1
  }
  if (!opensQuotation(scene, at) || blockOf(scene, at) !== sentence.block) return content
  const q = quotationOf[at] ?? -1
  let to = at
  while (to < tokens.length && quotationOf[to] === q) to += 1
  // "…," she said. "…," he said.: the second has a speaker of its own
  const next = tokens[to]
  const isOthers = isCommaBefore(scene, to) && next !== undefined && blockOf(scene, to) === sentence.block
  if (isOthers && tokens[at - 1]?.text !== ',') return content
  return [...content, { from: at, to }]
}

function isCommaBefore({ tokens }: Scene, at: number): boolean {
  return tokens[at - 2]?.text === ',' || tokens[at]?.text === ','
}

function blockOf(scene: Scene, at: number): number {
  return scene.sentences[scene.sentenceOf[at] ?? -1]?.block ?? -1
}

// The plan, the envoy said, is dead. -> two pieces
function withRest(scene: Scene, content: Range[], tail: number, sentence: Sentence): Range[] {
  const { tokens } = scene
  if (tokens[tail]?.text !== ',') return content
  const next = tokens[tail + 1]
  if (!next || !/^(AUX|VERB|ADP|PART|SCONJ|CCONJ|PRON|DET|PROPN|NOUN)$/.test(next.pos) || /ing$/.test(next.lower))
    return content
  if (/^(and|but|as|while|when|after|before|because|according|who|which|a|an)$/.test(next.lower)) return content
  return [...content, ...clauseFrom(scene, tail + 1, sentence)]
}

/** Cuts each content where the next cue's own words begin: "… said that A, adding that B" and "A, but she said B". */
function separate(scene: Scene, drafts: readonly Draft[]): Draft[] {
  for (const draft of drafts) {
    draft.content = draft.content.flatMap((whole) => {
      const piece = withoutFoundation(scene, draft, whole)
      const cuts = drafts.flatMap((other) => (other === draft ? [] : cutBefore(scene, draft, other, piece)))
      return ranges(scene, piece.from, withoutLink(scene, piece, Math.min(piece.to, ...cuts)))
    })
  }
  return drafts.filter(({ content }) => content.length > 0)
}

// reported that the offer stood, citing two diplomats: what the outlet rests on is no part of what it said
function withoutFoundation({ tokens, quotationOf }: Scene, draft: Draft, piece: Range): Range {
  for (let at = piece.from + 1; at < piece.to - 1; at++) {
    const isCiting = /^(citing|quoting)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at]?.text === ','
    if (isCiting && quotationOf[at] === quotationOf[draft.cue.head]) return { from: piece.from, to: at }
  }
  return piece
}

/** Where in the piece the other relation begins, if the piece must end there. */
function cutBefore({ tokens, quotationOf }: Scene, draft: Draft, other: Draft, piece: Range): number[] {
  if (other.cue.from <= piece.from || other.cue.from >= piece.to) return []
  const start = other.isOwn && other.source ? Math.min(other.source.from, other.cue.from) : other.cue.from
  // … said that A, adding that B
  const isSameVoice = !other.isOwn && other.source?.from === draft.source?.from
  // A, the envoy said, according to Meridian: the second has all before it as its content
  const isAfterword =
    other.cue.from > draft.cue.from &&
    /^(according to|clause before|quotation before)$/.test(other.pattern) &&
    other.content.some(({ from }) => from <= piece.from)
  // … said that A, but the minister said B: a new clause with a speaker of its own
  const isNewClause =
    other.isOwn &&
    other.cue.from > draft.cue.from &&
    /^(and|but|while|although|though|whereas)$/.test(tokens[start - 1]?.lower ?? '') &&
    tokens[start - 2]?.text === ',' &&
    quotationOf[start] === quotationOf[draft.cue.head]
  return isSameVoice || isAfterword || isNewClause ? [start] : []
}

/** The end of the piece without the comma and the "and" that led to what was cut off. */
function withoutLink({ tokens }: Scene, piece: Range, cut: number): number {
  let to = cut
  if (to === piece.to) return to
  while (to > piece.from) {
    const token = tokens[to - 1]
    if (
      !token ||
      !(
        /^[,;—–]$/.test(token.text) ||
        token.pos === 'CCONJ' ||
        /^(while|by|as|although|though|whereas)$/.test(token.lower)
      )
    )
      break
    to -= 1
  }
  return to
}

/**
 * A quotation left open goes on in the next paragraph, and so does the speaker of the one before where a paragraph is
 * all quotation and names nobody: "…," she said. ¶ "It is over. We will not be back."
 */
function continued(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const taken = new Set(drafts.flatMap(({ content }) => content.flatMap((piece) => quotationsIn(scene, piece))))
  for (const draft of drafts) {
    let last = draft.content.at(-1)
    let unmarked = 0 // paragraphs taken over though the one before was closed
    for (let q = lastQuotationOf(scene, draft); q >= 0 && last; ) {
      const next = q + 1
      const range = rangeOfQuotation(scene, next)
      if (!range || taken.has(next) || blockOf(scene, range.from) !== blockOf(scene, last.to - 1) + 1) break
      const isLater = drafts.some(
        (other) => other !== draft && other.cue.from > draft.cue.from && other.cue.from < range.from,
      )
      if (isClosed(scene, q)) unmarked += 1
      if (isTurn(scene, range) || (unmarked > 0 && (isLater || unmarked > MOST_UNMARKED || !fillsBlock(scene, range))))
        break
      draft.content.push(range)
      taken.add(next)
      last = range
      q = next
    }
  }
  return [...drafts]
}

const MOST_UNMARKED = 2 // a third paragraph of unclaimed quotation is more often a transcript than one speaker

// "MARROW: We never asked.": a turn in a transcript
function isTurn({ tokens }: Scene, { from }: Range): boolean {
  return tokens.slice(from + 1, from + 5).some(({ text }) => text === ':')
}

function quotationsIn({ quotationOf }: Scene, piece: Range): number[] {
  return [...new Set(quotationOf.slice(piece.from, piece.to))].filter((q) => q >= 0)
}

/** The quotation that the draft's content ends with; -1 where it ends without one. */
function lastQuotationOf(scene: Scene, { content }: Draft): number {
  const last = content.at(-1)
  return last ? (scene.quotationOf[last.to - 1] ?? -1) : -1
}

function rangeOfQuotation({ quotationOf }: Scene, q: number): Range | undefined {
  const from = q < 0 ? -1 : quotationOf.indexOf(q)
  return from < 0 ? undefined : { from, to: quotationOf.lastIndexOf(q) + 1 }
}

function fillsBlock(scene: Scene, { from, to }: Range): boolean {
  const block = blockOf(scene, from)
  return blockOf(scene, from - 1) !== block && blockOf(scene, to) !== block
}
