/** What tells where a row of what was linked stands among those of its noun. */
export interface RowPlace {
  readonly sort?: unknown
  readonly id?: unknown
}

/**
 * These rows in the order in which the whole desk has them. Some few of a desk: to put them in order here spares the store a walk through
 * all of a noun, or a sort of its own, which takes several times as long.
 */
export function inRowOrder<R extends RowPlace>(rows: readonly R[]): R[] {
  return rows.toSorted((a, b) => compare(String(a.sort), String(b.sort)) || compare(String(a.id), String(b.id)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
