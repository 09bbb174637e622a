// Denials and non-comments: under the wording of each claim, who denied it or would not speak of it, in the words of the
// reports; and apart from these, who turned down what it tells of.
import type { Item, Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { isClear } from './is-clear.ts'
import { keepMost } from './keep-most.ts'
import { leaveOutTold } from './leave-out-told.ts'
import { capital, counted } from './origin-words.ts'
import { inPrint, leaveOutRetold } from './rank-sayings.ts'
import { claimsOn, mainSideOf, sideOf } from './sides.ts'
import { isAnswer } from './tell-answers.ts'
import { claimHeading } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { writeLine } from './write-line.ts'

/**
 * One item a claim, in the order in which the claims were first answered; what bears on no known claim comes last, if
 * it can be understood alone. What `printed` tells is not told again.
 */
export function composeDenials(view: WeekView, printed: readonly Saying[]): Told<readonly Item[]> & { note?: string } {
  const answers = view.sayings.filter((saying) => isNegative(saying) && !isOfOwnClaim(saying, view))
  const fresh = leaveOutTold(leaveOutRetold(inPrint(answers)), printed)
  const used: Saying[] = []
  const { kept, left } = keepMost([...Map.groupBy(fresh, keyOf).values()], MOST_ITEMS, ({ length }) => length)
  const items = kept.flatMap((sayings): Item[] => {
    const [first] = sayings
    const claim = first && claimOf(first)
    const heading = claim && claimHeading(claim, view)
    const lines = sayings.flatMap((saying): Line[] => {
      const line = heading || isClear(saying) ? writeLine(saying) : undefined
      if (line) used.push(saying)
      return line ? [line] : []
    })
    if (!claim || !heading) return lines.map((line) => ({ lines: [line] }))
    return first && isRejection(first)
      ? itemOf(claim, heading, lines, view).map((item) => ({ ...item, answer: 'rejected' }))
      : itemOf(claim, heading, lines, view)
  })
  return {
    items,
    used,
    ...(items.length === 0 && { note: whyNone(answers.length, fresh.length) }),
    ...(left > 0 && {
      note: `${capital(counted(left, 'more claim'))} with denials or refusals to comment ${left === 1 ? 'stands' : 'stand'} in the ledger.`,
    }),
  }
}

const MOST_ITEMS = 24

const NONE = 'No report of the week carries a denial or a refusal to comment.'
const TOLD_ABOVE = 'The denials and refusals to comment of this week are told above.'

function whyNone(found: number, fresh: number): string {
  if (found === 0) return NONE
  if (fresh === 0) return TOLD_ABOVE
  const they = fresh === 1 ? 'it stands' : 'they stand'
  return `Of ${counted(fresh, 'denial or refusal to comment', 'denials and refusals to comment')} of the week no line could be made; ${they} in the ledger.`
}

// "An official told Radio Askevar that no offer had been made" denies the claim that one was, whatever its verb.
function isNegative(saying: Saying): boolean {
  const side = mainSideOf(saying)
  // "has been more sceptical of it" doubts no claim that anybody put
  if (saying.claims.length === 0 && saying.attribution.act === 'doubts') return false
  return side === 'against' || side === 'silent' || isRejection(saying)
}

// "There was no paper", said of "the story is invented" by whoever said both, denies nothing of his own.
function isOfOwnClaim(saying: Saying, view: WeekView): boolean {
  const claim = claimOf(saying)
  return claim !== undefined && sideOf(saying, claim) === 'against' && !isAnswer(saying, claim, view)
}

// "Karsk has rejected the offer, its envoy said" is the envoy's news, told as such; here stands who turned it down outright.
function isRejection(saying: Saying): boolean {
  return sideOf(saying) === 'turned down' && saying.attribution.within === undefined
}

function claimOf(saying: Saying): Id<'claim'> | undefined {
  return claimsOn(saying, 'against', 'silent', 'turned down')[0]
}

function keyOf(saying: Saying): string {
  return `${claimOf(saying) ?? ''} ${isRejection(saying)}`
}

function itemOf(claim: Id<'claim'>, heading: Line, lines: readonly Line[], view: WeekView): Item[] {
  const [first, ...rest] = lines
  if (!first) return []
  const story = view.ledger.headOf(claim)?.story
  return [{ ...(story && { story }), heading, lines: [first, ...rest] satisfies NonEmpty<Line> }]
}
