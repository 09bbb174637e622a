// Where the network's content breaks off in the middle of what marks or sentences hold together, they are surer.
import type { Draft } from './relation.ts'
import { isClosed, type Range, type Scene } from './scene.ts'
import { withoutFoundation } from './separate-contents.ts'
import { byParagraph } from './trim-pieces.ts'

/**
 * The draft with what is said within a clause ended where the clause ends: Hale, who [denies fraud], told Meridian that he would stay.
 */
export function withinClause({ tokens, sentences, quotationOf }: Scene, draft: Draft): Draft {
  const { cue, sentence } = draft
  const comma = tokens.slice(Math.max(0, cue.from - LONGEST_CLAUSE), cue.from).findLast(({ text }) => text === ',')
  const isInClause =
    comma && comma.at >= (sentences[sentence]?.from ?? 0) && RELATIVE.test(tokens[comma.at + 1]?.lower ?? '')
  if (!isInClause) return draft
  const content = draft.content.map((piece) => {
    if (piece.from < cue.to) return piece
    const words = tokens.slice(piece.from, piece.to - 1)
    const end = words.find(({ text, at }) => {
      const next = tokens[at + 1]
      const isOfClause = quotationOf[at] === quotationOf[cue.head]
      const isVerb = /^(?:VERB|AUX)$/.test(next?.pos ?? '') && !/ing$/.test(next?.lower ?? '')
      const isInsert = opensInsert(tokens, at) || closesInsert(tokens.slice(piece.from, at))
      return text === ',' && isOfClause && isVerb && !isInsert
    })
    return end && end.at > piece.from ? { from: piece.from, to: end.at } : piece
  })
  return { ...draft, content }
}

// the dam, [built in 1990], was safe: a verb stands behind the next comma, too
function opensInsert(tokens: Scene['tokens'], comma: number): boolean {
  const next = tokens.slice(comma + 1, comma + LONGEST_INSERT).find(({ text }) => text === ',')
  const verb = next && tokens[next.at + 1]
  return verb !== undefined && /^(?:VERB|AUX)$/.test(verb.pos) && !/ing$/.test(verb.lower)
}

const LONGEST_INSERT = 8 // words

// that the minister, [Ilse Marrow], had resigned: the second comma ends the insert, and not the clause
function closesInsert(before: Scene['tokens']): boolean {
  const comma = before.findLastIndex(({ text }) => text === ',')
  return comma >= 0 && before.slice(comma + 1).every(({ pos }) => pos !== 'AUX')
}

const RELATIVE = /^(?:who|which|whom|whose)$/
const LONGEST_CLAUSE = 10 // words before the cue: whose spokesman Peter Hale

const STRAY = 4 // words; a piece as short beyond the cue's sentence is a slip unless it is a sentence

/** The draft with whole quotations and whole sentences where its content had cut them. */
export function mendContents(scene: Scene, draft: Draft, rivals: readonly Draft[]): Draft {
  const content = draft.content
    .flatMap((piece) => byParagraph(scene, piece))
    .map((piece) => withoutFoundation(scene, draft, piece))
    .map((piece) => withoutVerdict(scene, piece, draft))
    .map((piece) => wholeClause(scene, piece, draft, rivals))
    .map((piece) => upToComma(scene, piece, draft))
    .map((piece) => upToStop(scene, piece, draft))
    .map((piece) => wholeQuotation(scene, piece, draft, rivals))
    .map((piece) => withoutOpening(scene, piece))
    .flatMap((piece) => withoutStray(scene, piece, draft))
    .filter((piece) => !isComment(scene, piece, draft))
  return { ...draft, content: withSubject(scene, draft, merge(content.length > 0 ? content : draft.content)) }
}

// The drone was Karskan, Marrow said, [in an incident that threatens the talks]: what the writer makes of it
function isComment({ tokens }: Scene, { from }: Range, { cue, content }: Draft): boolean {
  const isBehind = from >= cue.to && content.some((piece) => piece.to <= cue.from)
  const words = tokens
    .slice(from, from + COMMENT)
    .map(({ lower }) => lower)
    .join(' ')
  return isBehind && tokens[from - 1]?.text === ',' && IS_COMMENT.test(words)
}

const COMMENT = 7 // words
const IS_COMMENT =
  /^(?:in|as) (?:an?|the) (?:\p{L}+ ){0,2}?(?:incident|move|sign|blow|shift|step|development|reversal|escalation|setback|turn|gesture|concession|rebuke) (?:that|which)\b/u

// The Herald reported that Calder took the money. [That was wrong.]: what is said of it afterwards is no part of it
function withoutVerdict({ tokens, sentences, sentenceOf, quotationOf }: Scene, piece: Range, { cue }: Draft): Range {
  const home = sentenceOf[cue.head] ?? -1
  for (let at = Math.max(piece.from + 1, sentences[home]?.to ?? piece.to); at < piece.to; at++) {
    const own = sentences[sentenceOf[at] ?? -1]
    if (!own || own.from !== at || (quotationOf[at] ?? -1) >= 0) continue
    const words = tokens
      .slice(at, at + VERDICT)
      .map(({ lower }) => lower)
      .join(' ')
    if (IS_WRONG.test(words)) return { from: piece.from, to: at }
  }
  return piece
}

const VERDICT = 7 // words
const IS_WRONG =
  /^(?:that|this|it|the (?:report|article|story|claim)) (?:is|was|were|has been) (?:\p{L}+ly )?(?:wrong|false|incorrect|inaccurate|untrue|mistaken|an error|a mistake|not (?:true|so|correct|accurate|the case))\b/u

// [The delegation walked out on] Tuesday after the chairwoman spoke, two officials said: no content begins within a phrase; nor with its
// condition: [Marrow told her cabinet that she would sign] if the ports were opened, two ministers said
function wholeClause(
  { tokens, sentences, quotationOf }: Scene,
  piece: Range,
  draft: Draft,
  rivals: readonly Draft[],
): Range {
  const { source, cue, sentence } = draft
  const own = sentences[sentence]
  const start = Math.min(source?.from ?? cue.from, cue.from)
  const isOnCondition = [piece.from - 1, piece.from].some((at) => CONDITION.test(tokens[at]?.lower ?? ''))
  const isCut =
    isOnCondition ||
    (/^(?:ADP|DET|PART)$/.test(tokens[piece.from - 1]?.pos ?? '') && tokens[piece.from]?.pos !== 'VERB')
  const isBefore = own && piece.from > own.from && piece.to <= start && tokens[start - 1]?.text === ','
  if (!isCut || !isBefore) return piece
  const words = tokens.slice(own.from, piece.from)
  const isShared = rivals.some(
    (other) => other.cue !== cue && other.cue.from >= own.from && other.cue.from < piece.from,
  )
  return isPlain(words, quotationOf) && (isOnCondition || !isShared) ? { from: own.from, to: piece.to } : piece
}

// no quotation, aside or further clause among them
function isPlain(words: Scene['tokens'], quotationOf: Scene['quotationOf']): boolean {
  return words.every(({ at, text }) => (quotationOf[at] ?? -1) < 0 && !/^[,:;()—–]$/.test(text))
}

const CONDITION = /^(?:if|unless|until|provided)$/

// denied having laid mines [since the accord began]: without it the denial says more than was said; that forty were [wounded]
function upToStop({ tokens, sentences, quotationOf }: Scene, piece: Range, { cue, sentence }: Draft): Range {
  const end = (sentences[sentence]?.to ?? 0) - 1
  const isCut =
    (cue.verb?.lemma === 'deny' && /^(?:since|until|unless)$/.test(tokens[piece.to]?.lower ?? '')) ||
    (tokens[piece.to - 1]?.pos === 'AUX' && tokens[piece.to]?.pos === 'VERB')
  if (!isCut || piece.from < cue.to || piece.to >= end) return piece
  const left = tokens.slice(piece.to, end)
  return isPlain(left, quotationOf) ? { from: piece.from, to: end } : piece
}

// The officer on whose word [it rested told us that he had erred], said Ilse Marrow: what stands before the comma is told whole
function upToComma({ tokens, sentences, quotationOf }: Scene, piece: Range, draft: Draft): Range {
  const { source, cue, sentence, content } = draft
  const start = Math.min(source?.from ?? cue.from, cue.from)
  const isOnly = content.filter(({ to }) => to <= start).length === 1
  const isCut = isOnly && piece.from === sentences[sentence]?.from && piece.to < start - 1
  if (!isCut || tokens[start - 1]?.text !== ',') return piece
  const left = tokens.slice(piece.to, start - 1)
  return isPlain(left, quotationOf) && tokens[piece.to]?.lower !== 'and' ? { from: piece.from, to: start - 1 } : piece
}

// accused Hale[, who] was born there, [of fraud]; ruled that it is “true”[, but in the course] of the report: what has only begun
function withoutOpening({ tokens }: Scene, { from, to }: Range): Range {
  const last = tokens[to - 1]
  if (to - from > 3 && RELATIVE.test(last?.lower ?? '') && tokens[to - 2]?.text === ',') return { from, to: to - 2 }
  if (tokens[to]?.lower !== 'of' || last?.pos !== 'NOUN') return { from, to }
  const but = tokens.slice(Math.max(from + 1, to - LONGEST_OPENING), to).find(({ lower }) => lower === 'but')
  return but && tokens[but.at - 1]?.text === ',' ? { from, to: but.at - 1 } : { from, to }
}

const LONGEST_OPENING = 6 // words of a clause that the piece breaks off in

// [Karsk], officials said, [has closed the bridge]: who did it belongs to what is said
function withSubject({ tokens, sentences }: Scene, { source, cue, sentence }: Draft, content: Range[]): Range[] {
  const [piece] = content
  const start = Math.min(source?.from ?? cue.from, cue.from)
  const end = Math.max(source?.to ?? cue.to, cue.to)
  const own = sentences[sentence]
  if (!piece || !own || piece.from < end || tokens[start - 1]?.text !== ',' || tokens[piece.from - 1]?.text !== ',')
    return content
  const [verb] = tokens.slice(piece.from, piece.to).filter(({ pos }) => pos !== 'ADV')
  if (!/^(?:VERB|AUX)$/.test(verb?.pos ?? '') || /ing$/.test(verb?.lower ?? '')) return content
  const from = own.from + (tokens[own.from]?.pos === 'CCONJ' ? 1 : 0)
  const subject = tokens.slice(from, start - 1)
  const isPhrase =
    subject.some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos)) &&
    subject.every(({ pos, text }) => !/^(?:VERB|AUX|SCONJ|CCONJ)$/.test(pos) && !/^[,:;—–]$/.test(text)) &&
    subject[0]?.pos !== 'ADP'
  return isPhrase ? [{ from, to: start - 1 }, ...content] : content
}

// “The offer is dead. Nobody will …” he said.: a quotation that the cue stands outside of is his to its last mark
function wholeQuotation(scene: Scene, piece: Range, draft: Draft, rivals: readonly Draft[]): Range {
  const { quotationOf, quotationRanges } = scene
  let { from, to } = piece
  const grow = (q: number): void => {
    const whole = quotationRanges[q]
    if (!whole || (draft.cue.from >= whole.from && draft.cue.from < whole.to) || !isClosed(scene, q)) return
    const isTaken = rivals.some(
      ({ cue }) =>
        cue !== draft.cue && cue.from >= whole.from && cue.from < whole.to && (cue.from < from || cue.from >= to),
    )
    const shared = Math.min(to, whole.to) - Math.max(from, whole.from)
    if (isTaken && shared < (whole.to - whole.from) / 2) return
    if (draft.source && draft.source.from >= whole.from && draft.source.from < whole.to) return
    from = Math.min(from, whole.from)
    to = Math.max(to, whole.to)
  }
  const first = quotationOf[piece.from] ?? -1
  const last = quotationOf[piece.to - 1] ?? -1
  if (first >= 0) grow(first)
  if (last >= 0 && last !== first) grow(last)
  return { from, to }
}

/** The draft without what its teller adds to it: Marrow said that Hale had confirmed the deal[, calling it a relief]. */
export function withoutAfterword({ tokens, quotationOf }: Scene, draft: Draft, rivals: readonly Draft[]): Draft {
  if (draft.pattern === 'network') return draft
  const content = draft.content.map((piece) => {
    const added = rivals.find(
      ({ cue, source }) =>
        cue.from > piece.from + 1 &&
        cue.from < piece.to &&
        source?.from !== draft.source?.from &&
        tokens[cue.from - 1]?.text === ',' &&
        /ing$/.test(tokens[cue.head]?.lower ?? '') &&
        quotationOf[cue.head] === quotationOf[draft.cue.head],
    )
    return added ? { from: piece.from, to: added.cue.from - 1 } : piece
  })
  return { ...draft, content }
}

/** The draft without what another tells of it: An aide said the envoy was misquoted[, Meridian reported]. */
export function withoutRivals(scene: Scene, draft: Draft, rivals: readonly Draft[]): Draft {
  return { ...draft, content: draft.content.map((piece) => withoutRival(scene, piece, draft, rivals)) }
}

function withoutRival({ tokens, quotationOf }: Scene, piece: Range, { cue }: Draft, rivals: readonly Draft[]): Range {
  const rival = rivals.find(
    (other) =>
      other.source &&
      other.cue !== cue &&
      other.source.from - 1 > piece.from &&
      other.source.to <= other.cue.from &&
      other.cue.from - other.source.to <= 1 &&
      tokens[other.source.from - 1]?.text === ',' &&
      (quotationOf[other.cue.head] ?? -1) < 0 &&
      tokens.slice(other.cue.to, piece.to).every(({ pos }) => pos === 'PUNCT') &&
      other.cue.to <= piece.to &&
      other.content.some(({ from, to }) => from <= piece.from && to >= (other.source?.from ?? 0) - 1),
  )
  return rival?.source ? { from: piece.from, to: rival.source.from - 1 } : piece
}

// … said that the offer was dead. | The: a word or two of the next sentence are a slip
function withoutStray({ tokens, sentences, sentenceOf, quotationOf }: Scene, piece: Range, draft: Draft): Range[] {
  const home = sentenceOf[draft.cue.head] ?? -1
  let { from, to } = piece
  for (;;) {
    const first = sentences[sentenceOf[from] ?? -1]
    const last = sentences[sentenceOf[to - 1] ?? -1]
    if (!first || !last) return [{ from, to }]
    if (first === last) break
    const isQuoted = (quotationOf[to - 1] ?? -1) >= 0 && (quotationOf[from] ?? -1) >= 0
    const wordsIn = (a: number, b: number): number => tokens.slice(a, b).filter(({ pos }) => pos !== 'PUNCT').length
    if (!isQuoted && sentenceOf[to - 1] !== home && wordsIn(to, last.to) > 0 && wordsIn(last.from, to) <= STRAY) {
      to = last.from
      continue
    }
    if (!isQuoted && sentenceOf[from] !== home && wordsIn(first.from, from) > 0 && wordsIn(from, first.to) <= STRAY) {
      from = first.to
      continue
    }
    break
  }
  const own = sentences[sentenceOf[from] ?? -1]
  const isAway = own !== undefined && sentenceOf[from] !== home && sentenceOf[to - 1] !== home
  const isPart = own !== undefined && (from > own.from + 1 || to < own.to - 1)
  const isShort = tokens.slice(from, to).filter(({ pos }) => pos !== 'PUNCT').length <= STRAY
  return isAway && isPart && isShort ? [] : [{ from, to }]
}

/** Pieces in order, joined where they overlap. */
function merge(pieces: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && piece.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, piece.to) }
    else merged.push(piece)
  }
  return merged
}
