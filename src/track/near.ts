// How like one report is to some earlier ones, by their numbers. Ten thousand reports know a few dozen each, and a map for each would take
// several times what is in it.

export class Near {
  readonly #pairs: number[]

  /** `known`: what is known from the beginning. */
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
