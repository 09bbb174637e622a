// Which quotations of different docs are one remark, and what the later printing did to the earlier. Held together by
// three words in a row; altered forms only where the speaker or the claim is the same.
import type { Evidence } from '../model/evidence.ts'
import { isSameWords, type QuoteMatch } from '../model/quote-match.ts'
import { compareQuotes } from './compare-quotes.ts'
import type { Content } from './make-contents.ts'
import type { Entities } from './match-entities.ts'
import { listRuns } from './quoted.ts'

interface Printed {
  readonly content: Content
  readonly quote: Evidence
  readonly speaker?: string
  readonly runs: number
}

const UNDATED = '9999'
const SHARED_LEAST = 0.25 // of the shorter form's runs; an altered word breaks three
const RUN = 3 // words in a row
const WORDS_FEWEST = 4 // shorter quotations are scare quotes and titles as often as remarks

/** Matches each quotation to the earliest printing of the same remark; at most one match a quotation. */
export function matchQuotes(
  contents: readonly Content[],
  { entityOf }: Entities,
  claimOf: (content: Content) => string | undefined,
): QuoteMatch[] {
  const seen = new Map<string, Printed[]>()
  const matches: QuoteMatch[] = []
  for (const content of [...contents].sort(byPrinting)) {
    const { source } = content.attribution
    const speaker = source.kind === 'unstated' ? undefined : entityOf(content.read.doc.id, source.who[0])?.id
    for (const { evidence: quote, words } of content.quotes) {
      const runs = listRuns(words, RUN)
      if (runs.length < WORDS_FEWEST - RUN + 1) continue
      const printed: Printed = { content, quote, runs: runs.length, ...(speaker && { speaker }) }
      const earlier = findEarlier(printed, runs, seen, claimOf)
      if (earlier) matches.push(earlier)
      if (earlier && isSameWords(earlier.verdict)) continue // the form is known already
      for (const run of new Set(runs)) {
        const kept = seen.get(run)
        if (kept) kept.push(printed)
        else seen.set(run, [printed])
      }
    }
  }
  return matches
}

function findEarlier(
  later: Printed,
  runs: readonly string[],
  seen: ReadonlyMap<string, readonly Printed[]>,
  claimOf: (content: Content) => string | undefined,
): QuoteMatch | undefined {
  const counts = new Map<Printed, number>()
  for (const run of runs) for (const other of seen.get(run) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1)
  const isNear = ([other, count]: [Printed, number]): boolean =>
    other.quote.doc !== later.quote.doc && count >= SHARED_LEAST * Math.min(other.runs, later.runs)
  const candidates = [...counts].filter(isNear).sort(([, a], [, b]) => b - a)
  for (const [other] of candidates.slice(0, 3)) {
    const { verdict, changes } = compareQuotes(other.quote.quote, later.quote.quote)
    if (verdict === 'paraphrase') continue
    const isSameVoice = other.speaker !== undefined && other.speaker === later.speaker
    const claim = claimOf(later.content)
    if (verdict !== 'verbatim' && !isSameVoice && (claim === undefined || claim !== claimOf(other.content))) continue
    return { earlier: other.quote, later: later.quote, verdict, changes }
  }
  return undefined
}

// By printing, the undated after all that are dated; then by the log.
function byPrinting(a: Content, b: Content): number {
  const [x, y] = [a.read.doc.published ?? UNDATED, b.read.doc.published ?? UNDATED]
  if (x !== y) return x < y ? -1 : 1
  return a.at - b.at || a.attribution.content[0].start - b.attribution.content[0].start
}
