// A small PDF written by hand, for tests: lines of Helvetica at places, an information dictionary, a lock if asked for.

/** Words at a place: points from the left and from the foot of a page of 612 by 792. */
export type Placed = readonly [text: string, x: number, y: number, size?: number]

/** The bytes of a PDF with these pages. */
export function makePdf(
  pages: readonly (readonly Placed[])[],
  { info = {}, isLocked = false }: { info?: Readonly<Record<string, string>>; isLocked?: boolean } = {},
): Uint8Array {
  const kids = pages.map((_, page) => `${4 + page * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((placed, page) => {
      const stream = placed
        .map(([text, x, y, size = 10]) => `BT /F1 ${size} Tf ${x} ${y} Td (${escapeText(text)}) Tj ET`)
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + page * 2} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ]
    }),
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${escapeText(value)})`)
      .join(' ')} >>`,
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = pdf.length
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const key = '0'.repeat(64)
  const lock = isLocked
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : ''
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R${lock} >>\nstartxref\n${pdf.lastIndexOf('xref\n0')}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(pdf, 'latin1'))
}

/** A column of lines, one below the other. */
export function column(lines: readonly string[], { x = 72, y = 700, size = 10, leading = 12 } = {}): Placed[] {
  return lines.map((line, at) => [line, x, y - at * leading, size] as const)
}

function escapeText(text: string): string {
  return text.replace(/[\\()]/g, '\\$&')
}
