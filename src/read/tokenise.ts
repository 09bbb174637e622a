// Words, parts of speech and sentences of a doc, block by block, with exact offsets. The tagger is wink-nlp's.

import { DATELINE } from '../model/dateline.ts'
import type { BlockKind, Doc } from '../model/doc.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { endsSentence, endsWithNo } from './ends-sentence.ts'
import type { Tagger } from './load-tagger.ts'

/** One word or mark. `at` is its index among all tokens of the doc; offsets are UTF-16 units of the doc's text. */
export interface Token {
  readonly at: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  readonly pos: string // Universal Dependencies tag: NOUN, PROPN, VERB, AUX, ADP …
}

/** A sentence: tokens `from` up to but not including `to`, in a block of one kind. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly block: number
  readonly kind: BlockKind
  readonly isFirst: boolean // of the doc
}

export interface Words {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/** The words and sentences of the doc's blocks; text between blocks has none. */
export function tokenise(doc: Doc, tagger: Tagger): Words {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  doc.blocks.forEach(({ kind, span }, block) => {
    const from = tokens.length
    const { words, tags, ends } = tagger.tag(withoutNoise(doc.text.slice(span.start, span.end)))
    let offset = span.start
    const lastAt: number[] = [] // by word: the last token up to it
    words.forEach((word, i) => {
      const start = doc.text.indexOf(word, offset)
      lastAt[i] = tokens.length - 1
      if (start < 0 || start + word.length > span.end) return // a word that the tagger changed: passed over
      offset = start + word.length
      const before = tokens.at(-1)
      // the tagger takes the two apostrophes of ''a wire's quotation'' for two words
      if (word === "'" && before?.text === "'" && before.end === start && before.at >= from) {
        tokens[before.at] = { ...before, end: offset, text: "''", lower: "''" }
        return
      }
      lastAt[i] = tokens.length
      tokens.push({
        at: tokens.length,
        start,
        end: offset,
        text: word,
        lower: word.toLowerCase(),
        pos: retagged(tokens.at(-1), word, tags[i] ?? 'X', from),
      })
    })
    // Q. Who fired?: the letter is who asks, and the stop is no part of it
    const opening = tokens[from]
    if (opening && /^[QA]\.$/.test(opening.text) && tokens.length > from + 1) {
      const stop = { ...opening, at: from + 1, start: opening.start + 1, text: '.', lower: '.', pos: 'PUNCT' }
      const later = tokens.splice(from + 1).map((token) => ({ ...token, at: token.at + 1 }))
      tokens[from] = { ...opening, end: opening.start + 1, text: opening.text[0] ?? '', lower: opening.lower[0] ?? '' }
      tokens.push(stop, ...later)
      lastAt.forEach((at, i) => {
        lastAt[i] = at >= from ? at + 1 : at
      })
    }
    const dateline = DATELINE.exec(doc.text.slice(span.start, span.end))?.[0].length ?? 0
    let first = from
    while (first < tokens.length && (tokens[first]?.start ?? 0) < span.start + dateline) first += 1
    const extra = words.flatMap((word, i) => (endsWithNo(word, words[i + 1]) ? [i] : []))
    for (const end of [...new Set([...ends, ...extra])].toSorted((a, b) => a - b)) {
      const last = lastAt[end] ?? tokens.length - 1
      const [a, b] = [tokens[first], tokens[last]]
      if (!a || !b || last < first) continue
      const isLast = last === tokens.length - 1
      if (
        !isLast &&
        !endsSentence(doc.text.slice(Math.max(a.start, b.end - BEFORE), b.end), doc.text.slice(b.end, b.end + AFTER))
      )
        continue
      const before = sentences.at(-1)
      if (first === from && before && isBroken(doc, block)) {
        sentences[sentences.length - 1] = {
          ...before,
          to: last + 1,
          span: makeSpan(doc.text, before.span.start, b.end),
        }
        first = last + 1
        continue
      }
      sentences.push({
        from: first,
        to: last + 1,
        span: makeSpan(doc.text, a.start, b.end),
        block,
        kind,
        isFirst: sentences.length === 0,
      })
      first = last + 1
    }
  })
  return { text: doc.text, tokens, sentences }
}

// Ilse Marrow, ¶ the Karskan envoy, said the offer was dead.: a sentence that a break of paragraphs cut in two
function isBroken({ blocks, text }: Doc, block: number): boolean {
  const [before, own] = [blocks[block - 1], blocks[block]]
  if (before?.kind !== 'paragraph' || own?.kind !== 'paragraph') return false
  if (text.slice(before.span.end, own.span.start).trim() !== '') return false // a caption stands between
  const isOpen = /[,—–]["”’]?\s*$/.test(text.slice(Math.max(before.span.start, before.span.end - 9), before.span.end))
  return isOpen && /^\p{Ll}/u.test(text.slice(own.span.start, own.span.end).trimStart())
}

const BEFORE = 40 // units up to a stop, and
const AFTER = 20 // units behind it, that tell whether a sentence goes on

const NOISE = /\S{120,}/g // no word is as long; what is, an address or a run of marks, takes the tagger minutes

/** The text with its endless words blanked out, so that all offsets stay. */
function withoutNoise(text: string): string {
  return text.replace(NOISE, (run) => ' '.repeat(run.length))
}

// Downing Street said: no verb; said Una Grieve: a capital after a name is a name, whatever verb or noun it may be elsewhere
function retagged(before: Token | undefined, word: string, tag: string, first: number): string {
  if (word === 'Downing') return 'PROPN'
  const isInName =
    before !== undefined && before.at >= first && before.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(before.text)
  return isInName && /^(VERB|ADJ|ADV|AUX|NOUN)$/.test(tag) && /^\p{Lu}\p{Ll}/u.test(word) ? 'PROPN' : tag
}
