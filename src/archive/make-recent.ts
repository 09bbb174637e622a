// Values by key, as many as fit into so many bytes. In two halves: what is looked up moves to the younger one, and when
// that is full it becomes the older one, whose rest is forgotten. (One Map, its first key taken out again and again, looks
// past all that were taken out before at each turn.)

type Value = string | Uint8Array | undefined

interface Entry {
  readonly value: Value
}

export interface Recent {
  /** What is known of the key, which may be that there is nothing; undefined where nothing is known. */
  find(key: string): Entry | undefined
  put(key: string, value: Value): void
  /** From now on nothing is known of the key. */
  drop(key: string): void
}

/** Nothing known yet. */
export function makeRecent(maxBytes: number): Recent {
  let young = new Map<string, Entry>()
  let old = new Map<string, Entry>()
  let bytes = 0 // of the younger half; a key put twice counts twice, so that it is full a little early
  const add = (key: string, entry: Entry): void => {
    bytes += sizeOf(key, entry.value)
    if (bytes > maxBytes / 2) {
      old = young
      young = new Map()
      bytes = sizeOf(key, entry.value)
    }
    young.set(key, entry)
  }
  return {
    find(key) {
      const recent = young.get(key)
      if (recent) return recent
      const entry = old.get(key)
      if (entry) add(key, entry)
      return entry
    },
    put: (key, value) => add(key, { value }),
    drop(key) {
      young.delete(key)
      old.delete(key)
    },
  }
}

const ENTRY_BYTES = 150 // about what a Map, a key and an object take beside their contents

function sizeOf(key: string, value: Value): number {
  return ENTRY_BYTES + 2 * key.length + (typeof value === 'string' ? 2 * value.length : (value?.byteLength ?? 0))
}
