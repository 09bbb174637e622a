// One attribution as other programs get it: names and words instead of our ids, ranges into the text as it was handed
// in. `annotate` and `ledger --json` print this one form.
import { type Act, CODE, type CoarseAct, coarseOf } from '../model/act.ts'
import type { AnonymousSource, Attribution, Hearer, Setting, Source, StatedSource } from '../model/attribution.ts'
import { sourceKindOf } from '../model/attribution.ts'
import { type Doc, toGiven } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { type Bounds, type Span, wordsOf } from '../model/span.ts'

/** `[start, end)` in UTF-16 units into the text as handed in; into the extracted text where the report was HTML. */
export type Range = readonly [start: number, end: number]

export interface SaidIn {
  readonly source: readonly Range[]
  readonly cue: readonly Range[]
  readonly content: readonly Range[]
  readonly form: Attribution['form']
  readonly act: Act
  readonly stance: CoarseAct
  readonly code?: string // of CAMEO or PLOVER, where one fits the act
  readonly target?: readonly Range[] // the words that name what was denied, rejected, confirmed …
  readonly sourceKind: ReturnType<typeof sourceKindOf>
  readonly who: readonly string[]
  readonly unnamed?: Unnamed // of an anonymous source
  readonly via: readonly string[] // nearest the speaker first
  readonly restsOn?: readonly string[] // whom an outlet cites
  readonly hearer?: string // the words that name whom it was said to
  readonly hearerKind?: Hearer['kind']
  readonly setting?: Setting['kind']
  readonly said?: string // when it was said, as in TIMEX3: "2031-03-05", "2031-W10", "2030-FA"
  readonly event?: string // when what it tells of is to happen
  readonly silence?: string
  readonly confidence: number
}

/** How many the unnamed are, in whose camp, and on which terms they spoke. */
export interface Unnamed extends Bounds {
  readonly description: string
  readonly side?: string
  readonly terms?: string
}

/** The attribution with its names resolved and its ranges in the text as given. */
export function saidIn(doc: Doc, reading: Reading, attribution: Attribution): SaidIn {
  const { source, cue, content, form, act, target, via, restsOn, hearer, setting, said, event, silence, confidence } =
    attribution
  return {
    source: source.kind === 'unstated' ? [] : rangesOf(doc, source.words),
    cue: rangesOf(doc, cue),
    content: rangesOf(doc, content),
    form,
    act,
    stance: coarseOf(act),
    ...(CODE[act] && { code: CODE[act] }),
    ...(target && { target: rangesOf(doc, target.words) }),
    sourceKind: sourceKindOf(source),
    who: namesOf(doc, reading, source),
    ...(source.kind === 'anonymous' && { unnamed: unnamedOf(doc, source) }),
    via: via.flatMap((hand) => namesOf(doc, reading, hand)),
    ...(restsOn && { restsOn: namesOf(doc, reading, restsOn) }),
    ...(hearer && { hearer: wordsOf(doc.text, [hearer.words]), hearerKind: hearer.kind }),
    ...(setting && { setting: setting.kind }),
    ...(said && { said: said.value }),
    ...(event && { event: event.value }),
    ...(silence && { silence }),
    confidence,
  }
}

function unnamedOf(doc: Doc, { words, count, side, terms }: AnonymousSource): Unnamed {
  return {
    description: wordsOf(doc.text, words),
    ...count,
    ...(side && { side }),
    ...(terms && { terms: wordsOf(doc.text, [terms]) }),
  }
}

/** The ranges of the spans in the text as handed in. */
export function rangesOf(doc: Doc, spans: readonly Span[]): Range[] {
  const { given } = doc
  return spans.flatMap((span) => (given ? toGiven(given, span) : [[span.start, span.end] as const]))
}

/** The names a source is printed under; none where it is unstated. */
function namesOf(doc: Doc, reading: Reading, source: Source): string[] {
  if (source.kind === 'unstated') return []
  if (source.kind === 'anonymous') return [nameAnonymous(doc, reading, source)]
  return source.who.map((id) => nameOfChain(reading, id) ?? wordsOf(doc.text, source.words))
}

function nameOfChain(reading: Reading, id: StatedSource['who'][0]): string | undefined {
  return reading.chains.find((chain) => chain.id === id)?.name
}

// "three unnamed Karsk officials" -> "Karsk officials"; "one of the officials", of that group -> "Karsk official".
function nameAnonymous(doc: Doc, reading: Reading, source: AnonymousSource): string {
  const chain = source.among ?? source.who[0]
  const described = nameOfChain(reading, chain) ?? ''
  const noun = headOf(wordsOf(doc.text, source.words)) ?? headOf(described) ?? 'source'
  const isOne = source.count.atMost === 1
  const name = isOne ? toSingular(noun) : toPlural(noun)
  return source.side === undefined ? name : `${source.side} ${name}`
}

const HEADS =
  /\b(sources?|officials?|diplomats?|persons?|people|aides?|advis[eo]rs?|envoys?|ministers?|negotiators?|spokes(?:man|woman|person|people)|officers?|lawmakers?|insiders?|analysts?|participants?|authorit(?:y|ies)|representatives?|delegates?)\b/gi

/** The noun that the description ends in, leaving out what hangs on it: "a source close to the envoy" -> source. */
function headOf(words: string): string | undefined {
  const before = words.split(
    /\b(?:who|close to|familiar with|with|from|in|at|inside|near|briefed|on|knowledgeable)\b/i,
  )[0]
  return [...(before ?? '').matchAll(HEADS)].at(-1)?.[0]?.toLowerCase()
}

function toSingular(noun: string): string {
  if (noun === 'people') return 'person'
  if (noun === 'authorities') return 'authority'
  return noun.replace(/people$/, 'person').replace(/s$/, '')
}

function toPlural(noun: string): string {
  if (/(?:s|people)$/.test(noun)) return noun
  if (noun === 'person') return 'people'
  return noun === 'authority'
    ? 'authorities'
    : `${noun.replace(/(?:man|woman|person)$/, 'people')}`.replace(/(?<!people)$/, 's')
}
