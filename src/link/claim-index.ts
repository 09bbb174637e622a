// The claims seen so far, found by what they say: an inverted index over telling stems, and one over four words in a
// row of quotations. Grows in the order of printing, so a claim is only ever held against older ones.
import type { Id } from '../model/id.ts'
import type { VectorOf } from '../model/vector.ts'
import { isNear } from './judge-sense.ts'
import { makeStatement, type Stated, type Statement } from './make-statement.ts'
import type { Memory } from './memory.ts'
import { type Day, listPosted, post, visitPosted } from './postings.ts'
import { listRuns, type Quoted } from './quoted.ts'

/** A claim in the making, as it is remembered. */
interface DraftRow {
  readonly id: Id<'claim'>
  readonly wording: string
  readonly about: readonly string[] // ids of entities
  readonly by: readonly string[] // ids of those who put it forward, the first few
  readonly stated: readonly Stated[]
  readonly told: number // how often it was put forward
}

/** A claim in the making. */
export interface Draft extends Omit<DraftRow, 'stated'> {
  readonly number: number // claims are numbered as they open
  readonly statements: readonly Statement[] // what it is held against: how it was first put, and a few later ways
}

const SHARE_LEAST = 0.4 // of the statement's telling weight, or of a short claim's
const WEIGHT_OF_SHORT = 3.5
const STATEMENTS_KEPT = 6
const SPEAKERS_KEPT = 6
const CANDIDATES = 24
const LOOKED_AT = 60 // of those that share two telling words
const RUN = 4 // words in a row
const KEY_HEAVIEST = 1.15 // no key of a statement weighs more: a long word that is a name

/** A thing that shares telling words with a statement, and at most so much of its weight with any one statement of it. */
export interface Near {
  readonly number: number
  readonly weight: number // telling, of the way of putting it that was posted
  readonly sharedMost: number
}

interface QuoteRow {
  readonly draft: number
  readonly quote: string
  readonly runs: number
}

const madeOf = new WeakMap<DraftRow, Draft>() // made again once for as long as its row is at hand

/** The index as of a day: what stands in it came before. */
export class ClaimIndex {
  readonly #memory: Memory
  readonly #vectorOf: VectorOf
  readonly day: Day

  constructor(memory: Memory, day: Day, vectorOf: VectorOf) {
    this.#memory = memory
    this.day = day
    this.#vectorOf = vectorOf
  }

  /** The claim of this number. Throws where there is none. */
  find(number: number): Draft {
    const row = this.#memory.read<DraftRow>(`draft ${number}`)
    if (!row) throw new Error(`no claim of the number ${number} is remembered`)
    const known = madeOf.get(row)
    if (known) return known
    const { stated, ...rest } = row
    const statements = stated.map((one) => restate(one, this.#vectorOf))
    return this.#keep(row, { ...rest, number, statements })
  }

  /** Takes in a new claim. */
  open(made: Pick<Draft, 'id' | 'wording' | 'about' | 'by'>, statement: Statement): Draft {
    const number = this.#memory.read<number>('drafts') ?? 0
    this.#memory.write('drafts', number + 1)
    this.#memory.write(`draft of ${made.id}`, number)
    this.#post(number, statement)
    return this.#write({ ...made, number, told: 1, statements: [statement] })
  }

  /** Takes in another putting forward of a claim; its words too, where the claim is not held against enough already. */
  widen({ number }: Draft, statement: Statement | undefined, speakers: readonly string[]): boolean {
    const draft = this.find(number)
    const isWider = statement !== undefined && draft.statements.length < STATEMENTS_KEPT
    const statements = isWider ? [...draft.statements, statement] : draft.statements
    const by = [...new Set([...draft.by, ...speakers])].slice(0, SPEAKERS_KEPT)
    this.#write({ ...draft, told: draft.told + 1, statements, by })
    if (statement) this.#post(number, statement) // found for as long as somebody puts it
    return isWider
  }

  /** Takes in a quotation that puts a claim forward. */
  keepQuote({ number: draft }: Draft, { evidence: { quote }, words }: Quoted): void {
    const runs = new Set(listRuns(words, RUN))
    const [first] = runs
    if (first === undefined) return
    const isKept = ({ number }: { number: number }): boolean => {
      const row = this.#memory.read<QuoteRow>(`said ${number}`)
      return row?.draft === draft && row.quote === quote
    }
    const known = listPosted(this.#memory, `run ${first}`, this.day)
    if (known === 'many') return
    const number = known.find(isKept)?.number ?? this.#number({ draft, quote, runs: runs.size })
    for (const run of runs) post(this.#memory, `run ${run}`, this.day, { number, weight: 1 })
  }

  #number(row: QuoteRow): number {
    const number = this.#memory.read<number>('said') ?? 0
    this.#memory.write('said', number + 1)
    this.#memory.add(`said ${number}`, row)
    return number
  }

  /** Claims that share two telling words with a statement, and enough weight or its sense; most shared weight first. */
  listNear(statement: Statement): Near[] {
    const isNearOne = ({ number }: Near): boolean => this.find(number).statements.some((one) => isNear(one, statement))
    return listNear(this.#memory, 'key', statement, this.day, statement.vector && isNearOne)
  }

  /** Claims that carry most of a quotation's runs of four words, each with the quotation that does; the oldest first. */
  listQuoted({ words }: Quoted): { draft: Draft; quote: string }[] {
    const runs = new Set(listRuns(words, RUN))
    const counts = new Map<number, number>()
    for (const run of runs) {
      visitPosted(this.#memory, `run ${run}`, this.day, (number) => counts.set(number, (counts.get(number) ?? 0) + 1))
    }
    return [...counts]
      .sort(([a], [b]) => a - b)
      .flatMap(([number, count]) => {
        const row = this.#memory.read<QuoteRow>(`said ${number}`)
        if (!row || count < Math.min(runs.size, row.runs) / 2) return []
        return [{ draft: this.find(row.draft), quote: row.quote }]
      })
  }

  #write(draft: Draft): Draft {
    const { id, wording, about, by, told, statements } = draft
    const stated = statements.map(({ text, namings, isMidSentence, printed }) => ({
      text,
      namings,
      isMidSentence,
      ...(printed && { printed }),
    }))
    const row: DraftRow = { id, wording, about, by, told, stated }
    this.#memory.write(`draft ${draft.number}`, row)
    return this.#keep(row, draft)
  }

  #keep(row: DraftRow, draft: Draft): Draft {
    madeOf.set(row, draft)
    return draft
  }

  #post(number: number, { keys, tellingWeight }: Statement): void {
    for (const key of keys.keys()) post(this.#memory, `key ${key}`, this.day, { number, weight: tellingWeight })
  }
}

/**
 * The things posted under the keys of a statement that share two of them, and enough of its weight or, as `isNearOne` says,
 * its sense; most shared weight first.
 */
export function listNear(
  memory: Memory,
  prefix: string,
  { keys, tellingWeight }: Statement,
  day: Day,
  isNearOne?: (near: Near) => boolean,
): Near[] {
  const found = new Map<number, { shared: number; count: number; weight: number }>()
  let passed = 0 // keys that find nothing alone, and may be shared all the same
  for (const [key, weight] of keys) {
    const isTelling = visitPosted(memory, `${prefix} ${key}`, day, (number, whole) => {
      const one = found.get(number)
      if (one) {
        one.shared += weight
        one.count++
        one.weight = Math.min(one.weight, whole)
      } else found.set(number, { shared: weight, count: 1, weight: whole })
    })
    if (!isTelling) passed++
  }
  const floor = SHARE_LEAST * Math.min(tellingWeight, WEIGHT_OF_SHORT)
  const near = [...found]
    .filter(([, { count }]) => count >= 2)
    .sort(([a, x], [b, y]) => y.shared - x.shared || a - b)
    .slice(0, LOOKED_AT)
    .map(([number, { shared, count, weight }]) => ({
      ...{ number, weight, shared },
      sharedMost: KEY_HEAVIEST * (count + passed),
    }))
  return near.filter((one) => one.shared >= floor || isNearOne?.(one)).slice(0, CANDIDATES)
}

/** A statement made again, with its vector where there is one; once for as long as what it is made of is at hand. */
export function restate(stated: Stated, vectorOf: VectorOf): Statement {
  const known = statementOf.get(stated)
  if (known) return known
  const { text, namings, isMidSentence, printed } = stated
  const vector = vectorOf(text)
  const made = makeStatement(text, namings, isMidSentence)
  const statement = { ...made, ...(printed && { printed }), ...(vector && { vector }) }
  statementOf.set(stated, statement)
  return statement
}

const statementOf = new WeakMap<Stated, Statement>()
