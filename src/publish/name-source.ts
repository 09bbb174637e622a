// How a line names a source: with the words of the report, and where those are a pronoun or a bare surname, with the
// fullest words that the same report has for the same person. Nothing is looked up elsewhere.
import type { StatedSource } from '../model/attribution.ts'
import { cite } from '../model/evidence.ts'
import type { Chain } from '../model/reading.ts'
import { overlaps, type Span, wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import type { Fragment } from './make-line.ts'

const LONGEST = 80 // a name with its office; longer ones carry a clause
/** Words that name nobody by themselves. */
export const PRONOUN = /^(?:he|she|they|it|we|i|who|this|these|those|both|him|them|the (?:former|latter))(?:\s|$)/i
const OWNED = /^(?:his|her|their|its|our|my)\s/i
/** Words that tell one person from another only where they were printed. */
export const VAGUE =
  /^(?:the|this|that|these|those)\s+(?:\p{L}+\s+)?(?:sources?|officials?|diplomats?|people|persons?|aides?)$/iu
/** A relative clause at the end of a name. */
export const CLAUSE = /,\s+(?:who|whose|whom|which|that|where|when)\b.*$/s
const GROUP = /^(.*\b(?:of|among)\s+)(?:the|these|those)\s+\p{L}+$/iu

/**
 * The words that name the source, each with its evidence; undefined where the report leaves it at a pronoun.
 * `"It is dead," she said.` with "envoy Ilse Marrow" above -> envoy Ilse Marrow.
 * `hasBefore`: words of the same sentence stand before it, to which "its" in "its envoy" can refer.
 */
export function nameSource(saying: Saying, source: StatedSource, hasBefore = false): Fragment[] | undefined {
  const { doc, reading } = saying
  const words = wordsOf(doc.text, source.words)
  const chain = source.who.length === 1 ? reading.chains.find(({ id }) => id === source.who[0]) : undefined
  const isPronoun = PRONOUN.test(words) || (!hasBefore && OWNED.test(words))
  // "one of the sources" among "three Karskian sources" -> one of three Karskian sources
  const group = source.kind === 'anonymous' && source.among ? GROUP.exec(words) : null
  const described = group && reading.chains.find(({ id }) => source.kind === 'anonymous' && id === source.among)
  const whole = described && fullest(saying, described, source.words[0])
  if (group?.[1] && whole && source.words.length === 1) {
    const { start } = source.words[0]
    return [
      { text: lowerArticle(group[1]), copied: cite(doc, { start, end: start + group[1].length }) },
      { text: lowerArticle(textOf(saying, whole)), copied: cite(doc, whole) },
    ]
  }
  const better = chain && fullest(saying, chain, source.words[0])
  const isVague = source.kind === 'anonymous' && VAGUE.test(words)
  if (better && (isPronoun || isVague || saysMore(textOf(saying, better), words, chain))) {
    return [{ text: lowerArticle(textOf(saying, better)), copied: cite(doc, better) }]
  }
  if (isPronoun) return undefined
  return source.words.map((span, i) => {
    const text = textOf(saying, span).replace(/[,;:\s]+$/, '')
    const kept = { start: span.start, end: span.start + text.length }
    return { text: (i > 0 ? ' ' : '') + lowerArticle(text), copied: cite(doc, kept) }
  })
}

/** The fullest words of the chain, apart from the place asked for: names before descriptions, never a pronoun. */
function fullest({ doc, reading }: Saying, chain: Chain, apart: Span): Span | undefined {
  const asSource = reading.attributions.flatMap(({ source }) =>
    source.kind !== 'unstated' && source.who.length === 1 && source.who[0] === chain.id && source.words.length === 1
      ? [source.words[0]]
      : [],
  )
  const named = chain.mentions.filter(({ form }) => form === 'name').map(({ span }) => span)
  const nominal = chain.mentions.filter(({ form }) => form === 'nominal').map(({ span }) => span)
  const holdsName = (span: Span) => named.some((name) => overlaps(name, span))
  const pool = named.length > 0 ? [...named, ...asSource.filter(holdsName)] : [...nominal, ...asSource]
  // "Ilse Marrow, who was named last week" is named by the words before the clause
  const cut = pool.map(({ start, end }) => ({
    start,
    end: start + doc.text.slice(start, end).replace(CLAUSE, '').length,
  }))
  const fit = cut.filter((span) => {
    const words = doc.text.slice(span.start, span.end)
    return (
      words.length <= LONGEST &&
      !OWNED.test(words) &&
      !/[\n"“”]/.test(words) &&
      !PRONOUN.test(words) &&
      !overlaps(span, apart)
    )
  })
  const size = (span: Span) => doc.text.slice(span.start, span.end).split(/\s+/).length
  return fit.toSorted((a, b) => size(b) - size(a) || a.start - b.start)[0]
}

// "Marrow" beside "envoy Ilse Marrow" says less; "the Kremlin" beside "Kremlin" does not.
function saysMore(better: string, words: string, chain: Chain): boolean {
  const count = (text: string) =>
    text.replace(/^(?:the|a|an)\s+|\s+(?:him|her|it|them)sel(?:f|ves)$/gi, '').split(/\s+/).length
  const isShort = !/,/.test(words) && count(words) < count(better)
  return chain.kind === 'person' && isShort && chain.mentions.some(({ form }) => form === 'name')
}

// A word that is capital only because a sentence began with it. Titles that stay so ("President", "Senator") are not here.
const ONLY_AT_THE_START =
  /^(?:The|An?|One|Two|Three|Four|Five|Both|Several|Some|Another|Many|Other|Senior|Former|Unnamed|Anonymous|Spokes(?:man|woman|person)|Envoy|Negotiators?|Diplomats?|Officials?|Sources?|Aides?|Advis[eo]rs?|Analysts?|Lawmakers?|Journalists?|Historians?|Economists?|People)\b/

/**
 * True where the name ends in words set off by a comma, which a following verb closes by another: "Ilse Marrow, the
 * envoy". A list of several ("Karsk, Lindria and Corvenia") is none.
 */
export function endsApart(name: string): boolean {
  const last = name.split(/,\s+/).slice(1).at(-1)
  return last !== undefined && !/(?:^|\s)(?:and|or)\s/.test(last)
}

function lowerArticle(text: string): string {
  return text.replace(ONLY_AT_THE_START, (word) => word.toLowerCase())
}

function textOf({ doc }: Saying, { start, end }: Span): string {
  return doc.text.slice(start, end)
}
