// Whether a headline stands over many matters: such a report is of no one story, and would make one of those that it touches on.

const DIGEST = new RegExp(
  [
    // The Week Abroad: …; This week in Veldania; The day that was
    "^(?:(?:the|this|last|our) )?(?:week|month|day)(?:['’]s (?:news|events)| in| abroad| at home| ahead| that was)\\b",
    '\\b(?:week|month|year) in (?:brief|review|pictures|quotes)\\b',
    '\\bround-?ups?\\b', // but: Police round up strikers
    '\\b(?:news|daily|weekly|morning|midday|evening) (?:digest|briefing|bulletin|wrap)\\b', // but: a White House briefing
    '^(?:(?:world|foreign|news) )?(?:in brief|briefs|digest|headlines)\\b',
  ].join('|'),
  'i',
)

/**
 * True for the headline of a round-up.
 * `The week in brief`, `Strait round-up: talks, a treaty and a toll` -> true
 * `Talks to begin in the week after the vote` -> false
 */
export function isDigest(headline: string): boolean {
  return DIGEST.test(headline.trim())
}
