// Which quotations of different docs are one remark, and what the later printing did to the earlier. Held together by
// three words in a row; altered forms only where the speaker or the claim is the same, or one holds enough of the other.
// What shares no such words is left to `match-paraphrases`.
import { cite, type Evidence, placeOf } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { isSameWords, type QuoteMatch } from '../model/quote-match.ts'
import { makeSpan } from '../model/span.ts'
import { compareQuotes, type QuoteComparison } from './compare-quotes.ts'
import { isNegator } from './find-negations.ts'
import type { Content } from './make-contents.ts'
import { matchParaphrases } from './match-paraphrases.ts'
import type { Memory } from './memory.ts'
import { type Day, post, visitPosted } from './postings.ts'
import { makePrinted, type Printed } from './printed.ts'
import { listRuns } from './quoted.ts'
import { splitWords } from './split-words.ts'

const SHARED_LEAST = 0.25 // of the shorter form's runs; an altered word breaks three
const RUN = 3 // words in a row
const WORDS_FEWEST = 4 // shorter quotations are scare quotes and titles as often as remarks
const RUNS_MOST = 60 // of one quotation that are looked up
const CANDIDATES = 12
const KEPT_LEAST = 3 // telling words; what a speaker always says ("let me tell you") is no remark
const ALTERED_LEAST = 4 // telling words that a changed form must have kept
const ONE_LENGTH = 0.4 // of the longer form's runs, where both are one claim

/** What stands around the quotations of a doc. */
export interface QuoteContext {
  readonly claimOf: (content: Content) => number | undefined // number of the claim that a content bears on
  readonly memory: Memory
  readonly day: Day
  readonly readOf: (doc: Id<'doc'>) => ReadDoc | undefined
  readonly ofPage?: ReadonlySet<Id<'doc'>> // earlier versions of the doc's page: what they printed is looked at first
}

/**
 * Matches each quotation of a doc to the earliest printing of the same remark in docs before; at most one match a
 * quotation. All are remembered for the docs to come.
 */
export function matchQuotes(contents: readonly Content[], context: QuoteContext): QuoteMatch[] {
  const { memory, day } = context
  const printings: Printed[] = []
  const matches: QuoteMatch[] = []
  for (const content of contents) {
    for (const { evidence: quote, words } of content.quotes) {
      const runs = listRuns(words, RUN)
      if (runs.length < WORDS_FEWEST - RUN + 1) continue
      const bare = makePrinted(content, quote, runs.length, context.claimOf(content))
      const found = findEarlier(bare, runs, context)
      const whole = found?.match.verdict === 'trimmed' && found.from.runs > bare.runs ? found.from.number : undefined
      const number = memory.read<number>('printings') ?? 0
      memory.write('printings', number + 1)
      const printed: Printed = { ...bare, number, ...(whole !== undefined && { whole }) }
      printings.push(printed)
      if (found) matches.push(found.match)
      if (found && isSameWords(found.match.verdict)) continue // the form is known already
      const weight = Math.min(RUNS_MOST, runs.length)
      for (const run of new Set(runs.slice(0, RUNS_MOST))) post(memory, `print ${run}`, day, { number, weight })
    }
  }
  const known = new Map(matches.map((match) => [placeOf(match.later), match]))
  return [...matches, ...matchParaphrases(printings, known, memory)]
}

function findEarlier(
  later: Printed,
  runs: readonly string[],
  { memory, day, readOf, ofPage }: QuoteContext,
): { match: QuoteMatch; from: Printed } | undefined {
  const counts = new Map<number, { count: number; least: number }>()
  for (const run of runs.slice(0, RUNS_MOST)) {
    visitPosted(memory, `print ${run}`, day, (number, weight) => {
      const one = counts.get(number)
      if (one) one.count++
      else counts.set(number, { count: 1, least: SHARED_LEAST * Math.min(weight, later.runs) })
    })
  }
  const candidates = [...counts]
    .filter(([, { count, least }]) => count >= least)
    .sort(([a, x], [b, y]) => y.count - x.count || a - b)
    .slice(0, CANDIDATES)
    .flatMap(([number]) => memory.read<Printed>(`printed ${number}`) ?? [])
    .filter(({ quote }) => quote.doc !== later.quote.doc)
    .sort((a, b) => Number(ofPage?.has(b.quote.doc) ?? false) - Number(ofPage?.has(a.quote.doc) ?? false))
  for (const near of candidates.slice(0, 3)) {
    const other = wholeOf(near, later, memory)
    const beside = candidates.find((one) => one.number !== other.number && one.quote.doc === other.quote.doc)
    const { earlier, comparison } = fullest(other, beside, later, readOf(other.quote.doc))
    const { verdict, changes, kept } = comparison
    if (verdict === 'paraphrase') continue
    const isSameVoice = other.speaker !== undefined && other.speaker === later.speaker && kept >= KEPT_LEAST
    const isSameClaim = later.claim !== undefined && later.claim === other.claim
    if (!isSameWords(verdict) && !isSameVoice && !isSameClaim) continue
    // "Make the river great again" stands in a title and in every speech; neither is the other, changed
    const isOfOneLength = Math.min(other.runs, later.runs) >= ONE_LENGTH * Math.max(other.runs, later.runs)
    if (verdict === 'altered inside marks' && kept < ALTERED_LEAST && !(isSameClaim && isOfOneLength)) continue
    if (verdict === 'altered inside marks' && areSaidApart(other, later)) continue
    const betweenVersions = ofPage?.has(earlier.doc) && { betweenVersions: true as const }
    const called = isOtherTranslation(other, later, comparison, earlier) ? 'translated' : verdict
    return { match: { earlier, later: later.quote, verdict: called, changes, ...betweenVersions }, from: other }
  }
  return undefined
}

// “We need 40 million,” on Monday the 3rd; “We need 45 million,” on Thursday the 20th: what was said on another occasion changed nothing
function areSaidApart({ said: one }: Printed, { said: other }: Printed): boolean {
  if (one === undefined || other === undefined || one.length !== DAY || other.length !== DAY) return false
  return Math.abs(Date.parse(one) - Date.parse(other)) > DAY_MS // a day more or less is one remark in two zones
}

const DAY = '2031-03-05'.length
const DAY_MS = 86_400_000

// Said through an interpreter: “ought to” for “should” is another translation. But not another number, nor a “not” more or less.
function isOtherTranslation(
  one: Printed,
  later: Printed,
  { verdict, changes }: QuoteComparison,
  earlier: Evidence,
): boolean {
  if (verdict !== 'altered inside marks' || !(one.isTranslated || later.isTranslated)) return false
  const words = changes.flatMap(({ earlier: a, later: b }) => [
    ...(a ? [earlier.quote.slice(a.start, a.end)] : []),
    ...(b ? [later.quote.quote.slice(b.start, b.end)] : []),
  ])
  return !words.some((word) =>
    splitWords(word).some((one) => one.isNumber || isNegator(one) || /^(?:without|nobody)$/.test(one.folded)),
  )
}

// What was changed may be held against a printing that cut it: the whole remark is what the later one changed.
function wholeOf(near: Printed, later: Printed, memory: Memory): Printed {
  const whole = near.whole === undefined ? undefined : memory.read<Printed>(`printed ${near.whole}`)
  if (!whole || whole.quote.doc === later.quote.doc) return near
  const kept = ({ quote }: Printed): number => compareQuotes(quote.quote, later.quote.quote).kept
  return kept(whole) > kept(near) ? whole : near
}

const APART_MOST = 300 // units from the end of one quotation to the beginning of the next, with who says it between

/** “We are tired,” Hale said. “The list is long.”: where the later printing has both, they are the earlier form together. */
function fullest(
  one: Printed,
  beside: Printed | undefined,
  later: Printed,
  read: ReadDoc | undefined,
): { earlier: Evidence; comparison: QuoteComparison } {
  const alone = compareQuotes(one.quote.quote, later.quote.quote)
  if (!beside || !read || isSameWords(alone.verdict)) return { earlier: one.quote, comparison: alone }
  const [first, last] =
    one.quote.span.start < beside.quote.span.start ? [one.quote, beside.quote] : [beside.quote, one.quote]
  const { doc } = read
  if (last.span.start - first.span.end > APART_MOST) return { earlier: one.quote, comparison: alone }
  const both = cite(doc, makeSpan(doc.text, first.span.start, last.span.end))
  const together = compareQuotes(both.quote, later.quote.quote)
  return together.kept > alone.kept
    ? { earlier: both, comparison: together }
    : { earlier: one.quote, comparison: alone }
}
