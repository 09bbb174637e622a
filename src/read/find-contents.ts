// How far what was said reaches: before the cue, after it, over sentences, and on after a break.
import { closesQuotation, isClosed, isQuoteMark, opensQuotation, type Range, type Scene } from './scene.ts'
import type { Sentence } from './tokenise.ts'

/** From a token to the end of its sentence, or of the quotation that opens on the way, without the last stop. */
export function clauseFrom(scene: Scene, from: number, sentence: Sentence): Range[] {
  const { tokens, quotationOf } = scene
  let to = sentence.to
  const start = quotationOf[from] ?? -1
  const isInside = start >= 0 && !opensQuotation(scene, from)
  for (let at = from; at < to; at++) {
    const q = quotationOf[at] ?? -1
    // Karsk says the guns were silent; Veldania has counted nine shots.: what follows is no part of what was said
    if (tokens[at]?.text === ';' && q < 0 && at > from) to = at
    // inside a quotation the clause ends with it; outside, it runs on to the end of one that it opened
    if (isInside && q !== start) to = at
    if (!isInside && at === to - 1 && q >= 0) while (to < tokens.length && quotationOf[to] === q) to += 1
  }
  if (isInside) while (to > from && isQuoteMark(tokens[to - 1])) to -= 1
  while (to > from && /^[.;,!?]$/.test(tokens[to - 1]?.text ?? '')) to -= 1
  return rangesOf(scene, from, to)
}

export function rangesOf(scene: Scene, from: number, to: number): Range[] {
  return to > from && scene.tokens.slice(from, to).some(({ pos }) => pos !== 'PUNCT') ? [{ from, to }] : []
}

export function closesQuotationNear(scene: Scene, at: number): boolean {
  return closesQuotation(scene, at - 1) || (scene.tokens[at - 1]?.text === ',' && closesQuotation(scene, at - 2))
}

/** What stands before `at`: the sentence so far, back to where a quotation that ends here began. */
export function contentBefore(scene: Scene, at: number, sentence: Sentence): Range[] {
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
  }
  while (
    from < to &&
    tokens[from]?.pos === 'PUNCT' &&
    !isQuoteMark(tokens[from]) &&
    !opensQuotation(scene, from) &&
    !/^[([]$/.test(tokens[from]?.text ?? '')
  )
    from += 1
  const whole = rangesOf(scene, from, to)
  return q >= 0 && isOutside ? withOpenParagraphs(scene, q, whole) : whole
}

// The Karskian side “never asked,” she said.: the words before the mark belong to the content, unless they are a
// sentence of their own kind: a colon or another cue's words
function isClean({ tokens }: Scene, from: number, to: number): boolean {
  return to - from <= 30 && !tokens.slice(from, to).some(({ text }) => /^[:;]$/.test(text))
}

/** The content with the earlier paragraphs of its quotation `q`: each opened again, none closed until now. */
export function withOpenParagraphs(scene: Scene, q: number, content: readonly Range[]): Range[] {
  const range = rangeOfQuotation(scene, q - 1)
  const own = rangeOfQuotation(scene, q)
  const isFirst = own !== undefined && blockOf(scene, own.from - 1) === blockOf(scene, own.from) - 1
  return range && isFirst && !isClosed(scene, q - 1)
    ? withOpenParagraphs(scene, q - 1, [range, ...content])
    : [...content]
}

const VERBAL = /^(is|are|was|were|had|has|have|said|told|added|will|would)$/

/** A quotation that goes on after the cue's words: `"…," she said. "…"` and `"…," she said, "…"`. */
export function withQuotationAfter(scene: Scene, content: Range[], from: number, sentence: Sentence): Range[] {
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

// The plan, the envoy said, is dead. -> two pieces
export function withRest(scene: Scene, content: Range[], tail: number, sentence: Sentence): Range[] {
  const { tokens } = scene
  if (tokens[tail]?.text !== ',') return content
  const next = tokens[tail + 1]
  if (!next || !/^(AUX|VERB|ADP|PART|SCONJ|CCONJ|PRON|DET|PROPN|NOUN)$/.test(next.pos) || /ing$/.test(next.lower))
    return content
  if (/^(and|but|as|while|when|after|before|because|according|who|which|a|an)$/.test(next.lower)) return content
  return [...content, ...clauseFrom(scene, tail + 1, sentence)]
}

export function blockOf(scene: Scene, at: number): number {
  return scene.sentences[scene.sentenceOf[at] ?? -1]?.block ?? -1
}

export function rangeOfQuotation({ quotationRanges }: Scene, q: number): Range | undefined {
  return quotationRanges[q]
}
