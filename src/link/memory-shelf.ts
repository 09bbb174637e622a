// A shelf that lasts as long as the process: for a batch of reports, and for tests.
import type { Shelf } from '../model/shelf.ts'

export class MemoryShelf implements Shelf {
  readonly #values = new Map<string, string | Uint8Array>()

  get(key: string): string | Uint8Array | undefined {
    return this.#values.get(key)
  }

  set(key: string, value: string | Uint8Array | undefined): void {
    if (value === undefined) this.#values.delete(key)
    else this.#values.set(key, value)
  }
}
