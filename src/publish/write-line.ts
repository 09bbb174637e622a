// From a saying to a printed sentence: the words, through whose hands they came, and the outlet and date in brackets.
import { blockAt } from '../model/doc.ts'
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
export function writeLine(saying: Saying, beside: Beside = {}): Line | undefined {
  const told = tellSaying(saying, beside.words)
  return told && makeLine([...told, { text: '.' }], saying.claims, beside.also)
}

/** The sentence with outlet and date, without its stop. What is said within another's saying is told as that one's. */
export function tellSaying(saying: Saying, words?: string): Fragment[] | undefined {
  const outer = outermost(saying)
  const told = tellInPlace(outer, LONGEST) ?? tellApart(outer, LONGEST)
  const [main] = (told ?? [])
    .flatMap(({ copied }) => (copied ? [copied] : []))
    .toSorted((a, b) => b.quote.length - a.quote.length)
  return told && main && [...told, ...citeReport(outer, { evidence: main, told, ...(words && { words }) })]
}

/** `A source said that Roke told the delegation that …`: of what Roke told, the saying of the source. */
export function outermost(saying: Saying): Saying {
  let { attribution } = saying
  for (let depth = 0; attribution.within !== undefined && depth < 5; depth++) {
    const around = saying.reading.attributions.find(({ id }) => id === attribution.within)
    if (!around) break
    attribution = around
  }
  return attribution === saying.attribution ? saying : { ...saying, attribution }
}

interface Citation {
  readonly evidence: Evidence
  readonly told: readonly Fragment[]
  readonly words?: string
}

// ` (Northern Courier, 4 March 2031, by way of Meridian; two reports, one origin)`, outlet and date opening the evidence.
function citeReport(saying: Saying, { evidence, told, words }: Citation): Fragment[] {
  const { outlet, published } = saying.doc
  const report = `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
  const counted = words ? [{ text: '; ' }, { text: words, counted: evidence }] : []
  return [{ text: ' (' }, { text: report, cited: evidence }, ...tellHands(saying, told), ...counted, { text: ')' }]
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

// Through whose hands the words came to this outlet, and whom these cite, where the sentence does not name them.
function tellHands({ doc, attribution }: Saying, told: readonly Fragment[]): Fragment[] {
  const text = told.map((fragment) => fragment.text).join('')
  const own = fold(doc.outlet ?? '')
  const isTold = (spans: readonly Span[]) => {
    const words = wordsOf(doc.text, spans)
    return fold(text).includes(fold(words)) || own.includes(fold(words)) || (own !== '' && fold(words).includes(own))
  }
  const copy = (spans: readonly Span[]): Fragment[] =>
    spans.map((span, i) => ({
      text: (i > 0 ? ' ' : '') + doc.text.slice(span.start, span.end),
      copied: cite(doc, span),
    }))
  const hands: Fragment[] = []
  const outlet = attribution.via.findLast(({ kind }) => kind === 'outlet')
  if (outlet && !isTold(outlet.words)) hands.push({ text: ', by way of ' }, ...copy(outlet.words))
  const rest = attribution.restsOn
  if (rest && !isTold(rest.words)) hands.push({ text: ', citing ' }, ...copy(rest.words))
  return hands
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim()
}
