// What a pass changed since that was last taken: reports, and the claims that they bear on.
import type { Id } from '../model/id.ts'
import { draftsOf, readDocRow, readFound } from './doc-rows.ts'
import type { Memory } from './memory.ts'

/** What changed; some of these reports and claims may be gone. */
export interface Changed {
  readonly docs: ReadonlySet<Id<'doc'>>
  readonly isNew: ReadonlySet<Id<'doc'>> // of these, taken for the first time
  readonly claims: ReadonlySet<Id<'claim'>>
}

export class PassChanges {
  readonly claims = new Set<Id<'claim'>>()
  readonly isNew = new Set<Id<'doc'>>()
  readonly again = new Set<Id<'doc'>>() // taken back, perhaps to be taken again
  readonly #docs = new Set<Id<'doc'>>()
  readonly #memory: Memory

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** A report changed, by its number, and so did what it bears on. */
  note(number: number): void {
    this.#docs.add(readDocRow(this.#memory, number).id)
    this.noteClaims(draftsOf(readFound(this.#memory, number)))
  }

  noteClaims(drafts: readonly number[]): void {
    for (const draft of drafts) {
      const row = this.#memory.read<{ id: Id<'claim'> }>(`draft ${draft}`)
      if (row) this.claims.add(row.id)
    }
  }

  /** What changed, which is then forgotten. */
  take(): Changed {
    const changed = {
      docs: new Set(this.#docs),
      isNew: new Set([...this.isNew].filter((id) => !this.again.has(id))),
      claims: new Set(this.claims),
    }
    for (const set of [this.#docs, this.isNew, this.again, this.claims]) set.clear()
    return changed
  }
}
