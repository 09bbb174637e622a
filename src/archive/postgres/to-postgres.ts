// SQL as it is written for both stores, made PostgreSQL's: parameters are numbered, and hints that only SQLite knows go. What
// stands in quotation marks stays as it is.

const written = new Map<string, string>()
const KEPT = 2000 // statements; the archive has a few hundred

/** The same statement for PostgreSQL. */
export function toPostgres(sql: string): string {
  const known = written.get(sql)
  if (known !== undefined) return known
  let n = 0
  const own = sql.replace(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?(\d*)| indexed by \w+/g,
    (found, number: string | undefined) => {
      if (found.startsWith(' ')) return ''
      if (!found.startsWith('?')) return found
      n += 1
      return `$${number || n}`
    },
  )
  if (written.size >= KEPT) written.clear()
  written.set(sql, own)
  return own
}
