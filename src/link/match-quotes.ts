// Which quotations of different docs are one remark, and what the later printing did to the earlier. Held together by
// three words in a row; altered forms only where the speaker or the claim is the same, or one holds enough of the other.
// What shares no such words is left to `match-paraphrases`.
import { cite, type Evidence } from '../model/evidence.ts'
import { isSameWords, type QuoteMatch } from '../model/quote-match.ts'
import { makeSpan } from '../model/span.ts'
import { compareQuotes, type QuoteComparison } from './compare-quotes.ts'
import type { Content } from './make-contents.ts'
import type { Entities } from './match-entities.ts'
import { matchParaphrases } from './match-paraphrases.ts'
import { listRuns } from './quoted.ts'

/** A quotation as one doc prints it. */
export interface Printed {
  readonly content: Content
  readonly quote: Evidence
  readonly speaker?: string
  readonly runs: number
  readonly whole?: Printed // the earlier printing that this one trimmed
}

const UNDATED = '9999'
const SHARED_LEAST = 0.25 // of the shorter form's runs; an altered word breaks three
const RUN = 3 // words in a row
const WORDS_FEWEST = 4 // shorter quotations are scare quotes and titles as often as remarks
const PRINTS_MOST = 50 // kept for one run: "at the end of the" tells nothing, and a desk has it a thousand times
const KEPT_LEAST = 3 // telling words; what a speaker always says ("let me tell you") is no remark
const ALTERED_LEAST = 4 // telling words that a changed form must have kept
const ONE_LENGTH = 0.4 // of the longer form's runs, where both are one claim

/** Matches each quotation to the earliest printing of the same remark; at most one match a quotation. */
export function matchQuotes(
  contents: readonly Content[],
  { entityOf }: Entities,
  claimOf: (content: Content) => string | undefined,
): QuoteMatch[] {
  const seen = new Map<string, Printed[]>()
  const printings: Printed[] = []
  const matches: QuoteMatch[] = []
  for (const content of [...contents].sort(byPrinting)) {
    const { source } = content.attribution
    const speaker = source.kind === 'unstated' ? undefined : entityOf(content.read.doc.id, source.who[0])?.id
    for (const { evidence: quote, words } of content.quotes) {
      const runs = listRuns(words, RUN)
      if (runs.length < WORDS_FEWEST - RUN + 1) continue
      const bare: Printed = { content, quote, runs: runs.length, ...(speaker && { speaker }) }
      const found = findEarlier(bare, runs, seen, claimOf)
      const whole = found?.match.verdict === 'trimmed' && found.from.runs > bare.runs ? found.from : undefined
      const printed: Printed = { ...bare, ...(whole && { whole }) }
      printings.push(printed)
      if (found) matches.push(found.match)
      if (found && isSameWords(found.match.verdict)) continue // the form is known already
      for (const run of new Set(runs)) {
        const kept = seen.get(run)
        if (!kept) seen.set(run, [printed])
        else if (kept.length < PRINTS_MOST) kept.push(printed)
      }
    }
  }
  return [...matches, ...matchParaphrases(printings, matches, claimOf)]
}

function findEarlier(
  later: Printed,
  runs: readonly string[],
  seen: ReadonlyMap<string, readonly Printed[]>,
  claimOf: (content: Content) => string | undefined,
): { match: QuoteMatch; from: Printed } | undefined {
  const counts = new Map<Printed, number>()
  for (const run of runs) for (const other of seen.get(run) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1)
  const isNear = ([other, count]: [Printed, number]): boolean =>
    other.quote.doc !== later.quote.doc && count >= SHARED_LEAST * Math.min(other.runs, later.runs)
  const candidates = [...counts].filter(isNear).sort(([, a], [, b]) => b - a)
  const claim = claimOf(later.content)
  for (const [near] of candidates.slice(0, 3)) {
    const other = wholeOf(near, later)
    const beside = candidates.find(([one]) => one !== other && one.quote.doc === other.quote.doc)?.[0]
    const { earlier, comparison } = fullest(other, beside, later)
    const { verdict, changes, kept } = comparison
    if (verdict === 'paraphrase') continue
    const isSameVoice = other.speaker !== undefined && other.speaker === later.speaker && kept >= KEPT_LEAST
    const isSameClaim = claim !== undefined && claim === claimOf(other.content)
    if (!isSameWords(verdict) && !isSameVoice && !isSameClaim) continue
    // "Make the river great again" stands in a title and in every speech; neither is the other, changed
    const isOfOneLength = Math.min(other.runs, later.runs) >= ONE_LENGTH * Math.max(other.runs, later.runs)
    if (verdict === 'altered inside marks' && kept < ALTERED_LEAST && !(isSameClaim && isOfOneLength)) continue
    return { match: { earlier, later: later.quote, verdict, changes }, from: other }
  }
  return undefined
}

// What was changed may be held against a printing that cut it: the whole remark is what the later one changed.
function wholeOf(near: Printed, later: Printed): Printed {
  if (!near.whole || near.whole.quote.doc === later.quote.doc) return near
  const kept = ({ quote }: Printed): number => compareQuotes(quote.quote, later.quote.quote).kept
  return kept(near.whole) > kept(near) ? near.whole : near
}

const APART_MOST = 300 // units from the end of one quotation to the beginning of the next, with who says it between

/** “We are tired,” Hale said. “The list is long.”: where the later printing has both, they are the earlier form together. */
function fullest(
  one: Printed,
  beside: Printed | undefined,
  later: Printed,
): { earlier: Evidence; comparison: QuoteComparison } {
  const alone = compareQuotes(one.quote.quote, later.quote.quote)
  if (!beside || isSameWords(alone.verdict)) return { earlier: one.quote, comparison: alone }
  const [first, last] =
    one.quote.span.start < beside.quote.span.start ? [one.quote, beside.quote] : [beside.quote, one.quote]
  const { doc } = one.content.read
  if (last.span.start - first.span.end > APART_MOST) return { earlier: one.quote, comparison: alone }
  const both = cite(doc, makeSpan(doc.text, first.span.start, last.span.end))
  const together = compareQuotes(both.quote, later.quote.quote)
  return together.kept > alone.kept
    ? { earlier: both, comparison: together }
    : { earlier: one.quote, comparison: alone }
}

// By printing, the undated after all that are dated; then by the log.
function byPrinting(a: Content, b: Content): number {
  const [x, y] = [a.read.doc.published ?? UNDATED, b.read.doc.published ?? UNDATED]
  if (x !== y) return x < y ? -1 : 1
  return a.at - b.at || a.attribution.content[0].start - b.attribution.content[0].start
}
