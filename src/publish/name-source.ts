// How a line names a source: with the words of the report, and where those are a pronoun or a bare surname, with the
// fullest words that the same report has for the same person. Nothing is looked up elsewhere.
import type { AnonymousSource, StatedSource } from '../model/attribution.ts'
import { blockAt } from '../model/doc.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Chain } from '../model/reading.ts'
import { overlaps, type Span, wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import type { Fragment } from './make-line.ts'

const LONGEST = 80 // a name with its office; longer ones carry a clause
/** Words that name nobody by themselves. */
export const PRONOUN = /^(?:(?:he|she|they|it|we|i|who|this|these|those|him|them|the (?:former|latter))(?:\s|$)|both$)/i
const OWNED = /^(?:his|her|their|its|our|my)\s/i
// "the country's chief envoy, Ilse Marrow": whose envoy, only the sentence before tells; the name stands by itself.
const OWNED_NAME = /^(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Tt]he \p{Ll}+['’]s)\s[^,]*,\s+(?=\p{Lu})/u
/** What stands before a bare surname. */
export const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx)\.?\s+/
// "the commission, whose engineers sit in the same building, did not answer": the same as what, the line does not tell.
const LEANING_CLAUSE =
  /,\s+(?:who|whose|whom|which|that|where|when)\b[^,]*\b(?:the same|this|that|these|those|there|here)\b.*$/s
/** Words that tell one person from another only where they were printed. */
export const VAGUE =
  /^(?:the|this|that|these|those)\s+(?:\p{L}+\s+)?(?:sources?|officials?|diplomats?|people|persons?|aides?)$/iu
/** A relative clause at the end of a name. */
export const CLAUSE = /,\s+(?:who|whose|whom|which|that|where|when)\b.*$/s
const GROUP = /^(.*\b(?:of|among)\s+)(?:the|these|those)\s+\p{L}+$/iu

/** Who was named in full in a line before: a chain of a doc. After such a line the bare name is enough. */
export interface Known {
  readonly doc: Id<'doc'>
  readonly chain: Id<'chain'>
}

/**
 * What stands around the name: words of its own sentence, to which "its" in "its envoy" can refer; who was named in lines
 * before. `isAlone`: nothing of the sentence, so that words behind the name show nothing of it.
 */
export interface NameBeside {
  readonly hasBefore?: boolean
  readonly known?: readonly Known[] | undefined
  readonly isAlone?: boolean
}

/**
 * The words that name the source, each with its evidence; undefined where the report leaves it at a pronoun.
 * `"It is dead," she said.` with "envoy Ilse Marrow" above -> envoy Ilse Marrow; after a line that named her, Marrow.
 * Somebody unnamed is called so: `a second official` -> a second unnamed official.
 */
export function nameSource(saying: Saying, source: StatedSource, beside: NameBeside = {}): Fragment[] | undefined {
  if (isOwner(saying, source)) return undefined
  if (beside.hasBefore && isNamedBefore(saying, source)) {
    return source.words.map((span) => ({ text: textOf(saying, span), copied: cite(saying.doc, span) }))
  }
  const name = shortName(saying, source, beside.known) ?? nameInFull(saying, source, beside.hasBefore)
  if (name && source.kind === 'anonymous' && !namesItself(name.map(({ text }) => text).join(''))) return undefined
  return name && source.kind === 'anonymous' && (beside.isAlone || !isShown(saying, source))
    ? callUnnamed(name, source)
    : name
}

// "In her view, the talks were dead": no name fits in the place of "her"
function isOwner({ doc }: Saying, { words: [span] }: StatedSource): boolean {
  return (
    /^(?:his|her|their|its|my|our)$/i.test(doc.text.slice(span.start, span.end)) &&
    /^ \p{Ll}/u.test(doc.text.slice(span.end, span.end + 2))
  )
}

// "Karsk and Veldania agreed to clear the dam, they said in a joint statement": the words before name them all
function isNamedBefore({ doc, reading, attribution: { content } }: Saying, { who, words }: StatedSource): boolean {
  const [at] = words
  if (who.length < 2 || words.length > 1 || !/^they(?: both)?$/i.test(textOf({ doc }, at))) return false
  const before = content.filter(({ end }) => end <= at.start)
  return who.every((id) => {
    const chain = reading.chains.find((each) => each.id === id)
    return chain?.mentions.some(({ form, span }) => form === 'name' && before.some((part) => overlaps(part, span)))
  })
}

/** True for words that say who is meant without the sentences before: not "she", nor "its envoy". */
export function namesItself(words: string): boolean {
  return !PRONOUN.test(words) && !OWNED.test(words) && !OWNED_NAME.test(words)
}

function nameInFull(saying: Saying, source: StatedSource, hasBefore = false): Fragment[] | undefined {
  const { doc, reading } = saying
  const words = wordsOf(doc.text, source.words)
  const chain = source.who.length === 1 ? reading.chains.find(({ id }) => id === source.who[0]) : undefined
  const isPronoun = hasBefore ? PRONOUN.test(words) : !namesItself(words)
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
    const whole = textOf(saying, span)
      .replace(LEANING_CLAUSE, '')
      .replace(/[,;:\s]+$/, '')
    const place = PLACE.exec(whole)?.[0].length ?? 0
    const text = whole.slice(place)
    const kept = { start: span.start + place, end: span.start + whole.length }
    return { text: (i > 0 ? ' ' : '') + lowerArticle(text), copied: cite(doc, kept) }
  })
}

// The surname alone, from the end of the longest name: of "envoy Ilse Marrow" Marrow.
function shortName(
  { doc, reading }: Saying,
  { who, words }: StatedSource,
  known: readonly Known[] = [],
): Fragment[] | undefined {
  const chain = reading.chains.find(({ id }) => id === who[0])
  const wasNamed = known.some((one) => one.doc === doc.id && one.chain === chain?.id)
  const isKnown = who.length === 1 && words.length === 1 && wasNamed
  if (!isKnown || chain?.kind !== 'person') return undefined
  const last = surnameOf(chain)
  const bare = chain.mentions.flatMap(({ form, span }): Span[] => {
    const at = last && form === 'name' ? doc.text.slice(span.start, span.end).lastIndexOf(last) : -1
    return last && at >= 0 ? [{ start: span.start + at, end: span.start + at + last.length }] : []
  })[0]
  if (!last || !bare || chain.name === last) return undefined
  // "Ilse Marrow" and "Senator Tobias Marrow" of one report keep their whole names
  const isShared = reading.chains.some(
    (other) => other.kind === 'person' && other.id !== chain.id && surnameOf(other) === last,
  )
  return isShared ? undefined : [{ text: last, copied: cite(doc, bare) }]
}

/** "Marrow" of Ilse Marrow; undefined where the chain has no name of a person. */
export function surnameOf({ kind, name, mentions }: Chain): string | undefined {
  const isNamed = kind === 'person' && mentions.some(({ form }) => form === 'name')
  return isNamed ? /\p{Lu}[\p{L}’'-]+$/u.exec(name)?.[0] : undefined
}

// Words that show by themselves that no name was given, in the description or right behind it.
const SHOWS =
  /\b(?:unnamed|unidentified|anonym\p{L}+|sources?|insiders?|not (?:to )?be (?:named|identified)|familiar with|people|persons?)\b/iu
const BEHIND = 60 // ", speaking on condition of anonymity,"
const HEAD =
  /^(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|both|another|other|\d+)\s+)*(?:of\s+(?:(?:the|these|those|its|his|her|their|two|three|four|five|six)\s+)*)?(?:(?:second|third|fourth|fifth|same|other)\s+)?/i
// Several that are not counted are unnamed people if they hold a post; "supporters" and "critics" are no sources.
const POST =
  /\b(?:officials?|diplomats?|aides?|advis[eo]rs?|officers?|commanders?|envoys?|negotiators?|mediators?|ministers?|lawmakers?|executives?|delegates?)\b/i

function isShown({ doc }: Saying, { words }: StatedSource): boolean {
  const end = words[words.length - 1]?.end ?? 0
  const behind = doc.text.slice(end, end + BEHIND).split(/[.\n]/)[0] ?? ''
  return SHOWS.test(behind.replace(/\b(?:sources?|people|persons?)\b/gi, ''))
}

/** `a Karskan official` -> an unnamed Karskan official; `three officials` -> three unnamed officials. */
function callUnnamed(name: readonly Fragment[], { count }: AnonymousSource): Fragment[] {
  const whole = name.map(({ text }) => text).join('')
  const isCounted = count.atMost !== undefined || /^(?:an?|one|two|three|several)\s/i.test(whole)
  if (SHOWS.test(whole) || !(isCounted || POST.test(whole))) return [...name]
  const place = name.length > 1 ? name.length - 1 : 0 // of "one of | three officials" the group
  return name.flatMap((fragment, i): Fragment[] => {
    if (i !== place) return [fragment]
    const head = HEAD.exec(fragment.text)?.[0] ?? ''
    const rest = fragment.text.slice(head.length)
    const isArticle = /^an?\s+$/i.test(head)
    const kept: Fragment[] = isArticle ? [{ text: 'an ' }] : head === '' ? [] : [{ ...fragment, text: head }]
    return rest === '' ? [fragment] : [...kept, { text: 'unnamed ' }, { ...fragment, text: rest }]
  })
}

// "In Askevar the head of the bureau said": where it was said is no part of the name.
const PLACE = /^(?:(?:In|At|From|Near)\s+)?\p{Lu}[\p{L}’'-]+\s+(?=(?:the|its|his|her|their)\s)/u

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
  const cut = pool.map(({ start, end }) => {
    const words = doc.text.slice(start, end).replace(CLAUSE, '')
    // of "its defence minister, Joren Tuke" the name: whose minister, only that sentence tells
    const owner = OWNED_NAME.exec(words)
    return { start: start + (owner?.[0].length ?? 0), end: start + words.length, isCut: owner !== null }
  })
  const fit = cut.filter((span) => {
    const words = doc.text.slice(span.start, span.end)
    return (
      words.length <= LONGEST &&
      !OWNED.test(words) &&
      !/[\n"“”]/.test(words) &&
      blockAt(doc, span.start)?.kind !== 'headline' && // Ilvara, Morvane agree: headlines have a grammar of their own
      !PRONOUN.test(words) &&
      (span.isCut || !overlaps(span, apart))
    )
  })
  const size = (span: Span) => doc.text.slice(span.start, span.end).replace(COURTESY, '').split(/\s+/).length
  // "Harriet Voss" before "Ms Voss, a Liberal"
  const isWhole = (span: Span) =>
    Number(chain.kind === 'person' && doc.text.slice(span.start, span.end).includes(chain.name))
  return fit.toSorted((a, b) => isWhole(b) - isWhole(a) || size(b) - size(a) || a.start - b.start)[0]
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

/** True where the words that say so hang on another verb: "Marrow left the hall, saying that it was dead". */
export function isParticiple({ doc, attribution: { cue } }: Saying): boolean {
  const words = doc.text.slice(cue[0].start, cue[0].end).trim()
  return /^(?:\p{L}+ly\s+)?\p{L}+ing$/iu.test(words) && !/^according$/i.test(words)
}

function lowerArticle(text: string): string {
  return text.replace(ONLY_AT_THE_START, (word) => word.toLowerCase())
}

function textOf({ doc }: Pick<Saying, 'doc'>, { start, end }: Span): string {
  return doc.text.slice(start, end)
}
