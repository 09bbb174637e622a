// From a saying to a printed sentence: the words, through whose hands they came, and the outlet and date in brackets.
import { blockAt, type Doc } from '../model/doc.ts'
import type { Line } from '../model/edition.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { type Span, wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { dayWords } from './iso-week.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { tellApart } from './tell-apart.ts'
import { tellInPlace } from './tell-in-place.ts'

const LONGEST = 330 // about two breaths when read aloud

/** What stands in the brackets after outlet and date, and the other reports it speaks of. */
export interface Beside {
  readonly words?: string | undefined // "two reports, one origin"
  readonly also?: readonly Evidence[]
}

/**
 * `“The offer is dead,” envoy Ilse Marrow told Meridian News Agency (Northern Courier, 4 March 2031).`
 * Undefined where no sentence can be made of the words as they were printed.
 */
export function writeLine(saying: Saying, { words, also = [] }: Beside = {}): Line | undefined {
  const told = tellSaying(saying)
  if (!told) return undefined
  const [main] = told
    .flatMap(({ copied }) => (copied ? [copied] : []))
    .toSorted((a, b) => b.quote.length - a.quote.length)
  return main && makeLine([...told, ...citeReport(saying.doc, main, words), { text: '.' }], saying.claims, also)
}

/** The sentence without outlet, date and stop. */
export function tellSaying(saying: Saying): Fragment[] | undefined {
  const told = tellInPlace(saying, LONGEST) ?? tellApart(saying, LONGEST)
  return told && [...told, ...tellHands(saying, told)]
}

/** ` (Northern Courier, 4 March 2031; two reports, one origin)`, the outlet and date opening the evidence. */
export function citeReport(doc: Doc, evidence: Evidence, words?: string): Fragment[] {
  const report = `${doc.outlet ?? 'outlet unknown'}, ${doc.published ? dayWords(doc.published) : 'undated'}`
  const counted = words ? [{ text: '; ' }, { text: words, counted: evidence }] : []
  return [{ text: ' (' }, { text: report, cited: evidence }, ...counted, { text: ')' }]
}

/** The stretch of a doc that an attribution covers, where it lies in one block; else its longest piece of content. */
export function stretchOf({ doc, attribution }: Saying): Evidence {
  const { source, cue, content } = attribution
  const spans = [...(source.kind === 'unstated' ? [] : source.words), ...cue, ...content]
  const stretch = { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) }
  const block = blockAt(doc, stretch.start)
  if (block && stretch.end <= block.span.end) return cite(doc, stretch)
  const longest = content.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0] ?? content[0]
  return cite(doc, longest)
}

// The words came to this outlet through another that the sentence does not name: ", as Meridian reports".
// They rest on somebody whom it does not name: ", citing three Karskian sources".
function tellHands({ doc, attribution }: Saying, told: readonly Fragment[]): Fragment[] {
  const text = told.map((fragment) => fragment.text).join('')
  const isTold = (spans: readonly Span[]) => text.toLowerCase().includes(wordsOf(doc.text, spans).toLowerCase())
  const outlet = attribution.via.findLast(({ kind }) => kind === 'outlet')
  const copy = (spans: readonly Span[]): Fragment[] =>
    spans.map((span, i) => ({
      text: (i > 0 ? ' ' : '') + doc.text.slice(span.start, span.end),
      copied: cite(doc, span),
    }))
  const hands: Fragment[] = []
  if (outlet && !isTold(outlet.words)) {
    hands.push({ text: ', as ' }, ...copy(outlet.words), { text: ' reports' })
  }
  const rest = attribution.restsOn
  if (rest && !isTold(rest.words)) hands.push({ text: ', citing ' }, ...copy(rest.words))
  return hands
}
