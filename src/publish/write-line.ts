// From a saying to a printed sentence: the words, through whose hands they came, and the outlet and date in brackets.
import { blockAt, type Doc } from '../model/doc.ts'
import type { Line } from '../model/edition.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { contains, type Span, wordsOf } from '../model/span.ts'
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
    .toSorted((a, b) => Number(holdsCue(outer, b)) - Number(holdsCue(outer, a)) || b.quote.length - a.quote.length)
  if (!told || !main) return undefined
  const resting = tellRest(outer, told)
  const endsQuoted = told.at(-1)?.text.endsWith('”') ?? false
  const citation = { evidence: main, hands: tellHands(outer, told), ...(words && { words }) }
  return endsQuoted
    ? [...told, ...citeReport(outer, { ...citation, hands: [...citation.hands, ...resting] })]
    : [...told, ...resting, ...citeReport(outer, citation)]
}

// A name may be copied from elsewhere in the report: what the line rests on is where it was said.
function holdsCue({ attribution: { cue, content } }: Saying, { span }: Evidence): boolean {
  return [...cue, ...content].some((part) => contains(span, part))
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
  readonly hands: readonly Fragment[]
  readonly words?: string
}

// ` (Northern Courier, 4 March 2031, by way of Meridian; two reports, one origin)`, outlet and date opening the evidence.
function citeReport({ doc: { outlet, published } }: Saying, { evidence, hands, words }: Citation): Fragment[] {
  const report = `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
  const counted = words ? [{ text: '; ' }, { text: words, counted: evidence }] : []
  return [{ text: ' (' }, { text: report, cited: evidence }, ...hands, ...counted, { text: ')' }]
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

// Through whose hands the words came to this outlet, where the sentence does not name them.
function tellHands({ doc, attribution }: Saying, told: readonly Fragment[]): Fragment[] {
  const outlet = attribution.via.findLast(({ kind }) => kind === 'outlet')
  return outlet && !isTold(doc, outlet.words, told) ? [{ text: ', by way of ' }, ...copy(doc, outlet.words)] : []
}

// On whose word they rest: "Meridian reported that …, citing a Veldanian official".
function tellRest({ doc, attribution }: Saying, told: readonly Fragment[]): Fragment[] {
  const rest = attribution.restsOn
  return rest && !isTold(doc, rest.words, told) ? [{ text: ', citing ' }, ...copy(doc, rest.words)] : []
}

function isTold(doc: Doc, spans: readonly Span[], told: readonly Fragment[]): boolean {
  const words = fold(wordsOf(doc.text, spans))
  const own = fold(doc.outlet ?? '')
  const isOwn = own !== '' && (own.includes(words) || words.includes(own))
  return isOwn || fold(told.map(({ text }) => text).join('')).includes(words)
}

function copy(doc: Doc, spans: readonly Span[]): Fragment[] {
  return spans.map((span, i) => ({
    text: (i > 0 ? ' ' : '') + doc.text.slice(span.start, span.end),
    copied: cite(doc, span),
  }))
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the\s+/, '')
    .trim()
}
