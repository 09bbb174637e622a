// The outlets and agencies that a desk has met, and where each name was first printed. Outlets have their names from the whole desk:
// a new one may change who older reports mean by "the Post".
import type { ReadDoc } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { foldBody } from './fold-name.ts'
import type { Memory } from './memory.ts'
import { listShortNames, nameOutlets, type OutletNames } from './name-outlets.ts'

/** Of a report that is to be taken: whose names it makes known. */
export interface Meeting {
  readonly outlet?: string
  readonly wire?: string // the agency that it goes back to, as it is printed there
}

export class MetNames {
  readonly #memory: Memory
  #outlets: OutletNames | undefined
  #agencies: ReadonlySet<string> | undefined

  constructor(memory: Memory) {
    this.#memory = memory
  }

  get outlets(): OutletNames {
    this.#outlets ??= nameOutlets(this.#memory.read<string[]>('outlets') ?? [])
    return this.#outlets
  }

  get agencies(): ReadonlySet<string> {
    this.#agencies ??= new Set(
      (this.#memory.read<string[]>('agencies') ?? []).map((name) => foldBody(this.outlets.nameOf(name))),
    )
    return this.#agencies
  }

  /** Takes in those of these reports; gives the places from which on reports must be taken again, since a name may mean another now. */
  meet(added: readonly Meeting[]): string[] {
    const memory = this.#memory
    const outlets = new Set(memory.read<string[]>('outlets'))
    const agencies = new Set(memory.read<string[]>('agencies'))
    const met = [
      ...added.flatMap(({ outlet }) => (outlet && !outlets.has(outlet) && outlets.add(outlet) ? [outlet] : [])),
      ...added.flatMap(({ wire }) => (wire && !agencies.has(wire) && agencies.add(wire) ? [wire] : [])),
    ]
    if (met.length === 0) return []
    memory.write('outlets', [...outlets].sort())
    memory.write('agencies', [...agencies].sort())
    this.#outlets = undefined
    this.#agencies = undefined
    return met.flatMap(listShortNames).flatMap((name) => memory.read<string>(`first ${name}`) ?? [])
  }

  /** Notes where each name of a report was first printed, of all reports that were ever taken. */
  note({ doc, reading }: ReadDoc, at: string): void {
    const names = [
      ...reading.chains.map(({ name }) => name),
      ...(doc.outlet ? [doc.outlet] : []),
      ...(reading.wire ? [reading.wire.name] : []),
      ...doc.fields.flatMap(({ name, value }) => (name === 'source' ? [value] : [])),
      ...listDocuments(reading).flatMap(({ start, end }) => listRuns(doc.text.slice(start, end))),
    ]
    for (const name of new Set(names.map(foldBody))) {
      const known = this.#memory.read<string>(`first ${name}`)
      if (known === undefined || at < known) this.#memory.write(`first ${name}`, at)
    }
  }
}

// "a Calvermoor Post report said": once reports of the Calvermoor Post are here, it is theirs
function listDocuments({ attributions }: ReadDoc['reading']): Span[] {
  return attributions
    .flatMap(({ source, via, restsOn }) => [source, ...via, ...(restsOn ? [restsOn] : [])])
    .flatMap((one) => (one.kind === 'document' ? one.words.slice(0, 1) : []))
}

const RUN_MOST = 6 // words of an outlet's name

function listRuns(words: string): string[] {
  const all = foldBody(words).split(' ')
  return all.flatMap((_, from) =>
    all.slice(from, from + RUN_MOST).map((_, at) => all.slice(from, from + at + 1).join(' ')),
  )
}
