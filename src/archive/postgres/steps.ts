// How a schema comes forward on PostgreSQL: by the number that its migrations on SQLite end in. The first step makes at once what
// those up to its number made one after the other; later ones go along with theirs.

/** By number, what takes a schema there from the number before. */
export type Steps = Readonly<Record<number, readonly string[]>>

/** The statements that a schema of this number lacks, and the number they lead to. */
export function stepsFrom(steps: Steps, number: number): { readonly number: number; readonly statements: string[] } {
  const missing = Object.entries(steps).filter(([at]) => Number(at) > number)
  return {
    number: Number(missing.at(-1)?.[0] ?? number),
    statements: missing.flatMap(([, statements]) => statements),
  }
}
