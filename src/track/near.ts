// How like a report is to earlier ones, by their numbers. Of each of the ten thousand that are held a few dozen are known, and a map for
// each would take several times as much as what is in it.

export class Near {
  readonly #pairs: number[]

  /** Knows what it is given. */
  constructor(known: Iterable<readonly [number: number, like: number]> = []) {
    this.#pairs = [...known].flat()
  }

  get(number: number): number | undefined {
    for (let at = 0; at < this.#pairs.length; at += 2) if (this.#pairs[at] === number) return this.#pairs[at + 1]
    return undefined
  }

  /** `number`: of one that is not known yet. */
  set(number: number, like: number): void {
    this.#pairs.push(number, like)
  }
}
