// A list of whole numbers up to 32 bits that grows at its end and can be cut there.

export class Numbers {
  #data = new Uint32Array(4)
  #length = 0

  static of(numbers: readonly number[]): Numbers {
    const list = new Numbers()
    list.push(numbers)
    return list
  }

  /** From the bytes that `toBytes` gave. */
  static from(bytes: Uint8Array): Numbers {
    const list = new Numbers()
    list.#data = new Uint32Array(bytes.slice().buffer)
    list.#length = list.#data.length
    return list
  }

  get length(): number {
    return this.#length
  }

  at(place: number): number {
    return this.#data[place] ?? 0
  }

  push(numbers: readonly number[]): void {
    const length = this.#length + numbers.length
    if (length > this.#data.length) {
      const larger = new Uint32Array(Math.max(length, 2 * this.#data.length))
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data.set(numbers, this.#length)
    this.#length = length
  }

  cut(length: number): void {
    this.#length = Math.min(this.#length, length)
  }

  toArray(): number[] {
    return [...this.#data.subarray(0, this.#length)]
  }

  toBytes(): Uint8Array {
    return new Uint8Array(this.#data.slice(0, this.#length).buffer)
  }
}
