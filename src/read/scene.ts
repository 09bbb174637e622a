// What the steps of a reading look at together: words, sentences, quotations, and which word stands in which.
import type { Doc } from '../model/doc.ts'
import { makeSpan, type Span } from '../model/span.ts'
import type { Sentence, Token, Words } from './tokenise.ts'

export interface Scene {
  readonly doc: Doc
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Span[]
  readonly sentenceOf: Int32Array // by token: the index of its sentence
  readonly quotationRanges: readonly (Range | undefined)[] // by quotation: its tokens, marks included
  readonly quotationOf: Int32Array // by token: the index of the quotation it stands in, marks included; -1 outside
}

/** A half-open range of tokens. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** Lays words and quotations over one another. */
export function makeScene(doc: Doc, words: Words, quotations: readonly Span[]): Scene {
  const { tokens, sentences } = words
  const sentenceOf = new Int32Array(tokens.length).fill(-1)
  sentences.forEach(({ from, to }, i) => {
    sentenceOf.fill(i, from, to)
  })
  const quotationOf = new Int32Array(tokens.length).fill(-1)
  let q = 0
  for (const token of tokens) {
    while (q < quotations.length && (quotations[q]?.end ?? 0) <= token.start) q += 1
    const quotation = quotations[q]
    if (quotation && quotation.start <= token.start) quotationOf[token.at] = q
  }
  const quotationRanges: (Range | undefined)[] = quotations.map(() => undefined)
  quotationOf.forEach((index, at) => {
    if (index >= 0) quotationRanges[index] = { from: quotationRanges[index]?.from ?? at, to: at + 1 }
  })
  return { doc, tokens, sentences, quotations, sentenceOf, quotationOf, quotationRanges }
}

/** The characters from the first to the last token of the range. */
export function spanOf({ doc, tokens }: Scene, { from, to }: Range): Span {
  return makeSpan(doc.text, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
}

/** The words of the range as printed. */
export function textOf(scene: Scene, range: Range): string {
  const { start, end } = spanOf(scene, range)
  return scene.doc.text.slice(start, end)
}

/** The words of the tokens in small letters, with a space between two. */
export function lowerOf({ tokens }: Scene, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ')
}

/** The token that begins at the offset, or that holds it. By halving. */
export function tokenAt({ tokens }: Scene, offset: number): number | undefined {
  let [low, high] = [0, tokens.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (!token) return undefined
    if (offset < token.start) high = middle - 1
    else if (offset >= token.end) low = middle + 1
    else return middle
  }
  return undefined
}

/** True for a token that opens or closes a quotation. */
export function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && /^(["“”„«»‘‚‹›]|'')$/.test(token.text)
}

/** True where the token opens the quotation it stands in. */
export function opensQuotation(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  return token !== undefined && scene.quotations[scene.quotationOf[at] ?? -1]?.start === token.start
}

/** True where the token ends the quotation it stands in. */
export function closesQuotation(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]
  return token !== undefined && scene.quotations[scene.quotationOf[at] ?? -1]?.end === token.end
}

/** True where the quotation ends with a mark; one that goes on in the next paragraph does not. */
export function isClosed({ doc, quotations }: Scene, quotation: number): boolean {
  const span = quotations[quotation]
  return span !== undefined && /["”“»«‘’›']$/.test(doc.text.slice(span.start + 1, span.end))
}
