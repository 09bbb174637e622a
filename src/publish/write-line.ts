// From a saying to a printed sentence: the words, through whose hands they came, and the outlet and day in brackets.
import { blockAt, type Doc } from '../model/doc.ts'
import type { Line } from '../model/edition.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { contains, type Span, wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { nameReporter } from './name-reporter.ts'
import type { Known } from './name-source.ts'
import { dayOfReport, placeInTime } from './place-in-time.ts'
import { tellApart } from './tell-apart.ts'
import { tellInPlace } from './tell-in-place.ts'

const LONGEST = 330 // about two breaths when read aloud

/** What stands in the brackets after outlet and day, the other reports it speaks of, and who was named before. */
export interface InBrackets {
  readonly words?: string | undefined // "two reports, one origin"
  readonly also?: readonly Evidence[]
  readonly known?: readonly Known[] | undefined
}

/**
 * `“The offer is dead,” envoy Ilse Marrow told Meridian News Agency (as Northern Courier reports, 4 March).`
 * Undefined where no sentence can be made of the words as they were printed.
 */
export function writeLine(saying: Saying, beside: InBrackets = {}): Line | undefined {
  const told = tellSaying(saying, beside)
  const sure = [saying.attribution.confidence, outermost(saying).attribution.confidence]
  return told && makeLine([...told, { text: '.' }], saying.claims, { ...(beside.also && { also: beside.also }), sure })
}

/** The sentence with outlet and day, without its stop. What is said within another's saying is told as that one's. */
export function tellSaying(saying: Saying, { words, known }: InBrackets = {}): Fragment[] | undefined {
  const outer = outermost(saying)
  const found = tellInPlace(outer, LONGEST, known) ?? tellApart(outer, LONGEST, known)
  const placed = found && placeInTime(found, outer)
  const told = placed && nameReporter(placed, outer)
  const [main] = (told ?? [])
    .flatMap(({ copied }) => (copied ? [copied] : []))
    .toSorted((a, b) => Number(holdsCue(outer, b)) - Number(holdsCue(outer, a)) || b.quote.length - a.quote.length)
  if (!told || !main) return undefined
  return [...told, ...tellRest(outer, told), ...citeReport(outer, told, { evidence: main, ...(words && { words }) })]
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
  readonly words?: string
}

/**
 * ` (Northern Courier, 4 March; two reports, one origin)`, outlet and day opening the evidence. What came through other
 * hands says so: `told Meridian (as Northern Courier reports, 4 March)`, `(Meridian, as Northern Courier reports, 4 March)`.
 */
function citeReport(saying: Saying, told: readonly Fragment[], { evidence, words }: Citation): Fragment[] {
  const { doc, attribution } = saying
  const hand = attribution.via.findLast(({ kind }) => kind === 'outlet')
  const isOwn = hand === undefined || isOwnName(doc, hand.words)
  const before = isOwn || isTold(doc, hand.words, told) ? [] : [...copy(doc, hand.words), { text: ', ' }]
  const report = isOwn ? outletOf(doc) : `as ${doc.outlet ?? 'an unknown outlet'} reports`
  const counted = words ? [{ text: '; ' }, { text: words, counted: evidence }] : []
  return [
    { text: ' (' },
    ...before,
    { text: `${report}, ${dayOfReport(doc)}`, cited: evidence },
    ...counted,
    { text: ')' },
  ]
}

/** The outlet as a line names it. */
export function outletOf({ outlet }: Pick<Doc, 'outlet'>): string {
  return outlet ?? 'outlet unknown'
}

/** The stretch of a doc that an attribution covers, where it lies in one block; else its longest piece of content. */
export function stretchOf(saying: Saying): Evidence {
  return cite(saying.doc, stretchSpan(saying))
}

/** Where that stretch lies. */
export function stretchSpan({ doc, attribution }: Saying): Span {
  const { source, cue, content } = attribution
  let { start, end } = cue[0]
  for (const spans of [source.kind === 'unstated' ? [] : source.words, cue, content]) {
    for (const span of spans) {
      if (span.start < start) start = span.start
      if (span.end > end) end = span.end
    }
  }
  const block = blockAt(doc, start)
  if (block && end <= block.span.end) return { start, end }
  return content.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0] ?? content[0]
}

// On whose word they rest: "Meridian reported that …, citing a Veldanian official".
function tellRest({ doc, attribution }: Saying, told: readonly Fragment[]): Fragment[] {
  const rest = attribution.restsOn
  return rest && !isTold(doc, rest.words, told) ? [{ text: ', citing ' }, ...copy(doc, rest.words)] : []
}

function isTold(doc: Doc, spans: readonly Span[], told: readonly Fragment[]): boolean {
  return isOwnName(doc, spans) || fold(told.map(({ text }) => text).join('')).includes(fold(wordsOf(doc.text, spans)))
}

function isOwnName(doc: Doc, spans: readonly Span[]): boolean {
  const words = fold(wordsOf(doc.text, spans))
  const own = fold(doc.outlet ?? '')
  return own !== '' && (own.includes(words) || words.includes(own))
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
