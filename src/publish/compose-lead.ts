// The lead: the matter that reached furthest this week, in three to six lines, each claim with its answers beside it.
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { makeLine } from './make-line.ts'
import { isAgainst, isSilence, leaveOutTold } from './rank-sayings.ts'
import type { Matter } from './rank-stories.ts'
import { tellAnswers } from './tell-answers.ts'
import { mainClaim, tellSayingOf } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'

const MOST_LINES = 6

/** The item of a matter with at most so many lines; undefined where none of its words makes a line. */
export function composeMatter(matter: Matter, view: WeekView, most = MOST_LINES): Told<Item> | undefined {
  const candidates = leaveOutTold(
    matter.sayings.filter((saying) => !isSilence(saying) && !(isAgainst(saying) && saying.claims.length > 0)),
    [],
  )
  // a week that only denies is told by its denials
  const fallback = candidates.length > 0 ? candidates : leaveOutTold(matter.sayings, [])
  const lines: Line[] = []
  const used: Saying[] = []
  const answered = new Set<Id<'claim'>>()
  for (const saying of fallback) {
    if (lines.length >= most) break
    const line = tellSayingOf(saying, view)
    if (!line || lines.some(({ text }) => text === line.text)) continue
    lines.push(line)
    used.push(saying)
    const claim = mainClaim(saying, view)
    const answer = claim && !answered.has(claim) && lines.length < most ? tellAnswers(claim, matter.sayings) : undefined
    if (!answer || !claim || isAgainst(saying)) continue
    answered.add(claim)
    lines.push(answer)
  }
  const [first, ...rest] = lines
  if (!first) return undefined
  const heading = headingOf(matter, used, view)
  return {
    items: {
      ...(matter.story && { story: matter.story.id }),
      ...(heading && { heading }),
      lines: [first, ...rest] satisfies NonEmpty<Line>,
    },
    used,
  }
}

/** The headline of a report of the matter: the story's title where one of the week's reports bears it. */
function headingOf({ story }: Matter, used: readonly Saying[], view: WeekView): Line | undefined {
  const docs = view.docs.map(({ doc }) => doc).filter(({ id }) => story?.docs.includes(id))
  const titled = docs.find(({ title }) => title !== undefined && title === story?.title) ?? used[0]?.doc
  const headline = titled?.blocks.find(({ kind }) => kind === 'headline')
  if (!titled || !headline) return undefined
  const evidence = cite(titled, headline.span)
  return makeLine([{ text: evidence.quote.replace(/\s+/g, ' '), copied: evidence, cited: evidence }], [])
}
