// The address of a list as it is filtered: what it was asked for goes into the query, so that the address alone brings it back.

/** What an address asks for, by name. What is absent or empty is not in the address. */
export type Query = Readonly<Record<string, string | undefined>>

/** The path with the query, some of it changed; a change begins the list anew. */
export function addressOf(path: string, query: Query, changes: Query = {}): string {
  const { after: _, ...kept } = query
  const wanted = Object.entries({ ...kept, ...changes }).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const words = new URLSearchParams(wanted).toString()
  return words === '' ? path : `${path}?${words}`
}
