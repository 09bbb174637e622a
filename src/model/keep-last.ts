// The last few things that were asked for, at hand in a map.

/** Puts a thing behind all others, of which the first goes where they are more than `most`; gives it back. */
export function keepLast<K, V>(kept: Map<K, V>, { key, value, most }: { key: K; value: V; most: number }): V {
  kept.delete(key) // last to go again
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return value
}
