// Which reports tell of one story, for reports that are all at hand: filed one after the other in the one order that reports have.
import { digestOfParts } from '../model/digest.ts'
import { comparePlaces } from '../model/filed.ts'
import { asId, type Id } from '../model/id.ts'
import { isRoundUpHeadline } from '../model/is-round-up.ts'
import type { Vector } from '../model/vector.ts'
import { type Fileable, fileReport } from './file-report.ts'
import { packWords } from './pack-words.ts'
import { countStoryWords, type StoryText } from './story-words.ts'
import { Window } from './window.ts'

export interface StoryDoc extends StoryText {
  readonly id: string
  readonly name?: string | undefined
  readonly published?: string | undefined
  readonly vector?: Vector | undefined // of its title and its beginning; all reports have one, or none has
}

/** The story of each report, by its id; whatever the order they are given in. */
export function groupStories(docs: readonly StoryDoc[]): Map<string, Id<'story'>> {
  const window = new Window()
  const storyOf = new Map<string, string>()
  for (const report of docs.map(makeFileable).sort(comparePlaces)) {
    const { joined, moves } = fileReport(window, report)
    storyOf.set(report.id, joined)
    for (const { report: moved, story } of moves) storyOf.set(moved, story)
  }
  return new Map(docs.map(({ id }) => [id, idOfStory(storyOf.get(id) ?? id)]))
}

/** A report made ready to be filed; a round-up by no word, since it is a story of its own. */
export function makeFileable(doc: StoryDoc): Fileable {
  const { id, name = '', published, vector } = doc
  if (isRoundUpHeadline(doc.title ?? '')) return { id, name, published, ...packWords(new Map()) }
  return { id, name, published, vector, ...packWords(countStoryWords(doc)) }
}

/** The id of the story that begins with a report, by what tells that report from all others. */
export function idOfStory(first: string): Id<'story'> {
  return asId<'story'>(digestOfParts('story', first))
}
