// The outlet that the words around the cue name: in whose interview, on whose air, on whose pages, at whose request.
import type { ChainBook, Entry } from './chain-book.ts'
import { type Heard, heardBy } from './find-hearer.ts'
import type { Names } from './find-names.ts'
import { outletFrom } from './find-outlet.ts'
import { quotingBefore } from './find-quoting.ts'
import { isSpeech } from './is-speech.ts'
import type { Resolved } from './resolve-sources.ts'
import { type Scene, textOf } from './scene.ts'

/** The outlet, and the hearer where it was spoken to: on its pages one speaks to nobody in particular. */
export interface Channel {
  readonly entry: Entry
  readonly heard?: Heard
}

// in an interview with Meridian / in remarks to Meridian / speaking to Meridian / a diplomat quoted by Meridian
const SPOKEN_TO = new RegExp(
  [
    '(?:interviews?|conversation|chat|Q&A|sit-?down|call|appearances?|segment)(?:\\s+(?!(?:at|of|and)\\b)\\p{L}+){0,2}?\\s+(?:with|on|to|for)',
    '(?:remarks?|comments?|statements?|e-?mails?|messages?|letters?|responses?|memo|texts?)(?:\\s+(?:sent|given|e-?mailed))?\\s+to',
    '(?:speaking|talking|speaks|spoke|talked|spoken|appearing|appeared)(?:\\s+\\p{L}+(?:ly|day))?\\s+(?:to|with|on)',
    '(?:asked|interviewed|pressed|questioned|reached|contacted|cited|quoted)\\s+(?:by|on)',
  ]
    .map((words) => `\\b${words}\\s+$`)
    .join('|'),
  'iu',
)
// in a Meridian interview / during a Meridian call-in
const ASKED_IN = /\b(?:in|during|for)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:\p{L}+\s+)?$/iu
const INTERVIEW = /^(?:[’']s?)?\s+(?:\p{L}+\s+){0,2}?(?:interview|broadcast|podcast|programme|program|show)\b/iu
// requests by Meridian for comment / did not respond to Meridian's request
const REQUEST_BY =
  /\b(?:requests?|inquir(?:y|ies)|quer(?:y|ies)|questions?|calls?)(?:\s+for comment)?\s+(?:from|by)\s+$/iu
const REQUEST_OF =
  /^(?:[’']s?)\s+(?:\p{L}+\s+){0,2}?(?:requests?|inquir(?:y|ies)|quer(?:y|ies)|questions?|calls?|e-?mails?)\b/iu
// in an op-ed for Meridian / in a letter published in Meridian
const PRINTED_IN =
  /\b(?:op-?ed|column|essay|article|piece|post|letter|editorial|commentary|opinion)(?:\s+\p{L}+){0,3}?\s+(?:in|for|on|by)\s+$/iu
const NEAR = 80 // characters before the name
const AFTER = 60

/** The channel that the tokens name, which stand around the cue; `after` are those that follow it at once. */
// said in a Meridian interview / wrote in the Courier / told in an interview with Radio Askevar
export function findChannel(
  scene: Scene,
  resolved: Resolved,
  clause: readonly number[],
  after: readonly number[],
  names: Names,
  book: ChainBook,
): Channel | undefined {
  const { relation } = resolved
  const isSilence =
    relation.pattern === 'silence' || /\b(?:respond|reply|replied|return|comment)\b/.test(textOf(scene, relation.cue))
  if (relation.pattern === 'quoted as') return quotedIn(scene, relation.cue.from, names, book)
  const { source } = relation
  const places = [
    ...clause,
    ...(source && resolved.entries[0]?.kind !== 'outlet' ? between(source.from + 1, source.to) : []),
  ]
  if (isSilence) places.push(...relation.content.flatMap(({ from, to }) => between(from, to)))
  // dismissed a report in Meridian: not said there
  const isSaid =
    isSpeech(relation) && !/\b(?:reports?|story|stories|article|account|coverage)\b/i.test(textOf(scene, relation.cue))
  for (const at of places) {
    const token = scene.tokens[at]
    if (!token || !/^(?:\p{Lu}|al\b|the$|an?$)/u.test(token.text)) continue
    const found = channelAt(scene, at, isSaid ? after : [], isSilence, names, book)
    if (found) return found
  }
  return undefined
}

// The Courier quoted an aide as saying … / Hale was quoted by the Courier as saying …
function quotedIn(scene: Scene, until: number, names: Names, book: ChainBook): Channel | undefined {
  const { tokens, sentences, sentenceOf } = scene
  const floor = sentences[sentenceOf[until] ?? -1]?.from ?? 0
  const verb = quotingBefore(tokens, until, floor)
  if (verb === undefined) return undefined
  const isBy = tokens[verb + 1]?.lower === 'by'
  for (const at of isBy ? [verb + 2] : between(Math.max(floor, verb - LONGEST_OUTLET), verb).toReversed()) {
    const token = tokens[at]
    if (!token || !/^(?:\p{Lu}|al\b|the$)/u.test(token.text)) continue
    const found = outletFrom(scene, at, names, book)
    if (found && (isBy || found.range.to >= verb - 2))
      return { entry: found.entry, heard: heardBy(scene, found.entry, found.range) }
  }
  return undefined
}

const LONGEST_OUTLET = 14 // words before the verb that quotes

function channelAt(
  scene: Scene,
  at: number,
  after: readonly number[],
  isSilence: boolean,
  names: Names,
  book: ChainBook,
): Channel | undefined {
  const { doc, tokens } = scene
  const start = tokens[at]?.start ?? 0
  const before = doc.text.slice(Math.max(sentenceStart(scene, at), start - NEAR), start)
  // wrote in the Courier / said on Radio Karsk / reported by Meridian: what follows the cue at once needs no noun
  const isAtOnce = after.includes(at) && /^(?:in|with|on|to|by|for|via)$/.test(tokens[at - 1]?.lower ?? '')
  const isHeard = SPOKEN_TO.test(before) || (isSilence && REQUEST_BY.test(before))
  const isIn = ASKED_IN.test(before) || (isSilence && /\bto\s+$/.test(before))
  if (!isHeard && !isIn && !isAtOnce && !PRINTED_IN.test(before)) return undefined
  const found = outletFrom(scene, at, names, book)
  if (!found) return undefined
  const { entry, range } = found
  const end = tokens[range.to - 1]?.end ?? 0
  const rest = doc.text.slice(end, end + AFTER)
  if (isHeard || (isIn && (isSilence ? REQUEST_OF : INTERVIEW).test(rest)))
    return { entry, heard: heardBy(scene, entry, range) }
  return isAtOnce || PRINTED_IN.test(before) ? { entry } : undefined
}

function sentenceStart({ sentences, sentenceOf }: Scene, at: number): number {
  return sentences[sentenceOf[at] ?? -1]?.span.start ?? 0
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}
