// A PDF as lines of words with their place and size, and what its information dictionary says. pdf.js (in unpdf) gives
// runs of text in the order in which they were set, which for columns is the order of reading.
import { getDocumentProxy } from 'unpdf'
import { ReadoutError } from '../model/errors.ts'

/** One line as it was set. */
export interface PdfLine {
  readonly text: string
  readonly page: number // from 0
  readonly x: number // of its left edge; points, from the left of the page
  readonly right: number
  readonly y: number // of its base line; points, from the foot of the page
  readonly size: number // of its type, in points
}

export interface Pdf {
  readonly lines: readonly PdfLine[]
  readonly pages: number
  readonly info: Readonly<Record<string, string>> // the entries that are text: Title, Author, CreationDate …
}

/** The lines of a PDF. Throws ReadoutError EXTRACT_FAILED for one that is locked or broken. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Pdf> {
  try {
    // No script of the file runs in pdf.js; fonts are not turned into code either.
    const options = { isEvalSupported: false, useSystemFonts: false, verbosity: 0 }
    const document = await getDocumentProxy(Uint8Array.from(bytes), options) // a copy: pdf.js keeps what it is given
    const lines: PdfLine[] = []
    for (let page = 0; page < document.numPages; page++) {
      const { items } = await (await document.getPage(page + 1)).getTextContent()
      lines.push(
        ...joinRuns(
          items.flatMap((item) => ('str' in item ? [runOf(item)] : [])),
          page,
        ),
      )
    }
    const { info } = await document.getMetadata()
    return { lines, pages: document.numPages, info: textsOf(info) }
  } catch (error) {
    throw failed(error, name)
  }
}

interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly isLast: boolean
}

function runOf(item: { str: string; transform: number[]; width: number; height: number; hasEOL: boolean }): Run {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform
  return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height, isLast: item.hasEOL }
}

const RAISED = 0.6 // of the type's size: what stands higher or lower is another line; a raised figure is not
const SPACE = 0.15 // of the type's size: a wider gap between two runs is a space that was never set

function joinRuns(runs: readonly Run[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let open: PdfLine | undefined
  const close = (): void => {
    if (open?.text.trim()) lines.push({ ...open, text: open.text.trim() })
    open = undefined
  }
  for (const { text, x, y, width, size, isLast } of runs) {
    if (open && (Math.abs(open.y - y) > RAISED * Math.max(size, open.size) || x < open.x - size)) close()
    if (text !== '') {
      const gap: number = open ? x - open.right : 0
      const isInitial: boolean = open !== undefined && /^\p{Lu}$/u.test(open.text) && open.size > size * 1.5
      const isGap = gap > SPACE * size && !isInitial // a large first letter belongs to its word
      const space: string = open && isGap && !/\s$/.test(open.text) && !/^\s/.test(text) ? ' ' : ''
      open = open
        ? {
            ...open,
            text: open.text + space + text,
            right: x + width,
            size: isInitial ? size : Math.max(open.size, size),
          }
        : { text, page, x, right: x + width, y, size }
    }
    if (isLast) close()
  }
  close()
  return lines
}

function textsOf(info: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(info).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
  )
}

function failed(error: unknown, name: string): ReadoutError {
  const { name: kind, message } = error instanceof Error ? error : new Error(String(error))
  const cure = 'hand in its text alone instead'
  if (kind === 'PasswordException')
    return new ReadoutError(
      'EXTRACT_FAILED',
      `${name}: this PDF is locked with a password; save it without one, or ${cure}`,
    )
  return new ReadoutError('EXTRACT_FAILED', `${name}: this PDF is broken (${message.replace(/\.$/, '')}); ${cure}`)
}
