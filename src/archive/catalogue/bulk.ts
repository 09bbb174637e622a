// Many keys or rows in one statement: handed in as JSON, taken apart by the store.

/** Each key of a JSON list. */
export const EACH = 'select value from json_each(?)'

/** The columns of a row that is a JSON list of so many values. */
export function columns(count: number): string {
  return Array.from({ length: count }, (_, at) => `json_extract(value, '$[${at}]')`).join(', ')
}
