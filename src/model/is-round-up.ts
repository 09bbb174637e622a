// Whether a headline stands over many matters: such a report is of no one story, and would make one of those that it touches on.

const NAME = "(?:(?:the |our )?[\\p{L}’'-]+ ){0,2}"
const TIME =
  '(?:daily|weekly|monthly|morning|midday|lunchtime|afternoon|evening|nightly|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const KINDS = [
  // The week in brief; This week in the Orrin war; The Week Abroad; The week that was. But: Week in Karsk ends with no deal
  "(?:the|this|last|past|the past|a) (?:week|fortnight|month|day|year)(?: (?:abroad|at home|ahead|that was|(?:in|on|around) (?:the )?(?:[\\p{L}’'-]+ ?){1,2}))?",
  '(?:week|fortnight|month|year) in (?:brief|review|pictures|quotes)',
  // Strait round-up: …; Foreign news in brief. But: Police round-up of dockers; In brief call, leaders agree
  `${NAME}(?:in brief|briefs|round-?up|digest|at a glance|recap)`,
  // Morning briefing: …; The evening wrap. But: Minister cancels daily briefing
  `(?:the )?(?:${TIME}|news|world|global|press) (?:news )?(?:digest|briefing|brief|bulletin|wrap|summary|recap|review)`,
  "(?:today|yesterday|the (?:day|week))[’']s (?:top |main )?(?:headlines|stories|news)|top (?:headlines|stories)(?: of the (?:day|week))?|key events of the (?:day|week)",
  '(?:\\d+|five|six|seven|eight|nine|ten) things (?:you need )?to know(?: today| this week)?',
  'in other news|also in the news|what the papers say',
]
const ROUND_UP = new RegExp(`^(?:${KINDS.join('|')})(?:(?: ?[:|]| [–—-] ).*)?$`, 'iu')
const LONGEST = 300 // characters

/**
 * True for the headline of a round-up: all of it says so, or what stands before its colon.
 * `The week in brief`, `Strait round-up: talks, a treaty and a toll` -> true
 * `Talks to begin in the week after the vote` -> false
 */
export function isRoundUpHeadline(headline: string): boolean {
  return headline.length <= LONGEST && ROUND_UP.test(headline.trim())
}
