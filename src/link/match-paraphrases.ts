// Which quotations of different docs are one remark in other words: a paraphrase set in marks, or two translations. By who
// speaks, by what stands beside it in both reports, and by the words and synonyms that both have.
import { digestOfParts } from '../model/digest.ts'
import { placeOf } from '../model/evidence.ts'
import type { QuoteMatch, Verdict } from '../model/quote-match.ts'
import { alignStatements } from './align-statements.ts'
import { compareQuotes } from './compare-quotes.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Memory } from './memory.ts'
import type { Printed } from './printed.ts'
import { splitWords } from './split-words.ts'

const AS_ONE_CLAIM = 0.3 // likeness, where both were held to be one claim already
const IN_PLACE = 0.25 // where the same words or the same claim stand beside both
const ALONE = 0.6 // where nothing but the speaker binds them
const BESIDE = 2 // quotations before and after
const PER_KEY = 60 // printings by one speaker, or beside one claim, that are looked at: the latest

/** A printing with the keys of what stands beside it: the claims, and the words of the quotations. */
interface Placed extends Printed {
  readonly beside: readonly string[]
  readonly twinIn?: string // the doc before that has the same words
}

/** One match at most for each quotation of a doc that no doc before has in its own words; all are remembered. */
export function matchParaphrases(
  printings: readonly Printed[],
  twins: ReadonlyMap<string, QuoteMatch>, // matches of the doc's quotations, by their places
  memory: Memory,
): QuoteMatch[] {
  const placed = placeAll(printings, twins)
  const printedHere = new Set([...twins.values()].map(({ earlier }) => placeOf(earlier)))
  const found: QuoteMatch[] = []
  for (const later of placed) {
    const keys = [
      ...(later.speaker === undefined ? [] : [`by ${later.speaker}`]),
      ...(later.claim === undefined ? [] : [`of ${later.claim}`]),
      ...later.beside.map((key) => `beside ${key}`),
    ]
    const others = new Set(keys.flatMap((key) => memory.list(`remark ${key}`).toArray().slice(-PER_KEY)))
    for (const key of keys) note(memory, `remark ${key}`, later.number)
    memory.add(`printed ${later.number}`, later)
    if (later.twinIn !== undefined) continue
    const best = [...others]
      .flatMap((number) => memory.read<Placed>(`printed ${number}`) ?? [])
      .filter((other) => other.quote.doc !== later.quote.doc && !printedHere.has(placeOf(other.quote)))
      .filter((other) => maySaySame(other, later))
      .map((other) => ({ other, least: leastFor(other, later) }))
      .filter(({ least }) => least <= 1)
      .map(({ other, least }) => ({ other, least, ...likeness(other, later) }))
      .filter(({ least, score, isBound }) => isBound && score >= least)
      .sort((a, b) => b.score - a.score || a.other.number - b.other.number)[0]
    if (best) found.push(makeMatch(best.other, later))
  }
  return found
}

function note(memory: Memory, key: string, number: number): void {
  const list = memory.list(key)
  if (list.length >= 4 * PER_KEY) memory.replace(key, list.toArray().slice(-PER_KEY))
  memory.append(key, number)
}

function placeAll(printings: readonly Printed[], twins: ReadonlyMap<string, QuoteMatch>): Placed[] {
  const own = printings.toSorted((a, b) => a.quote.span.start - b.quote.span.start)
  const keysOf = (one: Printed): string[] => [
    ...(one.claim === undefined ? [] : [String(one.claim)]),
    digestOfParts('words', wordsOf(one)), // that another doc may have too
  ]
  return own.map((one, at): Placed => {
    const beside = own.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).filter((other) => other !== one)
    const twin = twins.get(placeOf(one.quote))
    return {
      ...one,
      beside: [...new Set(beside.flatMap(keysOf))],
      ...(twin && { twinIn: twin.earlier.doc }),
    }
  })
}

// Unnamed speakers are one where the claim is; named ones only where they are the same entity.
function maySaySame(earlier: Placed, later: Placed): boolean {
  if (earlier.said && later.said && earlier.said !== later.said) return false
  if (earlier.speaker !== undefined && earlier.speaker === later.speaker) return true
  if (!earlier.isUnnamed || !later.isUnnamed) return false
  return earlier.side === undefined || later.side === undefined || earlier.side === later.side
}

function leastFor(earlier: Placed, later: Placed): number {
  if (earlier.claim !== undefined && earlier.claim === later.claim) return AS_ONE_CLAIM
  const isOneVoice = earlier.speaker !== undefined && earlier.speaker === later.speaker
  if (earlier.beside.some((key) => later.beside.includes(key))) return isOneVoice ? IN_PLACE : AS_ONE_CLAIM
  return isOneVoice ? ALONE : Number.POSITIVE_INFINITY
}

function wordsOf({ quote }: Printed): string {
  return splitWords(quote.quote)
    .map(({ folded }) => folded)
    .join(' ')
}

/**
 * How much of what one says the other says, 0 to 1, by words aligned with their synonyms; bound by a name or by two
 * telling words, and neither says that it is not so.
 */
function likeness(earlier: Printed, later: Printed): { score: number; isBound: boolean } {
  const [a, b] = [stateQuote(earlier), stateQuote(later)]
  if (![...a.keys.keys()].some((key) => b.keys.has(key))) return { score: 0, isBound: false }
  const { pairs, score, isContrary, numbers } = alignStatements(a, b)
  const telling = pairs.filter(([term]) => term.isName || term.weight >= TELLING)
  const isBound = telling.length >= 2 || telling.some(([term]) => term.isName)
  return { score, isBound: isBound && !isContrary && numbers !== 'differ' }
}

const TELLING = 0.6

const statements = new WeakMap<Printed, Statement>() // for as long as the printing is at hand

function stateQuote(printed: Printed): Statement {
  const known = statements.get(printed)
  if (known) return known
  const statement = makeStatement(printed.quote.quote)
  statements.set(printed, statement)
  return statement
}

function makeMatch(earlier: Printed, later: Printed): QuoteMatch {
  const { verdict, changes } = compareQuotes(earlier.quote.quote, later.quote.quote)
  const other: Verdict = earlier.isTranslated || later.isTranslated ? 'translated' : 'paraphrase'
  return {
    earlier: earlier.quote,
    later: later.quote,
    verdict: verdict === 'paraphrase' ? other : verdict,
    changes,
  }
}
