// Changed since last edition: claims that stood otherwise when last week ended, with the words that moved them.
import type { Act } from '../model/act.ts'
import type { Item, Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { dayWords } from './iso-week.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { CLAUSE, endsApart, nameSource } from './name-source.ts'
import { capital } from './origin-words.ts'
import { rankSayings } from './rank-sayings.ts'
import { actOn } from './sides.ts'
import { moversOf } from './standing-words.ts'
import { wordingOf } from './tell-claim.ts'
import type { StandingChange, Told, WeekView } from './week-view.ts'
import { outermost, stretchOf } from './write-line.ts'

/** `Reported until last week, now contested: “…”, since spokesman Oren Tal denied it (outlet unknown, 6 March 2031).` */
export function composeChanges(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const used: Saying[] = []
  const items = [...view.standings].flatMap(([claim, change]): Item[] => {
    if (change.before === undefined || change.before === change.now) return []
    const line = tellChange(claim, change, view, used)
    const story = view.rowByClaim.get(claim)?.story
    return line ? [{ ...(story && { story }), lines: [line] }] : []
  })
  return { items, used, ...(items.length === 0 && { note: whyNone(view) }) }
}

function tellChange(
  claim: Id<'claim'>,
  { before, now }: StandingChange,
  view: WeekView,
  used: Saying[],
): Line | undefined {
  const wording = wordingOf(claim, view)
  const acts = moversOf({ ...(before && { before }), now })
  const moving = view.sayings.filter((saying) => saying.claims.includes(claim) && acts.includes(actOn(saying, claim)))
  const order = (saying: Saying) => acts.indexOf(actOn(saying, claim))
  if (!wording) return undefined
  const moved: readonly Fragment[] = [
    { text: `${capital(before ?? 'unknown')} until last week, now ${now}: ` },
    ...wording,
  ]
  const ranked = rankSayings(moving, view).toSorted((a, b) => order(a) - order(b))
  for (const saying of ranked) {
    const why = tellMover(saying, claim)
    if (!why) continue
    used.push(saying)
    return makeLine([...moved, ...why, { text: '.' }], [claim])
  }
  return makeLine([...moved, { text: '.' }], [claim])
}

const VERBS: Readonly<Partial<Record<Act, string>>> = {
  denies: 'denied it',
  doubts: 'doubted it',
  confirms: 'confirmed it',
  announces: 'announced it',
  asserts: 'said so',
  corrects: 'corrected it',
  retracts: 'took it back',
}

// `, since spokesman Oren Tal denied it (outlet unknown, 6 March 2031)`: the words themselves stand in their section.
function tellMover(saying: Saying, claim: Id<'claim'>): Fragment[] | undefined {
  const { source } = saying.attribution
  const name = source.kind === 'unstated' ? undefined : nameSource(saying, source)
  const verb = VERBS[actOn(saying, claim)]
  if (!name || !verb) return undefined
  const words = name.map(({ text }) => text).join('')
  const { outlet, published } = saying.doc
  const report = `${outlet ?? 'outlet unknown'}, ${published ? dayWords(published) : 'undated'}`
  return [
    { text: ', since ' },
    ...name.map((fragment) => ({ ...fragment, text: fragment.text.replace(CLAUSE, '') })),
    { text: `${endsApart(words.replace(CLAUSE, '')) ? ',' : ''} ${verb} (` },
    { text: report, cited: stretchOf(outermost(saying)) },
    { text: ')' },
  ]
}

function whyNone({ hadEarlier, knewClaims }: WeekView): string {
  if (!hadEarlier) return 'The desk holds no report from before this week, so there is nothing to compare with.'
  return knewClaims
    ? 'Every claim that was known when last week ended stands where it stood.'
    : 'No claim was known when last week ended.'
}
