// A list of whole numbers up to 32 bits that grows at its end and can be cut there.

export class Numbers {
  readonly #numbers: number[]

  constructor(numbers: readonly number[] = []) {
    this.#numbers = [...numbers]
  }

  /** From the bytes that `toBytes` gave. */
  static from(bytes: Uint8Array): Numbers {
    return new Numbers([...new Uint32Array(bytes.slice().buffer)])
  }

  get length(): number {
    return this.#numbers.length
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  push(numbers: readonly number[]): void {
    this.#numbers.push(...numbers)
  }

  cut(length: number): void {
    this.#numbers.length = Math.min(this.#numbers.length, length)
  }

  toArray(): number[] {
    return [...this.#numbers]
  }

  toBytes(): Uint8Array {
    return new Uint8Array(Uint32Array.from(this.#numbers).buffer)
  }
}
