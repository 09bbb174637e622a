// A list that is added to at its end and let go of at either, each in the same time however long it is.

export class Queue<T> {
  #items: (T | undefined)[] = []
  #start = 0

  get size(): number {
    return this.#items.length - this.#start
  }

  get first(): T | undefined {
    return this.#items[this.#start]
  }

  get last(): T | undefined {
    return this.size > 0 ? this.#items.at(-1) : undefined
  }

  push(item: T): void {
    this.#items.push(item)
  }

  pop(): T | undefined {
    return this.size > 0 ? this.#items.pop() : undefined
  }

  shift(): T | undefined {
    const item = this.first
    if (this.size === 0) return undefined
    this.#items[this.#start] = undefined
    this.#start += 1
    if (this.#start > 64 && this.#start * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#start)
      this.#start = 0
    }
    return item
  }

  /** Puts back what was let go of at the front. */
  unshift(item: T): void {
    if (this.#start === 0) {
      this.#items = [...Array<undefined>(64), ...this.#items]
      this.#start = 64
    }
    this.#start -= 1
    this.#items[this.#start] = item
  }

  *[Symbol.iterator](): Generator<T> {
    for (let at = this.#start; at < this.#items.length; at++) yield this.#items[at] as T
  }
}
