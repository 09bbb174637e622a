// The claims seen so far, found by what they say: an inverted index over telling stems, and one over four words in a
// row of quotations. Grows in log order, so a claim is only ever held against older ones.
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Statement, Term } from './make-statement.ts'
import { splitWords } from './split-words.ts'
import { headOf } from './synonyms.ts'

/** A claim in the making. */
export interface Draft {
  readonly id: Id<'claim'>
  readonly wording: string
  readonly about: readonly string[] // keys of entities
  readonly statements: Statement[] // what it is held against: how it was first put, and a few later ways
  readonly evidence: [Evidence, ...Evidence[]]
}

const TELLING = 0.55 // a word of lesser weight finds too many claims
const STATEMENTS_KEPT = 6
const CANDIDATES = 24
const POSTINGS_MOST = 1500 // a stem of so many claims finds none of them alone

export class ClaimIndex {
  readonly #drafts: Draft[] = []
  readonly #byStem = new Map<string, number[]>()
  readonly #byQuote = new Map<string, { readonly draft: number; readonly quote: string }[]>()
  readonly #numberOf = new Map<Draft, number>()

  get drafts(): readonly Draft[] {
    return this.#drafts
  }

  /** Takes in a new claim. */
  open(draft: Draft): void {
    this.#numberOf.set(draft, this.#drafts.length)
    this.#drafts.push(draft)
    for (const statement of draft.statements) this.#post(draft, statement)
  }

  /** Takes in another way of putting a claim. */
  widen(draft: Draft, statement: Statement): void {
    if (draft.statements.length >= STATEMENTS_KEPT) return
    draft.statements.push(statement)
    this.#post(draft, statement)
  }

  /** Takes in a quotation that puts a claim forward. */
  keepQuote(draft: Draft, quote: string): void {
    const number = this.#numberOf.get(draft) ?? 0
    for (const key of new Set(listRuns(quote))) {
      const kept = this.#byQuote.get(key) ?? []
      if (!kept.some((other) => other.draft === number && other.quote === quote)) kept.push({ draft: number, quote })
      this.#byQuote.set(key, kept)
    }
  }

  /** Claims that share telling words with a statement, most shared weight first. */
  listNear(statement: Statement): Draft[] {
    const weights = new Map<number, { weight: number; shared: number }>()
    const keys = new Map(statement.terms.flatMap((term) => keysOf(term).map((key) => [key, term.weight] as const)))
    for (const [key, weight] of keys) {
      const numbers = this.#byStem.get(key)
      if (weight < TELLING || !numbers || numbers.length > POSTINGS_MOST) continue
      for (const number of numbers) {
        const entry = weights.get(number)
        if (entry) {
          entry.weight += weight
          entry.shared++
        } else weights.set(number, { weight, shared: 1 })
      }
    }
    return [...weights]
      .filter(([, { shared }]) => shared >= 2)
      .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
      .slice(0, CANDIDATES)
      .flatMap(([number]) => this.#drafts[number] ?? [])
  }

  /** Claims that carry four words in a row of a quotation, each with the quotation that does. */
  listQuoted(quote: string): { draft: Draft; quote: string }[] {
    const found = new Map<string, { draft: Draft; quote: string }>()
    for (const key of listRuns(quote)) {
      for (const kept of this.#byQuote.get(key) ?? []) {
        const draft = this.#drafts[kept.draft]
        if (draft) found.set(`${kept.draft} ${kept.quote}`, { draft, quote: kept.quote })
      }
    }
    return [...found.values()]
  }

  #post(draft: Draft, { terms }: Statement): void {
    const number = this.#numberOf.get(draft) ?? 0
    for (const term of terms) {
      if (term.weight < TELLING) continue
      for (const key of keysOf(term)) {
        const numbers = this.#byStem.get(key) ?? []
        if (numbers.at(-1) !== number && !numbers.includes(number)) numbers.push(number)
        this.#byStem.set(key, numbers)
      }
    }
  }
}

// A name tied to an entity is found by the entity and by its printed form.
function keysOf({ stem, folded, isName }: Term): string[] {
  return stem.startsWith('@') && isName ? [stem, folded] : [isName ? folded : headOf(stem)]
}

function listRuns(quote: string): string[] {
  const words = splitWords(quote).map(({ folded }) => folded)
  return words.slice(0, Math.max(0, words.length - 3)).map((_, at) => words.slice(at, at + 4).join(' '))
}
