// The tracker's grouping of reports into stories alone, on a file of texts.
import { groupStories } from '../track/match-stories.ts'
import { eachLine, type Made } from './each-line.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'

/** The story of each text, in the file's order. All texts are held in memory, since any may join any. */
export async function* groupStoriesIn(path: string): AsyncGenerator<Made<{ id: TextLine['id']; story: string }>> {
  const texts: TextLine[] = []
  for await (const made of eachLine(path, parseTextLine, (line) => line)) {
    if ('error' in made) yield made
    else texts.push(made.value)
  }
  const storyById = groupStories(
    texts.map(({ id, text, title, published }) => ({
      id: String(id),
      text,
      ...(title && { title }),
      ...(published && { published }),
    })),
  )
  for (const { id } of texts) yield { value: { id, story: storyById.get(String(id)) ?? String(id) } }
}
