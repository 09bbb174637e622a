// The tracker's grouping of reports into stories alone, on a file of texts.
import type { Vector } from '../model/vector.ts'
import { groupStories } from '../track/group-stories.ts'
import { eachLine, type Made } from './each-line.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'

/**
 * The story of each text, in the file's order. All texts are held in memory, since any may join any. Throws MODEL_MISSING, and what
 * eachLine throws.
 */
export async function* groupStoriesIn(path: string): AsyncGenerator<Made<{ id: TextLine['id']; story: string }>> {
  const { loadEmbedder } = await import('../link/load-embedder.ts')
  const embedder = await loadEmbedder()
  const texts: (TextLine & { readonly vector: Vector })[] = []
  const lines = eachLine(path, parseTextLine, async (line) => ({ ...line, vector: await embedder.embed(topOf(line)) }))
  for await (const made of lines) {
    if ('error' in made) yield made
    else texts.push(made.value)
  }
  const keys = keysOf(texts)
  const storyOf = groupStories(
    texts.map(({ text, title, published, vector }, at) => ({
      id: keys[at] ?? '',
      text,
      vector,
      ...(title && { title }),
      ...(published && { published }),
    })),
  )
  for (const [at, { id }] of texts.entries()) yield { value: { id, story: storyOf.get(keys[at] ?? '') ?? '' } }
}

/** A key for each text: ids may be given twice, and 1 is another than "1". */
function keysOf(texts: readonly TextLine[]): string[] {
  const seen = new Map<string, number>()
  return texts.map(({ id }) => {
    const written = JSON.stringify(id)
    const before = seen.get(written) ?? 0
    seen.set(written, before + 1)
    return JSON.stringify([id, before])
  })
}

/** What a report is about stands in its title and at its top. */
function topOf({ title = '', text }: Pick<TextLine, 'title' | 'text'>): string {
  return `${title} ${text}`.trim()
}
