// The claims seen so far, found by what they say: an inverted index over telling stems, and one over four words in a
// row of quotations. Grows in log order, so a claim is only ever held against older ones.
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { isNear } from './judge-sense.ts'
import type { Statement } from './make-statement.ts'
import { listRuns, type Quoted } from './quoted.ts'

/** A claim in the making. */
export interface Draft {
  readonly id: Id<'claim'>
  readonly wording: string
  readonly about: readonly string[] // keys of entities
  readonly statements: Statement[] // what it is held against: how it was first put, and a few later ways
  readonly evidence: [Evidence, ...Evidence[]]
}

const SHARE_LEAST = 0.4 // of the statement's telling weight, or of a short claim's
const WEIGHT_OF_SHORT = 3.5
const STATEMENTS_KEPT = 6
const CANDIDATES = 24
const RUN = 4 // words in a row
const POSTINGS_MOST = 400 // a stem of so many claims finds none of them alone

const KEY_HEAVIEST = 1.15 // no key of a statement weighs more: a long word that is a name

/** A claim that shares telling words with a statement, and at most so much of its weight with any one statement of it. */
export interface Near {
  readonly draft: Draft
  readonly sharedMost: number
}

interface Kept {
  readonly draft: number
  readonly quote: string
  readonly runs: number
}

export class ClaimIndex {
  readonly #drafts: Draft[] = []
  readonly #byKey = new Map<string, number[]>()
  readonly #byQuote = new Map<string, Kept[]>()
  readonly #numberOf = new Map<Draft, number>()
  // Scratch space by number of the claim, all zero between calls.
  #weights = new Float64Array(1024)
  #counts = new Uint8Array(1024)

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
  keepQuote(draft: Draft, { evidence: { quote }, words }: Quoted): void {
    const number = this.#numberOf.get(draft) ?? 0
    const runs = new Set(listRuns(words, RUN))
    const isKnown = [...runs].some((run) =>
      this.#byQuote.get(run)?.some((kept) => kept.draft === number && kept.quote === quote),
    )
    if (isKnown) return
    const kept: Kept = { draft: number, quote, runs: runs.size }
    for (const run of runs) {
      const others = this.#byQuote.get(run)
      if (others) others.push(kept)
      else this.#byQuote.set(run, [kept])
    }
  }

  /** Claims that share two telling words with a statement, and enough weight or its sense; most shared weight first. */
  listNear(statement: Statement): Near[] {
    const { keys, tellingWeight } = statement
    if (this.#weights.length < this.#drafts.length) {
      this.#weights = new Float64Array(2 * this.#drafts.length)
      this.#counts = new Uint8Array(2 * this.#drafts.length)
    }
    const [weights, counts] = [this.#weights, this.#counts]
    const found: number[] = []
    let passed = 0 // keys that find no claim alone, and may be shared all the same
    for (const [key, weight] of keys) {
      const numbers = this.#byKey.get(key)
      if (!numbers) continue
      if (numbers.length > POSTINGS_MOST) {
        passed++
        continue
      }
      for (const number of numbers) {
        if (counts[number] === 0) found.push(number)
        weights[number] = (weights[number] ?? 0) + weight
        counts[number] = (counts[number] ?? 0) + 1
      }
    }
    const floor = SHARE_LEAST * Math.min(tellingWeight, WEIGHT_OF_SHORT)
    const weightOf = (number: number): number => weights[number] ?? 0
    const near = found
      .filter((number) => (counts[number] ?? 0) >= 2)
      .filter(
        (number) => weightOf(number) >= floor || this.#drafts[number]?.statements.some((one) => isNear(one, statement)),
      )
      .sort((a, b) => weightOf(b) - weightOf(a) || a - b)
      .slice(0, CANDIDATES)
      .flatMap((number): Near[] => {
        const draft = this.#drafts[number]
        return draft ? [{ draft, sharedMost: KEY_HEAVIEST * ((counts[number] ?? 0) + passed) }] : []
      })
    for (const number of found) {
      weights[number] = 0
      counts[number] = 0
    }
    return near
  }

  /** Claims that carry most of a quotation's runs of four words, each with the quotation that does. */
  listQuoted({ words }: Quoted): { draft: Draft; quote: string }[] {
    const runs = new Set(listRuns(words, RUN))
    const counts = new Map<Kept, number>()
    for (const run of runs)
      for (const kept of this.#byQuote.get(run) ?? []) counts.set(kept, (counts.get(kept) ?? 0) + 1)
    return [...counts].flatMap(([kept, count]) => {
      const draft = this.#drafts[kept.draft]
      return draft && count >= Math.min(runs.size, kept.runs) / 2 ? [{ draft, quote: kept.quote }] : []
    })
  }

  #post(draft: Draft, { keys }: Statement): void {
    const number = this.#numberOf.get(draft) ?? 0
    for (const key of keys.keys()) {
      const numbers = this.#byKey.get(key)
      if (!numbers) this.#byKey.set(key, [number])
      else if (!numbers.includes(number, -12)) numbers.push(number)
    }
  }
}
