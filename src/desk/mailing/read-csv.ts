// Lines of CSV as RFC 4180 has them, with the line that each begins on. An apostrophe that our own export puts before a formula is
// taken away again.

export interface CsvLine {
  readonly line: number // 1 for the first
  readonly cells: readonly string[]
}

/** The lines that hold anything. A quoted cell that is never closed goes to the end. */
export function readCsv(text: string): CsvLine[] {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  const pattern = /(?:"((?:[^"]|"")*)(?:"|$)|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy
  for (const [all, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(pattern)) {
    cells.push((quoted?.replaceAll('""', '"') ?? plain.trim()).replace(/^'(?=[=+\-@])/, ''))
    line += all.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (cells.some((cell) => cell !== '')) lines.push({ line: begun, cells })
    cells = []
    begun = line
    if (end === '') break
  }
  return lines
}
