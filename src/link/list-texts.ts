// Of which texts of a doc vectors are made: what its attributions say, its head, and its top.
import type { Doc } from '../model/doc.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { wordsOf } from '../model/span.ts'
import { wordsOfContent } from './content-words.ts'
import { isBody } from './make-contents.ts'

/** The texts, each once, in order of the doc. */
export function listTexts(read: ReadDoc): string[] {
  const said = read.reading.attributions
    .filter(({ content }) => isBody(read, content[0].start))
    .map((attribution) => wordsOfContent(read, attribution).words)
  return [...new Set([openingOf(read), topOf(read.doc), ...said])].filter((text) => /\p{L}/u.test(text))
}

/** What a report is about: its headline, its standfirst and the first sentence of its body. */
export function openingOf({ doc, reading }: ReadDoc): string {
  const spans = doc.blocks.filter(({ kind }) => kind === 'headline' || kind === 'standfirst').map(({ span }) => span)
  const body = doc.blocks.find(({ kind }) => kind === 'paragraph')?.span.start ?? 0
  const first = reading.sentences.find(({ start }) => start >= body)
  const [one, ...others] = first ? [...spans, first] : spans
  return one ? wordsOf(doc.text, [one, ...others]) : ''
}

const SEEN = 900 // characters: more than a network sees of a text

/** By what a report is told to be of a story: its headline, its standfirst and how its body begins. */
export function topOf({ text, blocks }: Doc): string {
  const told = blocks.filter(({ kind }) => kind === 'headline' || kind === 'standfirst' || kind === 'paragraph')
  let top = ''
  for (const { span } of told) {
    if (top.length >= SEEN) break
    top += `${text.slice(span.start, span.end)} `
  }
  return top.slice(0, SEEN).trim()
}
