// Writes src/track/common-words.ts: the commonest English words, in the order of the embedder's vocabulary, which is sorted by how
// often a word stood in the texts that it was made of. Run from the project's root; a test holds the file against it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const MOST = 3000
const WIDTH = 140
const FIRST = 1996 // "the": before it lie marks, digits and single letters

/** The words, the commonest first. */
export function listCommonWords(): string[] {
  const file = join(ROOT, 'models', 'embedder', 'tokenizer.json')
  const { model } = JSON.parse(readFileSync(file, 'utf8')) as { model: { vocab: Record<string, number> } }
  return Object.entries(model.vocab)
    .filter(([word, at]) => at >= FIRST && /^[a-z]{2,}$/.test(word))
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST)
    .map(([word]) => word)
}

function inLines(words: readonly string[]): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

if (import.meta.main) {
  const text = `// The commonest English words, the commonest first: the order of the vocabulary of models/embedder (its licence and origin are on its card).
// Written by training/list-common-words.ts.

export const COMMON_WORDS: readonly string[] = \`
${inLines(listCommonWords())}
\`
  .trim()
  .split(/\\s+/)
`
  writeFileSync(join(ROOT, 'src', 'track', 'common-words.ts'), text)
}
