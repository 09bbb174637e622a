// Who acts in a clause, as far as names tell: those before its verb that hang on no preposition, or the one after "by".
import type { Term } from './make-statement.ts'
import { isVerb } from './split-clauses.ts'
import type { Word } from './split-words.ts'

const PREPOSITIONS: ReadonlySet<string> = new Set(
  `in on at from to with between against about over off near via through toward towards under for into onto across along
  after before during since until by without behind among beside around`.split(/\s+/),
)

/** The names of who acts; empty where no name does. Karsk attacked; the parliament of Ostmere passed; was attacked by Karsk. */
export function findAgent(words: readonly (Word | undefined)[], terms: readonly Term[]): Term[] {
  const termAt = new Map(terms.map((term) => [term.start, term]))
  const nameAt = (at: number): Term | undefined => {
    const term = termAt.get(words[at]?.start ?? -1)
    return term?.isName && !term.isNumber ? term : undefined
  }
  const runFrom = (from: number): Term[] => {
    const run: Term[] = []
    for (let at = from; at < words.length; at++) {
      const term = nameAt(at)
      if (term) run.push(term)
      else if (words[at]?.folded !== 'and' || !nameAt(at + 1)) break
    }
    return run
  }
  const by = words.findIndex((word, at) => word?.folded === 'by' && isPassive(words, at))
  if (by >= 0) {
    for (let at = by + 1; at <= by + 2; at++) if (nameAt(at)) return runFrom(at)
    return []
  }
  if (words[0]?.folded.endsWith('ing')) return [] // Karsk opened fire, killing Hale: whoever acts stands before
  const agent: Term[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!nameAt(at)) {
      // whoever is named behind the verb does not do it: Karsk [owes] Halvia
      if (word && (isVerb(word) || (nameAt(at - 1) && /[^s]s$/.test(word.folded)))) break
      continue
    }
    const lead = leadOf(words, at)
    const run = runFrom(at)
    if (lead === undefined || lead === 'between' || !PREPOSITIONS.has(lead)) agent.push(...run)
    while (nameAt(at + 1)) at++
  }
  return [...new Set(agent)]
}

// The word that a name hangs on, articles and small adjectives passed over: "at [the port of] Brissen".
function leadOf(words: readonly (Word | undefined)[], at: number): string | undefined {
  for (let place = at - 1; place >= Math.max(0, at - 3); place--) {
    const folded = words[place]?.folded
    if (folded === undefined) return undefined
    if (/^(?:the|a|an|its|his|her|their)$/.test(folded)) continue
    return folded
  }
  return undefined
}

function isPassive(words: readonly (Word | undefined)[], by: number): boolean {
  return words
    .slice(Math.max(0, by - 8), by)
    .some(
      (word) =>
        word && (/^(?:is|are|was|were|be|been|being|had)$/.test(word.folded) || /^(?:reject|captur)$/.test(word.stem)),
    )
}
