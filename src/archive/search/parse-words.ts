// What people type into a search box, taken apart: words that all must stand there, "phrases", the begin* of words, and -words
// that must not.

/** A word or phrase that is looked for. */
export interface Part {
  readonly text: string
  readonly isBeginning: boolean // of its last word
}

export interface Words {
  readonly wanted: readonly Part[]
  readonly unwanted: readonly Part[]
}

const MOST = 40 // words: no person types more, and the index has a limit of its own

/** The parts of a search. Signs without a letter or figure are no words. */
export function parseWords(text: string): Words {
  const wanted: Part[] = []
  const unwanted: Part[] = []
  for (const [, minus = '', phrase, word = ''] of text.replaceAll('\0', ' ').matchAll(PART)) {
    const own = phrase ?? word
    if (!/[\p{L}\p{N}]/u.test(own) || wanted.length + unwanted.length >= MOST) continue
    const part = { text: own, isBeginning: phrase === undefined && word.endsWith('*') }
    if (minus) unwanted.push(part)
    else wanted.push(part)
  }
  return { wanted, unwanted }
}

// -"a truce", “the truce”, an unclosed "phrase, off*
const PART = /(?<!\S)(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|(\S+))/gu
