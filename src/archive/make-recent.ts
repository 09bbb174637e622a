// Values by key, as many as fit into so many bytes: the one that was looked up longest ago goes first.

type Value = string | Uint8Array | undefined

export interface Recent {
  /** What is known of the key, which may be that there is nothing; undefined where nothing is known. */
  find(key: string): { readonly value: Value } | undefined
  put(key: string, value: Value): void
}

/** Nothing known yet. A Map keeps its keys in the order in which they were put. */
export function makeRecent(maxBytes: number): Recent {
  const entries = new Map<string, { readonly value: Value }>()
  let bytes = 0
  const drop = (key: string): void => {
    const entry = entries.get(key)
    if (entry && entries.delete(key)) bytes -= sizeOf(key, entry.value)
  }
  return {
    find(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry
    },
    put(key, value) {
      drop(key)
      entries.set(key, { value })
      bytes += sizeOf(key, value)
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) return
        drop(oldest)
      }
    },
  }
}

const ENTRY_BYTES = 150 // about what a Map, a key and an object take beside their contents

function sizeOf(key: string, value: Value): number {
  return ENTRY_BYTES + 2 * key.length + (typeof value === 'string' ? 2 * value.length : (value?.byteLength ?? 0))
}
