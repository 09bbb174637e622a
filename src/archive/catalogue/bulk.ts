// Many keys or rows in one statement: handed in as JSON, taken apart by the store.

/** Each key of a JSON list of texts. */
export const EACH = 'select value from json_each(?)'

/** Each key of a JSON list of numbers. */
export const EACH_NUMBER = 'select cast(value as bigint) from json_each(?)'

/** What a column holds. */
export type ColumnKind = 'text' | 'number' | 'real'

/** The columns of a row that is a JSON list of values of these kinds. */
export function columns(...kinds: readonly ColumnKind[]): string {
  return kinds.map((kind, at) => castAs(kind, `json_extract(value, '$[${at}]')`)).join(', ')
}

// What is taken out of JSON is text to a store that minds its kinds.
function castAs(kind: ColumnKind, value: string): string {
  if (kind === 'text') return value
  return `cast(${value} as ${kind === 'number' ? 'bigint' : 'double precision'})`
}
