// What a printing did to a quotation, in words: “nearly” became “quite”; “which nobody likes” left out.
import { type Change, isSameWords, type QuoteMatch, type Verdict } from '../model/quote-match.ts'
import type { Span } from '../model/span.ts'

/** A verdict as readers are told it. */
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verbatim: 'word for word',
  'same but for marks': 'the same but for case, spelling, brackets or an ellipsis',
  trimmed: 'trimmed',
  joined: 'run together',
  'altered inside marks': 'altered inside the quotation marks',
  paraphrase: 'other words: a paraphrase set in quotation marks, or another translation',
  translated: 'another translation',
}

/** A change with its words, as far as each form has any. */
export interface ToldChange {
  readonly kind: Change['kind']
  readonly was?: string
  readonly became?: string
  readonly declared?: true
}

/** The changes with the words on each side. */
export function tellChanges(earlier: string, later: string, changes: readonly Change[]): ToldChange[] {
  const cut = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, ' ')
  return changes.map(({ kind, declared, ...spans }) => ({
    kind,
    ...(spans.earlier && { was: cut(earlier, spans.earlier) }),
    ...(spans.later && { became: cut(later, spans.later) }),
    ...(declared && { declared }),
  }))
}

/** The verdict in words, and that it was the outlet itself where that is so. */
export function verdictWords({ verdict, betweenVersions }: Pick<QuoteMatch, 'verdict' | 'betweenVersions'>): string {
  const words = VERDICT_WORDS[verdict]
  if (!betweenVersions) return words
  return isSameWords(verdict)
    ? `${words} in a later version`
    : `${words}, changed by the outlet itself between versions`
}

const LONGEST = 60 // units of the words left out or added; the forms themselves stand beside

/** `“nearly” became “quite”; “which nobody likes” left out`; empty where nothing was changed, or nearly everything. */
export function changeWords({ earlier, later, verdict, changes }: QuoteMatch): string {
  if (verdict === 'paraphrase' || verdict === 'translated') return ''
  return tellChanges(earlier.quote, later.quote, changes)
    .map(({ was, became, declared }) => {
      const said = declared ? ', and the reader is told' : ''
      if (was !== undefined && became !== undefined) return `“${shorten(was)}” became “${shorten(became)}”${said}`
      return was !== undefined ? `“${shorten(was)}” left out${said}` : `“${shorten(became ?? '')}” added${said}`
    })
    .join('; ')
}

function shorten(words: string): string {
  if (words.length <= LONGEST) return words
  const [head, tail] = [words.slice(0, LONGEST / 2), words.slice(-LONGEST / 2)]
  return `${head.replace(/\s\S*$/, '')} … ${tail.replace(/^\S*\s/, '')}`.toWellFormed()
}
