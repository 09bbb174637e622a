// Where a text quotes: words between marks of any shape, straight or curly, double or single, guillemets or corners.
// An apostrophe is no mark: one opens only before a word and closes only after one.
import type { Span } from '../../model/span.ts'

export interface Quoted {
  readonly span: Span // with its marks
  readonly inner: Span // without them
  readonly isClosed: boolean
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '"': '"”',
  '＂': '＂',
  '″': '″',
  '❝': '❞',
  '〝': '〞',
  '「': '」',
  '『': '』',
  '《': '》',
  '”': '”', // a closing mark that nothing opened: what follows counts as quoted
}
const SINGLES = /[‘'’‚‛`′＇❛]/

/** The quotations in the order of the text. `isKnown` tells which end of single marks is meant where several fit. */
export function findQuoted(text: string, isKnown: (inner: string) => boolean = () => false): Quoted[] {
  const found: Quoted[] = []
  let at = 0
  while (at < text.length) {
    const mark = text.charAt(at)
    const two = /^(?:''|’’|‘‘|``)/.exec(text.slice(at))?.[0]
    const quoted = two
      ? untilAny(text, at, 2, ["''", '’’', '"', '”'])
      : mark in CLOSERS
        ? untilAny(text, at, 1, [...(CLOSERS[mark] ?? '')])
        : SINGLES.test(mark)
          ? untilSingle(text, at, isKnown)
          : undefined
    if (quoted) found.push(quoted)
    at = quoted ? Math.max(quoted.span.end, at + 1) : at + 1
  }
  return found
}

function untilAny(text: string, start: number, width: number, closers: readonly string[]): Quoted {
  const from = start + width
  const ends = closers.flatMap((closer) => {
    const at = text.indexOf(closer, from)
    return at === -1 ? [] : [{ at, width: closer.length }]
  })
  const [first] = ends.toSorted((a, b) => a.at - b.at)
  if (!first) return { span: { start, end: text.length }, inner: { start: from, end: text.length }, isClosed: false }
  return { span: { start, end: first.at + first.width }, inner: { start: from, end: first.at }, isClosed: true }
}

// "said the plan was ‘not true’", but neither "Lindria’s" nor "the officials’ plan" nor "’twas"
function untilSingle(text: string, start: number, isKnown: (inner: string) => boolean): Quoted | undefined {
  const before = text.charAt(start - 1)
  const opens = (before === '' || /[\s([—–/"“-]/.test(before)) && /[\p{L}\p{N}[$€£…]/u.test(text.charAt(start + 1))
  if (!opens) return undefined
  const ends = [...text.slice(start + 1).matchAll(/(?<=\S)['’‘`′＇❜](?![\p{L}\p{N}])/gu)].map(
    ({ index }) => start + 1 + index,
  )
  const inner = (end: number): Span => ({ start: start + 1, end })
  const end = ends.find((at) => isKnown(text.slice(start + 1, at))) ?? ends[0]
  return end === undefined ? undefined : { span: { start, end: end + 1 }, inner: inner(end), isClosed: true }
}
