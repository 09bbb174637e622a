// What people type into a search box as a question to the index. Every word is quoted, so that nothing they type is an order to
// it: words that all must stand there, "phrases", the begin* of words, and -words that must not.

/** What is looked for; each part is quoted for the index. */
export interface Words {
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
}

const MOST = 40 // words: no person types more, and the index has a limit of its own

/** The parts of a search. Signs without a letter or figure are no words. */
export function parseWords(text: string): Words {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [, minus = '', phrase, word = ''] of text.replaceAll('\0', ' ').matchAll(PART)) {
    const own = phrase ?? word
    if (!/[\p{L}\p{N}]/u.test(own) || wanted.length + unwanted.length >= MOST) continue
    const isBeginning = phrase === undefined && word.endsWith('*')
    const quoted = `"${own.replaceAll('"', '""')}"${isBeginning ? ' *' : ''}`
    if (minus) unwanted.push(quoted)
    else wanted.push(quoted)
  }
  return { wanted, unwanted }
}

// -"a truce", “the truce”, an unclosed "phrase, off*
const PART = /(?<!\S)(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|(\S+))/gu

/** The question to an index with these columns of words and a column of facets; undefined where nothing is asked. */
export function matchOf({ wanted, unwanted }: Words, columns: string, facets: readonly string[]): string | undefined {
  const all = wanted.length === 0 ? [] : [`({${columns}} : (${wanted.join(' AND ')}))`]
  const narrowed = [...all, ...facets.map((word) => `(facets : "${word}")`)].join(' AND ')
  if (narrowed === '') return undefined
  return unwanted.length === 0 ? narrowed : `(${narrowed}) NOT ({${columns}} : (${unwanted.join(' OR ')}))`
}
