// A source of whom the text does not tell who it is stays undecided: a chain of its own, and a note that says so.
import type { Kind } from '../model/reading.ts'
import { type ChainBook, type Entry, openEntry } from './chain-book.ts'
import { KIN, ONE_HOLDER } from './english/people.ts'
import { type Range, type Scene, spanOf, textOf } from './scene.ts'

// Marrow met Grieve. She said the offer was dead.: which of the two, the text does not say
const ONE = /^(?:he|she|him|her|i|you|who|someone|somebody|one|everyone|everybody|no one|nobody)$/i

/** Opens a chain for the words, to which nothing else is ever joined. */
export function leaveUndecided(scene: Scene, range: Range, book: ChainBook): Entry {
  const words = textOf(scene, range)
  const kind: Kind =
    ONE.test(words) || isHolder(words) || KIN.test(words.split(/\s+/).at(-1) ?? '') ? 'person' : 'group'
  const name = `unknown (“${words.replace(/\s+/g, ' ').slice(0, LONGEST)}”)`
  const isPronoun = range.to - range.from === 1 && scene.tokens[range.from]?.pos === 'PRON'
  const span = spanOf(scene, range)
  const entry = openEntry(book, kind, name, { kind: 'pronoun', word: words }, span, isPronoun ? 'pronoun' : 'nominal')
  entry.isUndecided = true
  return entry
}

// the governor; the Karskan prime minister; Lindria’s interior minister; the president of Lindria
function isHolder(words: string): boolean {
  const [office = ''] = words.split(/\s+of\s+/)
  const head = office.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  return /^(?:(?:the|this|that)|\S+[’']s)\s/i.test(words) && ONE_HOLDER.test(head)
}

const LONGEST = 80 // characters of the words that stand in the name
