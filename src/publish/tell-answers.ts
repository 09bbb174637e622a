// Behind a printed claim stands who else puts it forward, who confirmed it, denied it, doubted it or would not speak of it, each in the words of a report: a
// claim is never printed alone where somebody answered it.
import { isSilent } from '../model/act.ts'
import type { Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import { findOtherTellers } from './find-other-tellers.ts'
import type { Saying } from './find-sayings.ts'
import { knownAfter } from './known-after.ts'
import { leaveOutTold } from './leave-out-told.ts'
import { makeLine } from './make-line.ts'
import type { Known } from './name-source.ts'
import { capital, counted } from './origin-words.ts'
import { inPrint, leaveOutRetold } from './rank-sayings.ts'
import { actOn, sideOf } from './sides.ts'
import { silenceWords } from './silence-words.ts'
import type { Told, WeekView } from './week-view.ts'
import { outermost, stretchOf, writeLine } from './write-line.ts'

const MOST_TELLERS = 2
const MOST_CONFIRMATIONS = 2
const MOST_DENIALS = 4
const MOST_SILENCES = 3 // lines: one may name several who were silent

/** What was told of the claim before them, and who was named there. */
interface AnswersBeside {
  readonly first?: Saying
  readonly known?: readonly Known[]
}

/**
 * The answers to a claim among the sayings, by the first printing of each, silences last; whoever `told`
 * told of already, or put the claim forward, is left out,
 * and so is a silence from before the day on which it was announced. Whoever else puts the claim forward, of an origin of
 * their own, comes before all of them. Undefined where nobody answered.
 * `Spokesman Oren Tal told reporters that the report was “not true” (Harbour Post, 6 March).`
 */
export function tellAnswers(
  claim: Id<'claim'>,
  sayings: readonly Saying[],
  told: readonly Saying[],
  view: WeekView,
  { first, known = [] }: AnswersBeside = {},
): Told<readonly Line[]> | undefined {
  const answers = leaveOutTold(leaveOutRetold(inPrint(sayings.filter((saying) => isAnswer(saying, claim, view)))), told)
  const confirmations = oneEach(
    inPrint(sayings).filter((saying) => isConfirmation(saying, claim)),
    told,
  )
  const denials = oneEach(answers.filter((saying) => !isSilent(actOn(saying, claim))))
  const silences = oneEach(
    answers.filter(
      (saying) =>
        isSilent(actOn(saying, claim)) && !isFromBefore(saying, first, claim) && silenceWords(saying) !== undefined,
    ),
    denials,
  )
  const lines: Line[] = []
  const used: Saying[] = []
  const left: Saying[] = []
  const print = (all: readonly Saying[], most: number): void => {
    let printed = 0
    for (const saying of all) {
      const line = printed < most ? writeLine(saying, { known: [...known, ...knownAfter(used)] }) : undefined
      if (line) {
        lines.push(line)
        used.push(saying)
        printed++
      } else if (printed >= most && sideOf(saying, claim) !== 'for') left.push(saying)
    }
  }
  if (first) print(findOtherTellers(first, claim, sayings, view), MOST_TELLERS)
  print(confirmations, MOST_CONFIRMATIONS)
  print(denials, MOST_DENIALS)
  print(silences, MOST_SILENCES)
  const more = tellMore(claim, left)
  return lines.length > 0 ? { items: more ? [...lines, more] : lines, used } : undefined
}

// "would not confirm it" on Friday is no answer to what was announced on Saturday.
function isFromBefore(saying: Saying, first: Saying | undefined, claim: Id<'claim'>): boolean {
  const [printed, since] = [saying.doc.published, first?.doc.published]
  const isOpened = first !== undefined && ['announces', 'confirms'].includes(actOn(first, claim))
  return isOpened && printed !== undefined && since !== undefined && printed.slice(0, 10) < since.slice(0, 10)
}

/** True where the saying denies or doubts the claim or would not speak of it, and not by somebody who put it forward. */
export function isAnswer(saying: Saying, claim: Id<'claim'>, { hasPut }: Pick<WeekView, 'hasPut'>): boolean {
  if (!saying.claims.includes(claim)) return false
  const isOwn = saying.holder !== undefined && hasPut(claim, saying.holder)
  const side = sideOf(saying, claim)
  return (side === 'against' && !isOwn) || side === 'silent'
}

function isConfirmation(saying: Saying, claim: Id<'claim'>): boolean {
  return saying.claims.includes(claim) && actOn(saying, claim) === 'confirms' && saying.holder !== undefined
}

// Who denied it and would not speak of a part of it is told once, with the word that says more.
function oneEach(sayings: readonly Saying[], before: readonly Saying[] = []): Saying[] {
  const holdersOf = ({ holders, holder }: Saying) => holders ?? (holder ? [holder] : [])
  const named = new Set(before.flatMap(holdersOf))
  return sayings.filter((saying) => {
    const holders = holdersOf(saying)
    if (holders.length > 0 && holders.every((holder) => named.has(holder))) return false
    for (const holder of holders) named.add(holder)
    return true
  })
}

// `Two more denials or refusals to comment are told below.`: each opens its words.
function tellMore(claim: Id<'claim'>, left: readonly Saying[]): Line | undefined {
  const [first, ...others] = left
  if (!first) return undefined
  return makeLine(
    [
      {
        text: `${capital(counted(left.length, 'more answer'))} to it ${left.length === 1 ? 'stands' : 'stand'} below`,
        cited: stretchOf(outermost(first)),
      },
      { text: '.' },
    ],
    [claim],
    {
      also: others.map((saying) => stretchOf(outermost(saying))),
      sure: left.map(({ attribution }) => attribution.confidence),
    },
  )
}
