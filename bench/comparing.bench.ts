// What comparing costs: a sentence's vector, two sentences held against one another, and filing reports under stories with vectors and
// without. On made-up reports; memory is that of the whole process of `readout group`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareStatements } from '../src/link/compare-statements.ts'
import { loadEmbedder } from '../src/link/load-embedder.ts'
import { groupStories } from '../src/track/group-stories.ts'
import { makeTexts } from './make-texts.ts'
import { runReadout, timed } from './measure.ts'

const SENTENCES = 500
const REPORTS = 772 // as many as the corpus of stories has

const made = makeTexts(4 * REPORTS)
const sentences = made.slice(0, SENTENCES).map(({ text }) => text.split(/(?<=[.!?])\s/)[0] ?? text)
let embedder = await loadEmbedder()
const loading = await timed(async () => {
  embedder = await loadEmbedder()
})
const vectors: Int8Array[] = []
const embedding = await timed(async () => {
  for (const sentence of sentences) vectors.push(await embedder.embed(sentence))
})
const comparing = await timed(() => {
  sentences.forEach((text, k) => {
    const other = (k + 1) % sentences.length
    compareStatements(
      { text, vector: vectors[k] ?? new Int8Array() },
      { text: sentences[other] ?? '', vector: vectors[other] ?? new Int8Array() },
    )
  })
})
const words = sentences.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / sentences.length
console.log(`loading the embedder: ${loading.toFixed(0)} ms`)
console.log(`a vector of a sentence of ${words.toFixed(0)} words: ${(embedding / SENTENCES).toFixed(1)} ms`)
console.log(`holding two sentences against one another: ${(comparing / SENTENCES).toFixed(2)} ms`)
for (const reports of [REPORTS, 4 * REPORTS]) {
  const docs = made.slice(0, reports).map(({ text }, k) => ({ id: String(k), text }))
  console.log(
    `filing ${reports} reports without vectors: ${((await timed(() => groupStories(docs))) / 1000).toFixed(1)} s`,
  )
}
const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'))
try {
  const file = join(folder, 'made.jsonl')
  writeFileSync(
    file,
    made
      .slice(0, REPORTS)
      .map(({ text }, id) => JSON.stringify({ id, text }))
      .join('\n'),
  )
  const { ms, peakMiB } = await runReadout(['group', file])
  console.log(`group of ${REPORTS} reports: ${(ms / 1000).toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
