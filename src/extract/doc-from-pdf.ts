// From a PDF to a doc: its paragraphs as lines of a text, the largest type on its first page as headline, and what its
// information dictionary says as fields. The day on which a file was made is not the day on which a report was printed.
import type { Doc, Field } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { docFromLines } from './doc-from-text.ts'
import { stripOutlet } from './find-page-head.ts'
import { countWords, foldTitle, isByline, isDateLine, isProse } from './judge-line.ts'
import { type About, listRemoved } from './make-doc.ts'
import { normalise } from './normalise.ts'
import { type Pdf, readPdf } from './read-pdf.ts'
import { splitCredit } from './split-byline.ts'
import { type Line, makeLine } from './split-lines.ts'
import { type PdfBlock, splitPdf } from './split-pdf.ts'

/** The doc of a PDF. It has no way back to its bytes. Throws NO_TEXT for a scan, EXTRACT_FAILED for one locked or broken. */
export async function docFromPdf(bytes: Uint8Array, about: About): Promise<Doc> {
  const name = about.given?.name ?? about.capture
  const { lines, pages, info } = await readPdf(bytes, name)
  if (lines.length === 0) {
    const what = pages === 1 ? 'its one page is a picture or empty' : `its ${pages} pages are pictures or empty`
    throw new ReadoutError('NO_TEXT', `${name}: no text in this PDF: ${what}; hand in its text alone instead`)
  }
  const { blocks, bodySize } = splitPdf(lines, pages)
  const all = blocks.filter(({ isFurniture }) => !isFurniture)
  const stated = info.Title && !NO_TITLE.test(info.Title) ? info.Title : undefined
  const headline = findHeadline(all, bodySize, stated)
  const kept = all.slice(findBeginning(all, headline, stated))
  const fields = fieldsOf(info, { headline: headline?.text, stated }, about)
  const title = about.given?.title ?? fields.find((field) => field.name === 'title')?.value
  const normal = normalise(kept.map(({ text }) => text).join('\n'))
  const removed = [
    ...listRemoved(
      all.map((one) => ({ text: one.text, reason: kept.includes(one) ? undefined : 'outside the main text' })),
    ),
    ...blocks.flatMap(({ text, isFurniture }) =>
      isFurniture ? listRemoved([{ text, reason: 'page header or footer' }]) : [],
    ),
  ]
  const leveled = splitRanges(normal.text).map((range, at): Line => {
    const line = makeLine(normal, [range])
    const level = levelOf(kept[at], headline, bodySize)
    return level === undefined || (level > 1 && isProse(line.text)) ? line : { ...line, level }
  })
  return docFromLines(
    { normal, lines: leveled.filter(({ text }) => text), fields, removed, title, hasRuns: false },
    about,
  )
}

const FIRST = 12 // blocks within which a headline stands that nothing but its size tells
const LARGER = 1.15 // times the size of the body: what is set so is a heading

/** What the file calls itself, where it is printed; else the largest type near the beginning. */
function findHeadline(blocks: readonly PdfBlock[], bodySize: number, stated: string | undefined): PdfBlock | undefined {
  const large = blocks.filter(({ size, text }) => size > bodySize * LARGER && text.length <= 300)
  const named = large.find(({ text }) => isNamed(text, stated))
  if (named || countWords(stated ?? '') > 3) return named // a page that prints another title than its own prints a menu
  const first = large.filter((block) => blocks.indexOf(block) < FIRST)
  const most = Math.max(...first.map(({ size }) => size))
  return first.find(({ size }) => size === most)
}

function isNamed(words: string, stated: string | undefined): boolean {
  const [printed, own] = [foldTitle(words), foldTitle(stated ?? '')]
  return (printed.length > 12 && own.includes(printed)) || (own.length > 12 && printed.includes(own))
}

/** Menus stand above a headline that is sure; a line of prose there is of the report. */
function findBeginning(
  blocks: readonly PdfBlock[],
  headline: PdfBlock | undefined,
  stated: string | undefined,
): number {
  if (!headline || !isNamed(headline.text, stated)) return 0
  const at = blocks.indexOf(headline)
  return blocks.slice(0, at).some(({ text }) => isProse(text) || isByline(text) || isDateLine(text)) ? 0 : at
}

function levelOf(block: PdfBlock | undefined, headline: PdfBlock | undefined, bodySize: number): number | undefined {
  if (block === headline) return block && 1
  return block && block.size > bodySize * LARGER ? 2 : undefined
}

// "Microsoft Word - draft 3.docx", "untitled", "Layout 1": what programs write there
const NO_TITLE =
  /^(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|qxp|html?|odt|rtf|pages)|layout ?\d*|document ?\d*|about:blank)$/i

function fieldsOf(
  info: Pdf['info'],
  { headline, stated }: { headline: string | undefined; stated: string | undefined },
  about: About,
): Field[] {
  const field = (name: Field['name'], value: string | undefined, key: string): Field[] =>
    value ? [{ name, value, path: `PDF info ${key}` }] : []
  const path = headline && isNamed(headline, stated) ? 'largest line and PDF info Title' : 'largest line'
  return [
    ...(headline ? [{ name: 'title' as const, value: headline, path }] : []),
    ...field('title', stated && stripOutlet(stated), 'Title'),
    ...(info.Author
      ? splitCredit({ name: 'byline', value: info.Author, path: 'PDF info Author' }, about.given?.outlet)
      : []),
    ...field('created', dateOf(info.CreationDate), 'CreationDate'),
    ...field('language', info.Language, 'Language'),
  ]
}

/** "D:20310503140500+02'00'" (ISO 32000-1, 7.9.4) -> 2031-05-03T14:05:00+02:00 */
function dateOf(date: string | undefined): string | undefined {
  const found = /^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2})?'?(\d{2})?/.exec(date ?? '')
  if (!found) return undefined
  const [, year, month, day, hours, minutes, seconds = '00', zone, rest = '00'] = found
  if (hours === undefined) return `${year}-${month}-${day}`
  return `${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone === 'Z' ? 'Z' : zone ? `${zone}:${rest}` : ''}`
}

function splitRanges(text: string): [number, number][] {
  const ranges: [number, number][] = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    ranges.push([start, end])
    start = end + 1
  }
  return ranges
}
