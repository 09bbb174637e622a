// The matters of a week, each with whether it belongs to the watch, so that whoever sets a watch sees what it takes in and what not.
import type { Choice } from '../model/edition.ts'
import { makeBelonging } from './belongs.ts'
import { rankStories } from './rank-stories.ts'
import { type ComposeInput, makeWeekView } from './week-view.ts'

export interface ListedMatter {
  readonly title: string // of its story, else of the report that it is by itself
  readonly belongs: boolean
  readonly score: Choice['score']
  readonly reports: number
  readonly outlets: number
}

/** All matters of the week, in the order in which the watch would print them. */
export function listMatters(input: Required<Pick<ComposeInput, 'watch'>> & ComposeInput): ListedMatter[] {
  const { watch, linked } = input
  const belonging = makeBelonging(watch, linked.entities)
  const whole = makeWeekView({ ...input, watch: { ...watch, places: [], people: [], bodies: [], words: [] } })
  return rankStories(whole).map(({ story, sayings, choice }) => {
    const docs = new Map(sayings.map(({ doc }) => [doc.id, doc]))
    const [first] = docs.values()
    return {
      title: story?.title ?? first?.title ?? first?.name ?? '',
      belongs: belonging?.matter(sayings, story) ?? true,
      score: choice.score,
      reports: docs.size,
      outlets: new Set([...docs.values()].map(({ id, outlet }) => outlet ?? id)).size,
    }
  })
}
