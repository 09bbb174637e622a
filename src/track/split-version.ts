// A text as two versions of it are compared: its blocks, each as its words. White space, case, punctuation and the shape of
// quotation marks do not count; an amount with its sign does ("$1,200", "40%").
import type { Doc } from '../model/doc.ts'

export interface Word {
  readonly key: string // as it is compared
  readonly start: number
  readonly end: number
  readonly block: number
  readonly place: number // among the words of the text
}

export interface SplitVersion {
  readonly blocks: readonly (readonly Word[])[] // those that have words
  readonly isCut: boolean // it has more words than were asked for
}

const WORD = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*|[\p{Sc}%]/gu

/** The words of each block, at most so many in all. */
export function splitVersion(
  { text, blocks }: Pick<Doc, 'text' | 'blocks'>,
  most = Number.POSITIVE_INFINITY,
): SplitVersion {
  const split: Word[][] = []
  let place = 0
  for (const { span } of blocks) {
    const words: Word[] = []
    for (const { 0: word, index } of text.slice(span.start, span.end).matchAll(WORD)) {
      if (place >= most) return { blocks: [...split, words].filter(({ length }) => length > 0), isCut: true }
      const start = span.start + index
      const key = word.normalize('NFKC').toLowerCase().replace(/’/g, "'")
      words.push({ key, start, end: start + word.length, block: split.length, place: place++ })
    }
    split.push(words)
  }
  return { blocks: split.filter(({ length }) => length > 0), isCut: false }
}
