// Lines of CSV as RFC 4180 has them. A cell that a spreadsheet would run as a formula begins with an apostrophe, so that it is
// shown and not run (OWASP, CSV Injection).

/** One line with its end. */
export function writeCsvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: string | number | undefined): string {
  if (typeof cell === 'number' || cell === undefined) return String(cell ?? '')
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
