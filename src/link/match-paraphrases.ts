// Which quotations of different docs are one remark in other words: a paraphrase set in marks, or two translations. By who
// speaks, by what stands beside it in both reports, and by the words and synonyms that both have.
import { blockAt } from '../model/doc.ts'
import { placeOf } from '../model/evidence.ts'
import type { QuoteMatch, Verdict } from '../model/quote-match.ts'
import { alignStatements } from './align-statements.ts'
import { compareQuotes } from './compare-quotes.ts'
import type { Content } from './make-contents.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Printed } from './match-quotes.ts'
import { splitWords } from './split-words.ts'

/** How much of what one says the other says, 0 to 1, and whether they have a name or two telling words in common. */
export type Likeness = (a: Printed, b: Printed) => { readonly score: number; readonly isBound: boolean }

type ClaimOf = (content: Content) => string | undefined

const AS_ONE_CLAIM = 0.3 // likeness, where both were held to be one claim already
const IN_PLACE = 0.25 // where the same words or the same claim stand beside both
const ALONE = 0.6 // where nothing but the speaker binds them
const BESIDE = 2 // contents before and after
const PER_KEY = 60 // printings by one speaker, or beside one claim, that are looked at: the latest

/** One match at most for each quotation that no other printing has in its own words. `likeness`: by words, if not given. */
export function matchParaphrases(
  printings: readonly Printed[],
  matches: readonly QuoteMatch[],
  claimOf: ClaimOf,
  likeness: Likeness = likenessByWords(),
): QuoteMatch[] {
  const twins = new Map<string, Set<string>>() // docs that have a quotation in its own words
  for (const { earlier, later } of matches) {
    for (const [own, other] of [
      [earlier, later],
      [later, earlier],
    ] as const)
      twins.set(placeOf(own), (twins.get(placeOf(own)) ?? new Set()).add(other.doc))
  }
  const besideOf = listBeside(printings, twins, claimOf)
  const isPrintedIn = (one: Printed, doc: string): boolean => twins.get(placeOf(one.quote))?.has(doc) ?? false
  const earlierOf = new Map<string, Printed[]>()
  const found: QuoteMatch[] = []
  for (const later of printings) {
    const keys = [later.speaker, claimOf(later.content), ...besideOf(later)].filter((key) => key !== undefined)
    const others = new Set(keys.flatMap((key) => earlierOf.get(key)?.slice(-PER_KEY) ?? []))
    for (const key of keys) {
      const kept = earlierOf.get(key)
      if (kept) kept.push(later)
      else earlierOf.set(key, [later])
    }
    if (twins.has(placeOf(later.quote))) continue
    const candidates = [...others]
      .filter((other) => other.quote.doc !== later.quote.doc && !isPrintedIn(other, later.quote.doc))
      .filter((other) => maySaySame(other, later))
      .map((other) => ({ other, least: leastFor(other, later, claimOf, besideOf) }))
      .filter(({ least }) => least <= 1)
      .map(({ other, least }) => ({ other, least, ...likeness(other, later) }))
      .filter(({ least, score, isBound }) => isBound && score >= least)
      .sort((a, b) => b.score - a.score)
    const [best] = candidates
    if (best) found.push(makeMatch(best.other, later))
  }
  return found
}

// Unnamed speakers are one where the claim is; named ones only where they are the same entity.
function maySaySame(earlier: Printed, later: Printed): boolean {
  const [a, b] = [earlier.content.attribution, later.content.attribution]
  if (a.said && b.said && a.said.value !== b.said.value) return false
  if (earlier.speaker !== undefined && earlier.speaker === later.speaker) return true
  if (a.source.kind !== 'anonymous' || b.source.kind !== 'anonymous') return false
  return a.source.side === undefined || b.source.side === undefined || a.source.side === b.source.side
}

function leastFor(
  earlier: Printed,
  later: Printed,
  claimOf: ClaimOf,
  besideOf: (printed: Printed) => ReadonlySet<string>,
): number {
  const claim = claimOf(earlier.content)
  if (claim !== undefined && claim === claimOf(later.content)) return AS_ONE_CLAIM
  const isOneVoice = earlier.speaker !== undefined && earlier.speaker === later.speaker
  const beside = besideOf(later)
  if ([...besideOf(earlier)].some((key) => beside.has(key))) return isOneVoice ? IN_PLACE : AS_ONE_CLAIM
  return isOneVoice ? ALONE : Number.POSITIVE_INFINITY
}

/** For a quotation, keys of what stands beside it: the claims, and the quotations that the other doc has too. */
function listBeside(
  printings: readonly Printed[],
  twins: ReadonlyMap<string, ReadonlySet<string>>,
  claimOf: ClaimOf,
): (printed: Printed) => ReadonlySet<string> {
  const besideOf = new Map<Printed, ReadonlySet<string>>()
  const keysOf = (one: Printed): string[] => {
    const claim = claimOf(one.content)
    return [...(claim === undefined ? [] : [claim]), ...(twins.has(placeOf(one.quote)) ? [wordsOf(one)] : [])]
  }
  for (const printed of Map.groupBy(printings, ({ quote }) => quote.doc).values()) {
    const own = printed.toSorted((a, b) => a.quote.span.start - b.quote.span.start)
    for (const [at, one] of own.entries()) {
      const beside = own.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).filter((other) => other !== one)
      besideOf.set(one, new Set(beside.flatMap(keysOf)))
    }
  }
  return (printed) => besideOf.get(printed) ?? new Set()
}

function wordsOf({ quote }: Printed): string {
  return splitWords(quote.quote)
    .map(({ folded }) => folded)
    .join(' ')
}

/** By words: aligned with their synonyms; bound by a name or by two telling words, and neither says that it is not so. */
function likenessByWords(): Likeness {
  const statements = new Map<Printed, Statement>()
  const stated = (printed: Printed): Statement => {
    const known = statements.get(printed)
    if (known) return known
    const made = makeStatement(printed.quote.quote)
    statements.set(printed, made)
    return made
  }
  return (earlier, later) => {
    const [a, b] = [stated(earlier), stated(later)]
    if (![...a.keys.keys()].some((key) => b.keys.has(key))) return { score: 0, isBound: false }
    const { pairs, score, isContrary, numbers } = alignStatements(a, b)
    const telling = pairs.filter(([term]) => term.isName || term.weight >= TELLING)
    const isBound = telling.length >= 2 || telling.some(([term]) => term.isName)
    return { score, isBound: isBound && !isContrary && numbers !== 'differ' }
  }
}

const TELLING = 0.6

function makeMatch(earlier: Printed, later: Printed): QuoteMatch {
  const { verdict, changes } = compareQuotes(earlier.quote.quote, later.quote.quote)
  const other: Verdict = isTranslated(earlier) || isTranslated(later) ? 'translated' : 'paraphrase'
  return {
    earlier: earlier.quote,
    later: later.quote,
    verdict: verdict === 'paraphrase' ? other : verdict,
    changes,
  }
}

// “The offer is dead,” Hale said through an interpreter.
const TRANSLATED =
  /\btranslat(?:ed|ion|or)\b|\binterpreter\b|\bspeaking (?:in )?\p{Lu}\p{Ll}+\b|\bin (?:his|her|their) (?:own |native |mother )(?:language|tongue)\b/u

function isTranslated({ content, quote }: Printed): boolean {
  const { doc } = content.read
  const block = blockAt(doc, quote.span.start)
  if (!block) return false
  const { start, end } = block.span
  return (
    TRANSLATED.test(doc.text.slice(start, quote.span.start)) || TRANSLATED.test(doc.text.slice(quote.span.end, end))
  )
}
