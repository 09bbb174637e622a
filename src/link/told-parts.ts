// What reports tell of claims, at hand from one pass to the next. A claim that hundreds print is made out anew with every report that
// prints it: who tells it in the others is the same as before, as long as nothing was noted to have changed in them.
import type { Id } from '../model/id.ts'
import type { Told } from './count-origins.ts'
import type { NamedChain } from './name-chains.ts'
import type { Part } from './rule-parts.ts'

/** Who tells a claim in a report, and who that is. */
export interface KnownPart {
  readonly told: readonly Told[]
  readonly named: readonly NamedChain[] // whose words they are, and through whom
}

const MOST = 10_000 // parts, some 20 MB; what comes when it is full is worked out again each time
const IDLE = 10 // passes after which what nobody asked for makes room

interface Kept {
  readonly parts: Map<Id<'claim'>, { readonly of: string; readonly known: KnownPart }> // `of`: which words
  usedIn: number // the last pass that asked for it
}

export class ToldParts {
  readonly #docs = new Map<Id<'doc'>, Kept>()
  readonly #most: number
  #held = 0
  #pass = 0

  /** `most`: parts that are held. */
  constructor(most = MOST) {
    this.#most = most
  }

  /** Begins a pass: lets go of what these reports told, in which something changed, and of what is long out of use. */
  begin(changed: Iterable<Id<'doc'>>): void {
    this.#pass++
    for (const doc of changed) this.#drop(doc)
    if (this.#held < this.#most / 2) return
    for (const [doc, { usedIn }] of this.#docs) if (usedIn < this.#pass - IDLE) this.#drop(doc)
  }

  /** Lets go of everything: people ruled otherwise. */
  clear(): void {
    this.#docs.clear()
    this.#held = 0
  }

  /** What the report told of the claim by the same words, undefined where that is not at hand. */
  find(claim: Id<'claim'>, part: Part): KnownPart | undefined {
    const kept = this.#docs.get(part.doc)
    const found = kept?.parts.get(claim)
    if (!kept || found?.of !== wordsOfPart(part)) return undefined
    kept.usedIn = this.#pass
    return found.known
  }

  /** Keeps what the report tells of the claim, if there is room, and gives it back. */
  keep(claim: Id<'claim'>, part: Part, known: KnownPart): KnownPart {
    const kept = this.#docs.get(part.doc) ?? { parts: new Map(), usedIn: this.#pass }
    if (kept.parts.has(claim)) this.#held--
    if (this.#held >= this.#most) return known
    this.#held++
    const own = JSON.parse(JSON.stringify(known)) as KnownPart // its words are cut from the report, and would hold all of it
    kept.parts.set(claim, { of: wordsOfPart(part), known: own })
    this.#docs.set(part.doc, kept)
    return own
  }

  #drop(doc: Id<'doc'>): void {
    this.#held -= this.#docs.get(doc)?.parts.size ?? 0
    this.#docs.delete(doc)
  }
}

// All of a part that who tells it goes by.
function wordsOfPart({ at, found, voiced }: Part): string {
  const rows = found.map(({ attribution, isContrary, isOuter, spans: [first = []] }) =>
    [attribution, isContrary ? 1 : 0, isOuter ? 1 : 0, ...first].join(' '),
  )
  return [at, ...rows, ...voiced.map(({ span }) => span.join(' '))].join('\n')
}
