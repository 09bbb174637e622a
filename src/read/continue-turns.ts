// The paragraphs that a speaker in a transcript goes on for after the one with the label.
import { blockOf } from './find-contents.ts'
import { findTurns } from './find-turns.ts'
import type { Draft } from './relation.ts'
import type { Scene } from './scene.ts'

/**
 * MS. MARROW: The map is on the table. ¶ Anyone may look at it. ¶ Q. Thank you.: what stands between two turns is the
 * first one's. After the last turn it is so only where the doc opens with a turn, and is nothing but a transcript.
 */
export function continueTurns(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const sure = [...findTurns(scene).values()]
    .flatMap(({ isSure, mark }) => (isSure ? [mark] : []))
    .toSorted((a, b) => a - b)
  const lastIn = new Map(sure.map((mark) => [blockOf(scene, mark), mark])) // the last turn of each paragraph
  const marks = new Set(sure)
  const first = scene.sentences.find(({ kind }) => kind === 'paragraph')?.block ?? -1
  const isTranscript = lastIn.has(first) && (lastIn.size > 1 || isAddressed(scene, sure[0] ?? 0))
  const end = isTranscript ? (scene.sentences.at(-1)?.block ?? -1) : blockOf(scene, sure.at(-1) ?? -1)
  const told = new Set(drafts.filter((draft) => isTold(scene, draft)).map(({ cue }) => blockOf(scene, cue.from)))
  const starts = startsOf(scene)
  for (const draft of drafts) {
    const own = blockOf(scene, draft.cue.from)
    if (draft.pattern !== 'colon' || !marks.has(draft.cue.from) || lastIn.get(own) !== draft.cue.from) continue
    for (let block = own + 1; block <= end && !lastIn.has(block); block++) {
      const range = starts.get(block)
      const kind = scene.sentences[scene.sentenceOf[range?.from ?? -1] ?? -1]?.kind
      if (!range || !/^(paragraph|quote)$/.test(kind ?? '') || told.has(block)) break
      if (/^[([]$/.test(scene.tokens[range.from]?.text ?? '')) continue // (Laughter.)
      draft.content.push(range)
    }
  }
  return [...drafts]
}

// MS. MARROW: a label with a form of address, which no headline has
function isAddressed({ tokens, sentences, sentenceOf }: Scene, mark: number): boolean {
  const from = sentences[sentenceOf[mark] ?? -1]?.from ?? mark
  return /^(mr|mrs|ms|dr)\.?$/.test(tokens[from]?.lower ?? '')
}

/** Each block's tokens. */
function startsOf(scene: Scene): Map<number, { from: number; to: number }> {
  const ranges = new Map<number, { from: number; to: number }>()
  for (const { block, from, to } of scene.sentences) ranges.set(block, { from: ranges.get(block)?.from ?? from, to })
  return ranges
}

// “It is late,” Hale said, and rose.: a paragraph of the reporter's own
function isTold(scene: Scene, { pattern, cue }: Draft): boolean {
  return /^(quotation before|insert)$/.test(pattern) && (scene.quotationOf[cue.head] ?? -1) < 0
}
